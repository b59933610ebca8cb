"""A document brought in beside its pin: what moved, what is torn, and whether to write."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.source.loopback import Loopback, remembers, says, serving

from specmend.document.text.document import read_document
from specmend.errors import OutsideError, RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings
from specmend.source import fetch as module
from specmend.source.address import Address, FileAddress, GitAddress, WebAddress
from specmend.source.fetch import (
    Fetched,
    as_pinned,
    bring,
    fetch,
    find_source,
    has_source,
    reach_of,
    utc_today,
)
from specmend.source.pin import Pin, read_upstream
from specmend.source.reach import Reach
from specmend.source.store import store

OLD = b"openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n"
NEW = OLD.replace(b"'1'", b"'2'")
FIRST, LATER = dt.date(2025, 3, 1), dt.date(2025, 4, 1)
WEB = "https://example.com/openapi.yaml"


@pytest.fixture
def server() -> Iterator[Loopback]:
    with serving() as loopback:
        yield loopback


def api_in(root: Path, source: str = "") -> ApiLayout:
    return ApiLayout(name="pets", root=root, settings=ApiSettings(package="pets", source=source))


def file_with(root: Path, data: bytes) -> FileAddress:
    (root / "source").write_bytes(data)
    return FileAddress(origin="source", path=root / "source")


def took_in(root: Path, data: bytes = OLD, address: Address | None = None) -> ApiLayout:
    """An API whose document was fetched once."""
    api = api_in(root)
    found = fetch(api, address or file_with(root, data), FIRST)
    assert found.document
    store(api, found.document, found.new)
    return api


def test_the_first_document_is_new_with_its_pin(tmp_path: Path) -> None:
    found = fetch(api_in(tmp_path), file_with(tmp_path, OLD), FIRST)
    assert (found.old, found.moved, found.torn, found.due) == (None, True, False, True)
    assert found.new == Pin(origin="source", date=FIRST, sha256=hashlib.sha256(OLD).hexdigest())


def test_the_same_bytes_are_nothing_new_and_keep_their_date(tmp_path: Path) -> None:
    api = took_in(tmp_path)
    found = fetch(api, file_with(tmp_path, OLD), LATER)
    assert (found.moved, found.torn, found.due, found.new.date) == (False, False, False, FIRST)


def test_other_bytes_moved_and_have_a_new_date(tmp_path: Path) -> None:
    api = took_in(tmp_path)
    found = fetch(api, file_with(tmp_path, NEW), LATER)
    assert (found.moved, found.due, found.new.date) == (True, True, LATER)


def test_the_date_is_that_of_today_where_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "utc_today", lambda: LATER)
    assert fetch(api_in(tmp_path), file_with(tmp_path, OLD)).new.date == LATER
    monkeypatch.undo()
    assert isinstance(utc_today(), dt.date)


@pytest.mark.parametrize("case", ["changed", "missing", "twice", "a folder"])
def test_a_file_that_is_not_the_pinned_one_is_torn_and_written_again(
    tmp_path: Path, case: str
) -> None:
    api = took_in(tmp_path)
    if case == "changed":
        api.upstream.write_bytes(NEW)
    elif case == "twice":
        api.upstream.with_suffix(".json").write_bytes(b"{}")
    else:
        api.upstream.unlink()
        if case == "a folder":
            (tmp_path / "spec" / "pets" / "upstream.yaml").mkdir()
    found = fetch(api, file_with(tmp_path, OLD), LATER)
    assert (found.torn, found.moved, found.due) == (True, False, True)


def test_a_pin_that_cannot_be_read_is_as_none(tmp_path: Path) -> None:
    api = took_in(tmp_path)
    api.pin.write_text("origin =\n")
    assert fetch(api, file_with(tmp_path, OLD), LATER).old is None


STAMPED = Pin(origin="a", date=FIRST, sha256="0", etag='"1"')
BARE = replace(STAMPED, etag="")


@pytest.mark.parametrize(
    ("old", "new", "due"),
    [
        (STAMPED, STAMPED, False),
        (STAMPED, replace(STAMPED, etag='"2"'), False),
        (BARE, STAMPED, True),
        (STAMPED, replace(STAMPED, origin="b"), True),
    ],
)
def test_there_is_something_to_write(tmp_path: Path, old: Pin, new: Pin, due: bool) -> None:
    document = fetch(api_in(tmp_path), file_with(tmp_path, OLD), FIRST).document
    found = Fetched(old=old, new=new, document=document, moved=False, torn=False)
    assert found.due == due
    assert not replace(found, document=None).due


def test_a_server_is_asked_only_for_what_changed(tmp_path: Path, server: Loopback) -> None:
    server.scripts["/a"] = remembers(OLD, ETag='"1"')
    address = WebAddress(origin=f"{server.url}/a")
    api = took_in(tmp_path, address=address)
    again = fetch(api, address, LATER)
    assert (again.document, again.new, again.due) == (None, again.old, False)
    assert "if-none-match" in server.asked[1][1]
    assert again.old is not None
    assert bring(address, replace(again.old, origin="elsewhere")).data == OLD


def test_a_file_that_is_not_there_is_a_failure_of_the_outside(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="cannot be read"):
        bring(FileAddress(origin="nothing", path=tmp_path / "nothing"))


def test_a_repository_that_is_not_there_is_a_failure_of_the_outside(tmp_path: Path) -> None:
    url = f"file://{tmp_path}/nowhere"
    with pytest.raises(OutsideError, match="git"):
        bring(GitAddress(origin="git+" + url, url=url, revision="main", path="a"))


def test_what_is_given_comes_before_the_setting_and_that_before_the_pin(tmp_path: Path) -> None:
    api = took_in(tmp_path)
    pin = api.pin.read_text("utf-8")
    api.pin.write_text(pin.replace('"source"', f'"{WEB}?pin"'), "utf-8")
    named = api_in(tmp_path, f"{WEB}?setting")
    assert find_source(named, f"{WEB}?given", tmp_path) == WebAddress(origin=f"{WEB}?given")
    assert find_source(named, None, tmp_path) == WebAddress(origin=f"{WEB}?setting")
    assert find_source(api, None, tmp_path) == WebAddress(origin=f"{WEB}?pin")
    assert has_source(named)
    assert has_source(api)


def test_a_file_in_the_pin_is_no_source(tmp_path: Path) -> None:
    api = took_in(tmp_path)
    assert not has_source(api)
    with pytest.raises(RepositoryError, match="nothing says where"):
        find_source(api, None, tmp_path)


ROOT = OLD.replace(b"paths: {}", b"paths: {/pets: {$ref: pets.yaml}}")
PETS = b"get: {responses: {'204': {description: Gone.}}}\n"


def of_two_files(root: Path, pets: bytes | None = PETS) -> tuple[ApiLayout, FileAddress]:
    """An API whose document has two files, fetched once; then the second one holds this."""
    (root / "pets.yaml").write_bytes(PETS)
    address = file_with(root, ROOT)
    api = took_in(root, ROOT, address)
    if pets is None:
        (root / "pets.yaml").unlink()
    else:
        (root / "pets.yaml").write_bytes(pets)
    return api, address


def test_a_document_of_many_files_is_pinned_as_it_was_made(tmp_path: Path) -> None:
    api, _ = of_two_files(tmp_path)
    pin, document = read_upstream(api)
    assert (pin.made_by, len(pin.sources)) == (("bundle 1",), 2)
    assert document.tree["paths"]["/pets"]["get"]["responses"] == {"204": {"description": "Gone."}}
    assert pin.sha256 == hashlib.sha256(api.upstream.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("pets", "moved", "changed"),
    [
        (PETS, False, ()),
        (PETS + b"# a comment\n", True, ("pets.yaml",)),
        (PETS.replace(b"Gone", b"Away"), True, ("pets.yaml",)),
    ],
)
def test_a_change_in_any_file_counts(
    tmp_path: Path, pets: bytes, moved: bool, changed: tuple[str, ...]
) -> None:
    api, address = of_two_files(tmp_path, pets)
    found = fetch(api, address, LATER)
    assert (found.moved, found.due, found.torn) == (moved, moved, False)
    assert found.changed_sources.changed == changed
    assert found.new.date == (LATER if moved else FIRST)


def test_a_file_that_went_is_reported_at_its_reference(tmp_path: Path) -> None:
    api, address = of_two_files(tmp_path, None)
    with pytest.raises(OutsideError) as caught:
        fetch(api, address, LATER)
    (problem,) = caught.value.problems
    assert problem.location == "source:3:17"
    assert problem.message.endswith("not there: pets.yaml")


def test_a_server_is_asked_for_every_file_again(tmp_path: Path, server: Loopback) -> None:
    server.scripts["/a"] = remembers(ROOT, ETag='"1"')
    server.scripts["/pets.yaml"] = says(PETS)
    address = WebAddress(origin=f"{server.url}/a")
    api = took_in(tmp_path, address=address)
    assert not fetch(api, address, LATER).moved
    server.scripts["/pets.yaml"] = says(PETS.replace(b"Gone", b"Away"))
    found = fetch(api, address, LATER)
    assert (found.moved, found.changed_sources.changed) == (True, ("pets.yaml",))


def test_the_settings_say_what_may_be_read(tmp_path: Path) -> None:
    outer, inner = tmp_path / "common.yaml", tmp_path / "mine"
    outer.write_bytes(PETS)
    inner.mkdir()
    address = file_with(inner, ROOT.replace(b"pets.yaml", b"../common.yaml"))
    with pytest.raises(OutsideError, match="lies outside of mine"):
        fetch(api_in(inner), address)
    settings = ApiSettings(package="pets", reference_folder="..", reference_hosts=("a.com",))
    api = replace(api_in(inner), settings=settings)
    assert reach_of(api) == Reach(hosts=("a.com",), folder=inner / "..", project=inner)
    assert [record.path for record in fetch(api, address).new.sources][1:] == ["../common.yaml"]


def test_a_file_is_read_as_it_would_be_pinned(tmp_path: Path) -> None:
    api, address = of_two_files(tmp_path)
    made = as_pinned(api, read_document(ROOT, "source"), address.path)
    assert made.encode() == api.upstream.read_bytes()
    whole = read_document(OLD, "source")
    assert as_pinned(api, whole, address.path) is whole
