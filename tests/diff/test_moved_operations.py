"""Operations under another path or another method."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import entries

OK = {"responses": {"200": {"description": "ok"}}}
OTHER = {"responses": {"204": {"description": "no"}}, "summary": "S", "tags": ["t"]}


def document(paths: Any, **more: Any) -> Any:
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths, **more}


def op(name: str = "", node: Any = OK) -> Any:
    return {**node, "operationId": name} if name else node


def under(prefix: str, *names: str, **nodes: Any) -> Any:
    return document({f"{prefix}/{name}": {"get": nodes.get(name, OK)} for name in names})


MOVED: list[tuple[Any, Any, list[str]]] = [
    # The first rows: what is not one operation stays two.
    (
        document({"/a": {"get": op()}, "/b": {"get": op()}}),
        document({"/c": {"get": op(node=OTHER)}, "/d": {"get": op(node=OTHER)}}),
        ["path-removed", "path-removed", "path-added", "path-added"],
    ),
    (document({"/a": {"get": op("x")}}), document({"/b": {"get": op("x")}}), ["path-renamed"]),
    (document({"/a": {"get": op("x")}}), document({"/b": {"get": op("y")}}), ["path-renamed"]),
    (document({"/a": {"get": op("x")}}), document({"/b": {"get": op()}}), ["path-renamed"]),
    (document({"/a": {"get": op()}}), document({"/b": {"get": op("y")}}), ["path-renamed"]),
    (document({"/a": {"get": op("x")}}), document({"/a": {"put": op("y")}}), ["operation-moved"]),
    (document({"/a": {"get": op("x")}}), document({"/a": {"put": op("x")}}), ["operation-moved"]),
    (
        document({"/a": {"get": op("x"), "put": op("y", OTHER)}}),
        document({"/a": {"put": op("y", OTHER)}, "/b": {"get": op("z")}}),
        ["operation-moved"],
    ),
    (
        document({"/a": {"get": op("x"), "put": op("y")}}),
        document({"/b": {"get": op("v"), "put": op("w")}}),
        ["path-renamed"],
    ),
    (
        document({"/a": {"additionalOperations": {"COPY": op("x")}}}),
        document({"/a": {"additionalOperations": {"MOVE": op("y")}}}),
        ["operation-moved"],
    ),
    (under("/v1", "a", "b"), under("/v2", "a", "b"), ["path-prefix-renamed"]),
    (under("", "a", "b"), under("/api", "a", "b"), ["path-prefix-renamed"]),
    (under("/api", "a", "b"), under("", "a", "b"), ["path-prefix-renamed"]),
    (under("/v1", "a"), under("/v2", "a"), ["path-renamed"]),
    (
        under("/v1", "a", "b"),
        under("/v2", "a", "b", b={**OK, "summary": "S"}),
        ["path-prefix-renamed", "operation-summary-changed"],
    ),
    (
        under("/v1", "a", "b"),
        under("/v2", "a", "b", b={"responses": {"500": {"description": "x"}}, "tags": ["t"]}),
        ["path-renamed", "path-removed", "path-added"],
    ),
    (
        document({"/a": {"get": op("x"), "put": op("y", OTHER)}}),
        document({"/a": {"put": op("x"), "get": op("y", OTHER)}}),
        ["operations-swapped"],
    ),
    (
        document({"/a": {"get": op("x"), "put": op("y")}, "/b": {"get": op("v")}}),
        document({"/a": {"get": op("y"), "put": op("x")}, "/b": {"get": op("v")}}),
        ["operations-swapped"],
    ),
    (
        document({"/a": {"get": op("x")}, "/b": {"get": op("y")}}),
        document({"/a": {"get": op("y")}, "/b": {"get": op("x")}}),
        ["operations-swapped"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "ids"), MOVED)
def test_one_move_is_one_entry(old: Any, new: Any, ids: list[str]) -> None:
    assert sorted(one.id for one in entries(old, new)) == sorted(ids)


def test_the_old_and_the_new_id_are_told_with_the_move() -> None:
    old = document({"/a": {"get": op("x"), "put": op("y")}})
    new = document({"/b": {"get": op("v"), "put": op("w")}})
    (one,) = entries(old, new)
    assert one.level == "breaking"
    for name in ("x", "y", "v", "w"):
        assert f'"{name}"' in one.words


def test_paths_of_a_prefix_name_all_their_operations() -> None:
    (one,) = entries(under("/v1", "a", "b", "c"), under("/v2", "a", "b", "c"))
    assert (one.before, one.after, one.affected) == ("/v1", "/v2", 3)
    assert one.affects == ("GET /v2/a", "GET /v2/b", "GET /v2/c")
