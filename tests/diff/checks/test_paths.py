"""Minimal pairs: paths and operations."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, api, entries, found

OK = {"responses": {"200": {"description": "ok"}}}
BASE: Tree = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "paths": {
        "/pets": {"get": {**OK, "operationId": "list"}, "post": OK, "delete": OK},
        "/old": {"get": {**OK, "deprecated": True}},
        "/pets/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {}}],
            "get": OK,
        },
    },
}


def edited(edit: Callable[[Any], object]) -> Tree:
    new: Tree = json.loads(json.dumps(BASE))
    edit(new["paths"])
    return new


def at(path: str, method: str, **fields: Any) -> Callable[[Any], object]:
    return lambda paths: paths[path][method].update(fields)


def renamed(paths: Any) -> None:
    paths["/animals"] = paths.pop("/pets")


def other_name(paths: Any) -> None:
    item = paths.pop("/pets/{id}")
    item["parameters"][0]["name"] = "key"
    paths["/pets/{key}"] = item


def with_ids(paths: Any) -> None:
    for method, operation in paths["/pets"].items():
        operation["operationId"] = method


BREAKING, WARNING, INFO = "breaking", "warning", "info"
EDITS: list[tuple[Callable[[Any], object], str, str]] = [
    (lambda paths: paths.update({"/cats": {"get": OK, "put": OK}}), "path-added", INFO),
    (lambda paths: paths.pop("/pets"), "path-removed", BREAKING),
    (lambda paths: paths.pop("/old"), "deprecated-path-removed", WARNING),
    (renamed, "path-renamed", BREAKING),
    (other_name, "path-parameter-renamed", INFO),
    (lambda paths: paths["/old"].update(summary="S"), "path-summary-changed", INFO),
    (lambda paths: paths["/old"].update(description="S"), "path-description-changed", INFO),
    (lambda paths: paths["/old"].update({"x-a": {"b": 1, "c": 2}}), "path-extension-changed", INFO),
    (lambda paths: paths["/old"].update(unknown=1), "path-field-changed", WARNING),
    (lambda paths: paths["/pets"].update(put=OK), "operation-added", INFO),
    (lambda paths: paths["/pets"].pop("post"), "operation-removed", BREAKING),
    (at("/pets", "post", operationId="add"), "operation-id-added", INFO),
    (lambda paths: paths["/pets"]["get"].pop("operationId"), "operation-id-removed", INFO),
    (at("/pets", "get", operationId="all"), "operation-id-changed", INFO),
    (at("/pets", "post", tags=["a", "b"]), "operation-tag-added", INFO),
    (at("/pets", "post", summary="S"), "operation-summary-changed", INFO),
    (at("/pets", "post", description="S"), "operation-description-changed", INFO),
    (at("/pets", "post", externalDocs={"url": "u", "description": "d"}),
     "operation-documentation-changed", INFO),
    (at("/pets", "post", deprecated=True), "operation-deprecated", INFO),
    (lambda paths: paths["/old"]["get"].pop("deprecated"), "operation-reactivated", INFO),
    (at("/pets", "post", unknown=1), "operation-field-changed", WARNING),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "id_", "level"), EDITS, ids=[row[1] for row in EDITS])
def test_one_edit_is_one_entry(edit: Callable[[Any], object], id_: str, level: str) -> None:
    assert found(BASE, edited(edit)) == [(id_, level, "request")]


def moving(held: str, other: str) -> Tree:
    """Two paths, each with an operation of its own, one of which has an id."""
    paths = {held: {"put": OK, "get": {**OK, "operationId": "x"}}, other: {"put": OK}}
    return {**BASE, "paths": paths}


def under(prefix: str) -> Tree:
    return {**BASE, "paths": {f"{prefix}/{name}": {"get": OK, "put": OK} for name in "abc"}}


def two(first: str, second: str) -> Tree:
    """Two operations of a path, each with an id of its own."""
    methods = {first: {**OK, "operationId": "x"}, second: {**OK, "operationId": "y"}}
    return {**BASE, "paths": {"/a": methods}}


PAIRS: list[tuple[Any, Any, str, str]] = [
    (api({"tags": ["a"]}), api(), "operation-tag-removed", INFO),
    (api({"tags": ["a", "b"]}), api({"tags": ["c"]}), "operation-tags-changed", INFO),
    (edited(at("/pets", "post", deprecated=True)), edited(lambda paths: paths["/pets"].pop("post")),
     "deprecated-operation-removed", WARNING),
    (moving("/a", "/b"), moving("/b", "/a"), "operation-moved", BREAKING),
    (under("/v1"), under("/v2"), "path-prefix-renamed", BREAKING),
    (two("get", "put"), two("put", "get"), "operations-swapped", BREAKING),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "id_", "level"), PAIRS)
def test_two_documents_are_one_entry(old: Any, new: Any, id_: str, level: str) -> None:
    assert found(old, new) == [(id_, level, "request")]


def test_a_path_with_ids_that_has_another_name_is_one_entry() -> None:
    old = edited(with_ids)
    new = copy.deepcopy(old)
    renamed(new["paths"])
    (entry,) = entries(old, new)
    assert (entry.id, entry.subject) == ("path-renamed", "path /animals")
    assert entry.affects == ("GET /animals", "POST /animals", "DELETE /animals")


def test_a_path_that_is_gone_names_its_operations() -> None:
    (entry,) = entries(BASE, edited(lambda paths: paths.pop("/pets")))
    assert entry.affects == ("GET /pets", "POST /pets", "DELETE /pets")
    assert (entry.place, entry.affected) == ("/paths/~1pets", 3)


def pairs() -> list[Pair]:
    """All pairs of this table."""
    rows: list[Pair] = [(BASE, edited(edit), (id_, level, "request")) for edit, id_, level in EDITS]
    return rows + [(old, new, (id_, level, "request")) for old, new, id_, level in PAIRS]
