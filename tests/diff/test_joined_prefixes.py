"""Names in braces that are others in several paths."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import entries

OK = {"responses": {"200": {"description": "ok"}}}
RENAMED = "path-parameter-renamed"


def named(name: str) -> Any:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def document(paths: Any, **more: Any) -> Any:
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths, **more}


def per_path(name: str, *ends: str) -> Any:
    held = {"parameters": [named(name)], "get": OK, "put": OK}
    return document({f"/p/{{{name}}}{end}": held for end in ends})


def per_method(name: str, *ends: str) -> Any:
    held = {**OK, "parameters": [named(name)]}
    return document({f"/p/{{{name}}}{end}": {"get": held, "put": held} for end in ends})


def component(name: str, *ends: str) -> Any:
    held = {"parameters": [{"$ref": "#/components/parameters/id"}], "get": OK, "put": OK}
    paths = {f"/p/{{{name}}}{end}": held for end in ends}
    return document(paths, components={"parameters": {"id": named(name)}})


ENDS = ("", "/x", "/y")


@pytest.mark.parametrize("form", [per_path, per_method, component])
@pytest.mark.parametrize("ends", [ENDS[:1], ENDS])
def test_a_renamed_path_parameter_is_one_entry(form: Any, ends: tuple[str, ...]) -> None:
    (one,) = entries(form("a", *ends), form("b", *ends))
    assert (one.id, one.level, one.affected) == (RENAMED, "info", 2 * len(ends))


def test_other_parameters_are_other_entries() -> None:
    def two(first: str, second: str) -> Any:
        item = {"parameters": [named(first)], "get": OK}
        return document({f"/p/{{{first}}}": item, f"/q/{{{second}}}": {
            "parameters": [named(second)], "get": OK}})  # fmt: skip

    found = entries(two("a", "a"), two("b", "b"))
    assert [(one.id, one.before, one.after) for one in found] == [
        (RENAMED, "/p/{a}", "/p/{b}"),
        (RENAMED, "/q/{a}", "/q/{b}"),
    ]


def test_what_else_changed_in_the_parameter_stays() -> None:
    old, new = component("a", *ENDS), component("b", *ENDS)
    new["components"]["parameters"]["id"]["schema"] = {"type": "integer"}
    assert [one.id for one in entries(old, new)] == ["schema-type-changed", RENAMED]
