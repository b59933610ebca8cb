"""The original of a converted document: kept, and converted again to compare."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.source.test_conversion import YAML

from specmend.errors import Problem
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings
from specmend.source.address import FileAddress
from specmend.source.fetch import digest_of, fetch
from specmend.source.original import holds_original, original_problems
from specmend.source.pin import read_upstream
from specmend.source.store import store

OPENAPI = "openapi: 3.0.3\ninfo: {title: Pets, version: '2'}\npaths: {}\n"


def take(root: Path, text: str) -> ApiLayout:
    """Fetch a text as the document of an API."""
    (root / "source").write_text(text, "utf-8")
    api = ApiLayout(name="pets", root=root, settings=ApiSettings(package="pets"))
    found = fetch(api, FileAddress(origin="source", path=root / "source"))
    if found.due:
        assert found.document
        store(api, found.document, found.new, found.original)
    return api


def problems(api: ApiLayout) -> list[Problem]:
    return list(original_problems(api, *read_upstream(api)))


def test_the_original_is_kept_byte_for_byte(tmp_path: Path) -> None:
    api = take(tmp_path, YAML)
    pin, upstream = read_upstream(api)
    assert api.original.read_text("utf-8") == YAML
    assert pin.made_by == ("swagger 1",)
    assert upstream.tree["openapi"].startswith("3.0")
    assert (problems(api), holds_original(api, pin)) == ([], True)


def test_a_document_as_published_has_no_original(tmp_path: Path) -> None:
    api = take(tmp_path, OPENAPI)
    assert not api.original.exists()
    assert (problems(api), holds_original(api, read_upstream(api)[0])) == ([], True)


def test_another_document_takes_the_place_of_the_original(tmp_path: Path) -> None:
    take(tmp_path, YAML)
    api = take(tmp_path, OPENAPI)
    assert not api.original.exists()
    as_json = '{"swagger": "2.0", "info": {"title": "P", "version": "1"}, "paths": {}}'
    assert take(tmp_path, as_json).original.name == "original.json"
    assert take(tmp_path, YAML).original.name == "original.yaml"
    assert sorted(path.name for path in (tmp_path / "spec/pets").iterdir()) == [
        "original.yaml",
        "pin.toml",
        "upstream.yaml",
    ]


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("missing", "the original of the converted document is missing"),
        ("changed", "the original is not the one that was pinned"),
        ("by hand", "this is not what spec/pets/original.yaml is converted to"),
        ("older", "this was converted by another version of the rule than swagger 1"),
    ],
)
def test_what_is_not_as_it_was_made_is_found_and_healed(
    tmp_path: Path, case: str, message: str
) -> None:
    api = take(tmp_path, YAML)
    pin, upstream = read_upstream(api)
    if case == "missing":
        api.original.unlink()
    elif case == "changed":
        api.original.write_text(YAML.replace("Fine", "Well"), "utf-8")
    else:
        text = upstream.text.replace("Fine", "Well")
        api.upstream.write_text(text, "utf-8")
        made_by = ("swagger 0",) if case == "older" else pin.made_by
        changed = replace(upstream, data=text.encode())
        store(api, changed, replace(pin, sha256=digest_of(changed), made_by=made_by))
        api.original.write_text(YAML, "utf-8")
    (problem,) = problems(api)
    assert problem.message == message
    assert problem.file.startswith("spec/pets/")
    assert "specmend fetch pets" in problem.advice
    healed = take(tmp_path, YAML)
    assert problems(healed) == []


def test_a_comment_that_changed_in_the_original_is_a_move(tmp_path: Path) -> None:
    api = take(tmp_path, YAML)
    (tmp_path / "source").write_text(YAML.replace("# Pets", "# Cats"), "utf-8")
    assert fetch(api, FileAddress(origin="source", path=tmp_path / "source")).moved
