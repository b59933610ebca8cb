"""Document and pin together or not at all: stopped at every write, by an error and by a kill."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from specmend.errors import OutsideError, RepositoryError
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings
from specmend.source.address import FileAddress
from specmend.source.fetch import fetch
from specmend.source.pin import SourceRecord, read_upstream
from specmend.source.store import store

YAML = b"openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\n"
JSON = b'{"openapi": "3.0.3", "info": {"title": "Pets", "version": "2"}, "paths": {}}\n'
MOVES = [(b"", YAML), (YAML, YAML + b"# more\n"), (YAML, JSON), (JSON, YAML), (JSON, JSON + b"\n")]
OPERATIONS = [(tempfile, "mkstemp"), (Path, "chmod"), (Path, "replace"), (Path, "unlink")]


class Killed(BaseException):
    """The process is no more: nothing that it would do afterwards happens."""


def take_in(root: Path, data: bytes) -> ApiLayout:
    """Fetch bytes as an upstream document."""
    api = ApiLayout(name="pets", root=root, settings=ApiSettings(package="pets"))
    source = root / "source"
    source.write_bytes(data)
    found = fetch(api, FileAddress(origin="source", path=source), dt.date(2025, 3, 1))
    if found.due:
        assert found.document
        store(api, found.document, found.new)
    return api


def started(root: Path, data: bytes) -> Path:
    """A project that has taken in a document, or none yet."""
    root.mkdir()
    if data:
        api = take_in(root, data)
        api.sanitized.write_bytes(data)
    return root


def files(root: Path) -> dict[str, bytes]:
    """Every file of the folder of the API, hidden ones too."""
    return {
        p.relative_to(root).as_posix(): p.read_bytes()
        for p in sorted((root / "spec").rglob("*"))
        if p.is_file()
    }


@contextmanager
def failing(
    monkeypatch: pytest.MonkeyPatch, at: int, error: Callable[[], BaseException], *, ever: bool
) -> Iterator[list[str]]:
    """Let the write with this number fail, or with `ever` all from there on; gives those tried."""
    made: list[str] = []

    def wrapped(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **more: Any) -> Any:
            made.append(name)
            if len(made) - 1 == at or (ever and len(made) > at):
                raise error()
            return original(*words, **more)

        return call

    with monkeypatch.context() as patch:
        for owner, name in OPERATIONS:
            patch.setattr(owner, name, wrapped(name, getattr(owner, name)))
        yield made


def accepted(api: ApiLayout) -> bytes | None:
    """The document that every command would work on, or None where they say what is wrong."""
    try:
        return read_upstream(api)[1].encode()
    except RepositoryError:
        return None


@pytest.mark.parametrize(("old", "new"), MOVES, ids=["first", "yaml", "to-json", "to-yaml", "json"])
def test_a_kill_at_any_write_leaves_what_is_named_and_the_next_fetch_heals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes, new: bytes
) -> None:
    whole = files(take_in(started(tmp_path / "whole", old), new).root)
    seen = set()
    for at in range(30):
        root = started(tmp_path / str(at), old)
        api = ApiLayout(name="pets", root=root, settings=ApiSettings(package="pets"))
        try:
            with failing(monkeypatch, at, Killed, ever=True):
                take_in(root, new)
        except Killed:
            seen.add(accepted(api))
            take_in(root, new)
        else:
            assert at >= len(OPERATIONS)
            break
        assert files(root) == whole
        assert accepted(api) == new
    assert None in seen
    assert seen <= {None, old, new}


@pytest.mark.parametrize(("old", "new"), MOVES, ids=["first", "yaml", "to-json", "to-yaml", "json"])
def test_an_error_at_any_write_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes, new: bytes
) -> None:
    def full() -> OSError:
        return OSError(28, "No space left on device")

    told: set[str] = set()
    unlike: set[tuple[str, bytes]] = set()
    for at in range(30):
        root = started(tmp_path / str(at), old)
        before = files(root)
        try:
            with failing(monkeypatch, at, full, ever=False) as made:
                take_in(root, new)
        except OutsideError as error:
            told.add(str(error).partition(": ")[2])
            unlike.update(files(root).items() ^ before.items())
        else:
            break
    assert 0 < len(made) <= at
    assert told == {"this cannot be written: the disk is full"}
    assert not unlike


def test_a_document_in_both_formats_is_named(tmp_path: Path) -> None:
    api = take_in(started(tmp_path / "project", YAML), JSON)
    (api.root / "spec/pets/upstream.yaml").write_bytes(YAML)
    with pytest.raises(RepositoryError) as caught:
        read_upstream(api)
    (problem,) = caught.value.problems
    assert (problem.message, problem.found) == (
        "pets has two upstream documents", "spec/pets/upstream.yaml and spec/pets/upstream.json",
    )  # fmt: skip
    take_in(api.root, JSON)
    assert accepted(api) == JSON


def test_a_pin_keeps_what_any_server_says(tmp_path: Path) -> None:
    root = started(tmp_path / "project", YAML)
    api = ApiLayout(name="pets", root=root, settings=ApiSettings(package="pets"))
    source = root / "source"
    found = fetch(
        api, FileAddress(origin='q"\\\x7f\tü\U0001f600', path=source), dt.date(2025, 3, 1)
    )
    assert found.document
    store(api, found.document, found.new)
    assert read_upstream(api)[0] == found.new
    assert found.new.sha256 == hashlib.sha256(YAML).hexdigest()


def test_a_pin_keeps_the_files_that_a_document_was_made_of(tmp_path: Path) -> None:
    api = take_in(tmp_path, YAML)
    pin, document = read_upstream(api)
    names = ("root.yaml", "../a b.yaml", 'quo"te.yaml', "https://a.com/é.yaml")
    records = tuple(SourceRecord(path=name, sha256="0" * 64, size=3) for name in names)
    made = replace(pin, made_by=("bundle 1",), sources=records)
    store(api, document, made)
    assert read_upstream(api)[0] == made
    assert api.pin.read_text("utf-8").count("\n[sources]\n") == 1
