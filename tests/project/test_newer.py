"""The newer document at hand, and what becomes of the steps on it."""

from __future__ import annotations

import pytest
from tests.cli.project import DOCUMENT
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.document.text.document import read_document
from specmend.project.api import Api
from specmend.project.newer import Newer, newer_document, outlook_on
from specmend.source.store import keep_base


def version(number: str, text: str = DOCUMENT) -> str:
    return text.replace('version: "1"', f'version: "{number}"')


def release(api: Api, name: str, text: str) -> None:
    api.releases.mkdir(parents=True, exist_ok=True)
    (api.releases / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("releases", "newest"),
    [
        ({}, ""),
        ({"a.yaml": "0.9"}, ""),
        ({"a.yaml": "1"}, ""),
        ({"a.yaml": "2", "b.yaml": "10", "c.yaml": "3"}, "b.yaml"),
        ({"a.yaml": "next"}, ""),
        ({"a.txt": "2"}, ""),
    ],
)
def test_the_highest_release_is_newer_if_it_is_higher(
    api: Api, releases: dict[str, str], newest: str
) -> None:
    for name, number in releases.items():
        release(api, name, version(number))
    newer = newer_document(api)
    shown = newer.document.name.rpartition("/")[2] if newer else ""
    assert shown == newest
    assert newer is None or (newer.is_release and newer.version == releases[newest])


def test_what_is_no_openapi_document_is_not_newer(api: Api) -> None:
    release(api, "swagger.yaml", 'swagger: "2.0"\ninfo: {version: "2"}\n')
    assert newer_document(api) is None


def test_a_fetched_document_comes_before_a_release(api: Api) -> None:
    release(api, "a.yaml", version("9"))
    keep_base(api)
    api.upstream.write_text(version("2"), "utf-8")
    fetched = read_document(version("3").encode(), "new.yaml")
    newer = newer_document(api, fetched)
    assert newer is not None
    assert (newer.version, newer.is_release) == ("3", False)


@pytest.mark.parametrize(
    ("old", "new", "not_needed", "waiting"),
    [
        ('version: "1"', 'version: "2"', (), ()),
        ("minItems: 1 # at least one", "minItems: 0", (2,), ()),
        ("minItems: 1 # at least one", "minItems: 2", (), (2,)),
        ("/v1/pets", "/pets", (1,), ()),
    ],
)
@pytest.mark.parametrize("is_release", [False, True])
def test_steps_are_compared_with_it(
    api: Api,
    old: str,
    new: str,
    not_needed: tuple[int, ...],
    waiting: tuple[int, ...],
    *,
    is_release: bool,
) -> None:
    (api.root / SECOND).write_text(ALLOW_NO_PETS, "utf-8")
    text = DOCUMENT.replace(old, new)
    if new == "/pets":
        text = text.replace("http://localhost", "http://localhost/v1")
    document = read_document(text.encode(), "new.yaml")
    outlook = outlook_on(api, Newer(document=document, is_release=is_release))
    assert outlook.not_needed == not_needed
    assert outlook.waiting == (() if is_release else waiting)
