"""Operations that came, went or moved together."""

from __future__ import annotations

from typing import Any

from tests.diff.pairs import entries

OK = {"responses": {"200": {"description": "ok"}}}


def paths(**named: Any) -> Any:
    return {"openapi": "3.1.0", "paths": {f"/{name}": item for name, item in named.items()}}


def told(old: Any, new: Any) -> list[tuple[str, str]]:
    return [(entry.id, entry.subject) for entry in entries(old, new)]


def test_a_path_is_one_entry() -> None:
    item = {"get": OK, "put": OK}
    assert told(paths(), paths(a=item)) == [("path-added", "path /a")]
    assert told(paths(a=item), paths()) == [("path-removed", "path /a")]


def test_operations_of_a_path_that_stays_are_told_apart() -> None:
    assert told(paths(a={"get": OK}), paths(a={"get": OK, "put": OK, "post": OK})) == [
        ("operation-added", "PUT /a"),
        ("operation-added", "POST /a"),
    ]


def test_paths_that_hold_the_same_are_one_that_has_another_name() -> None:
    old, new = paths(a={"get": OK}), paths(b={"get": OK})
    assert told(old, new) == [("path-renamed", "path /b")]


def test_paths_that_hold_something_else_are_two() -> None:
    old, new = paths(a={"get": OK}), paths(b={"put": OK})
    assert sorted(told(old, new)) == [("path-added", "path /b"), ("path-removed", "path /a")]
