"""The page of an index is read whether it is HTML or JSON, with all that it tells of a file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specmend.errors import OutsideError
from specmend.source.listing import ListedFile, read_listing, version_of

PAGE = "https://index.example/simple/shop/"
JSON = "application/vnd.pypi.simple.v1+json"
DIGEST = "ab" * 32
WHEEL = "shop-1.0-py3-none-any.whl"


def of_html(text: str, page: str = PAGE) -> list[ListedFile]:
    return list(read_listing(text.encode(), "text/html; charset=utf-8", page))


def of_json(*files: dict[str, Any], **meta: str) -> list[ListedFile]:
    told = {"meta": {"api-version": "1.1", **meta}, "name": "shop", "files": files}
    return list(read_listing(json.dumps(told).encode(), JSON, PAGE))


@pytest.mark.parametrize(
    ("link", "address", "digests"),
    [
        (f"../../files/{WHEEL}#sha256={DIGEST}", f"/files/{WHEEL}", {"sha256": DIGEST}),
        (f"../../files/{WHEEL}#SHA256={DIGEST.upper()}", f"/files/{WHEEL}", {"sha256": DIGEST}),
        (f"/files/{WHEEL}#md5=00", f"/files/{WHEEL}", {"md5": "00"}),
        (f"https://index.example/{WHEEL}", f"/{WHEEL}", {}),
        (f"{WHEEL}?token=1#egg=shop", f"/simple/shop/{WHEEL}?token=1", {"egg": "shop"}),
    ],
)
def test_a_link_of_html_tells_its_file(link: str, address: str, digests: dict[str, str]) -> None:
    (file,) = of_html(f'<a name=x>no link</a><a href="{link}">{WHEEL}</a>')
    assert (file.name, file.address) == (WHEEL, f"https://index.example{address}")
    assert file.digests == digests
    assert not file.is_yanked


def test_links_start_from_the_base_of_the_page() -> None:
    (file,) = of_html(f'<base href="https://files.example/x/"><a href="{WHEEL}">w</a>')
    assert file.address == f"https://files.example/x/{WHEEL}"


def test_a_name_is_read_without_escapes() -> None:
    (file,) = of_html('<a href="shop-1.0%2Blocal-py3-none-any.whl" data-yanked>w</a>')
    assert file.name == "shop-1.0+local-py3-none-any.whl"
    assert str(file.version) == "1.0+local"
    assert file.is_yanked


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("", (False, "")),
        ("data-yanked", (True, "")),
        ('data-yanked=""', (True, "")),
        ('data-yanked="breaks &amp; \x1b[2Jburns"', (True, "breaks & \\x1b[2Jburns")),
    ],
)
def test_a_yanked_link_may_say_why(mark: str, expected: tuple[bool, str]) -> None:
    (file,) = of_html(f'<a href="{WHEEL}" {mark}>w</a>')
    assert (file.is_yanked, file.why_yanked) == expected


@pytest.mark.parametrize(
    ("yanked", "is_yanked", "why"),
    [(False, False, ""), (True, True, ""), ("why", True, "why"), (None, False, "")],
)
def test_a_file_of_json_tells_the_same(yanked: object, is_yanked: bool, why: str) -> None:
    told = {"filename": WHEEL, "url": f"../../files/{WHEEL}", "hashes": {"sha256": DIGEST}}
    (file,) = of_json({**told, "yanked": yanked})
    assert file == ListedFile(
        name=WHEEL,
        address=f"https://index.example/files/{WHEEL}",
        digests={"sha256": DIGEST},
        is_yanked=is_yanked,
        why_yanked=why,
    )


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"{", JSON),
        (b"[]", JSON),
        (b'{"meta": {"api-version": "1.0"}}', JSON),
        (b'{"meta": {"api-version": "1.0"}, "files": [{"url": "x"}]}', JSON),
        (b'{"meta": {"api-version": "2.0"}, "files": []}', JSON),
        (b'{"meta": {"api-version": 1}, "files": []}', JSON),
        (b'<meta name="pypi:repository-version" content="2.0">', "text/html"),
    ],
)
def test_a_page_of_another_kind_is_refused(data: bytes, media_type: str) -> None:
    with pytest.raises(OutsideError, match="index"):
        read_listing(data, media_type, PAGE)


@pytest.mark.parametrize(
    ("name", "version"),
    [
        (WHEEL, "1.0"),
        ("shop-1.0.tar.gz", "1.0"),
        ("shop-1.0rc1.zip", "1.0rc1"),
        ("shop.egg", None),
        ("shop-one.tar.gz", None),
        ("index.html", None),
    ],
)
def test_a_name_tells_its_version(name: str, version: str | None) -> None:
    assert version_of(name) is None if version is None else str(version_of(name)) == version
