"""Minimal pairs: parameters of operations, of paths and of components."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, api, found

T, J = {"type": "string"}, {"type": "integer"}
LIST = {"type": "array", "items": T}


def query(**fields: Any) -> Tree:
    return {"name": "q", "in": "query", "schema": T, **fields}


def by_content(**fields: Any) -> Tree:
    return {"name": "q", "in": "query", "content": {"application/json": {"schema": T}}, **fields}


PLACE: Tree = {"name": "id", "in": "path", "required": True, "schema": T}


def whole(name: str) -> Tree:
    """The parameter that is the whole query (OpenAPI 3.2)."""
    return {"name": name, "in": "querystring", "content": {"application/json": {"schema": T}}}


REQUIRED = query(required=True)
BREAKING, WARNING, INFO = "breaking", "warning", "info"

Row = tuple[list[Tree], list[Tree], str, str]
ROWS: list[Row] = [
    ([], [query()], "request-parameter-added", INFO),
    ([], [REQUIRED], "request-parameter-added-required", BREAKING),
    ([query()], [], "request-parameter-removed", WARNING),
    ([query(deprecated=True)], [], "deprecated-request-parameter-removed", INFO),
    ([query()], [query(name="r")], "request-parameter-renamed", BREAKING),
    ([query()], [{**query(), "in": "header"}], "request-parameter-moved", BREAKING),
    ([query(), query(name="r", schema=J)], [query(schema=J), query(name="r")],
     "request-parameters-swapped", BREAKING),
    ([whole("q")], [whole("r")], "request-parameter-title-changed", INFO),
    ([query()], [REQUIRED], "request-parameter-became-required", BREAKING),
    ([REQUIRED], [query()], "request-parameter-became-optional", INFO),
    ([query()], [query(deprecated=True)], "request-parameter-deprecated", INFO),
    ([query(deprecated=True)], [query()], "request-parameter-reactivated", INFO),
    ([query()], [query(style="spaceDelimited")], "request-parameter-style-changed", BREAKING),
    ([query(schema=LIST)], [query(schema=LIST, explode=False)],
     "request-parameter-explode-changed", BREAKING),
    ([query(schema={})], [query(schema={}, explode=False)],
     "request-parameter-explode-changed", BREAKING),
    ([query()], [query(explode=False)], "request-parameter-explode-unused", INFO),
    ([query(schema={"type": ["integer", "null"]}, explode=False)],
     [query(schema={"type": ["integer", "null"]})], "request-parameter-explode-unused", INFO),
    ([query()], [query(allowReserved=True)], "request-parameter-allow-reserved-changed", WARNING),
    ([query()], [query(allowEmptyValue=True)], "request-parameter-empty-value-allowed", INFO),
    ([query(allowEmptyValue=True)], [query()], "request-parameter-empty-value-refused", BREAKING),
    ([{"name": "q", "in": "query"}], [query()], "request-parameter-schema-added", BREAKING),
    ([query()], [{"name": "q", "in": "query"}], "request-parameter-schema-removed", INFO),
    ([query()], [query(description="D")], "request-parameter-description-changed", INFO),
    ([query()], [query(example="a")], "request-parameter-example-changed", INFO),
    ([query()], [query(unknown=1)], "request-parameter-field-changed", WARNING),
    ([query()], [query(schema={**T, "default": "a"})], "request-parameter-default-added", BREAKING),
    ([query(schema={**T, "default": "a"})], [query()], "request-parameter-default-removed",
     BREAKING),
    ([query(schema={**T, "default": "a"})], [query(schema={**T, "default": "b"})],
     "request-parameter-default-changed", BREAKING),
    ([], [PLACE], "request-path-parameter-added", BREAKING),
    ([query(schema=T)], [by_content()], "request-parameter-content-changed", BREAKING),
    # Beside the parameter another one comes in front.
    ([query()], [query(name="a"), query()], "request-parameter-added", INFO),
]  # fmt: skip


def of_operation(parameters: list[Tree]) -> Tree:
    return api({"parameters": parameters})


def of_path(parameters: list[Tree]) -> Tree:
    document = api()
    item = document["paths"]["/pets"]
    item["parameters"] = parameters
    item["get"] = copy.deepcopy(item["post"])
    return document


def of_components(parameters: list[Tree]) -> Tree:
    named = {f"p{index}": one for index, one in enumerate(parameters)}
    refer = [{"$ref": f"#/components/parameters/{name}"} for name in named]
    operations = {"parameters": refer, "responses": {"200": {"description": "ok"}}}
    document = api(operations, components={"parameters": named})
    document["paths"]["/cats"] = {"get": operations}
    return document


def of_callback(parameters: list[Tree]) -> Tree:
    called = {"post": {"parameters": parameters, "responses": {}}}
    return api({"callbacks": {"on": {"{$url}": called}}})


CALLED_ROWS: list[Row] = [
    ([], [query()], "request-parameter-added", INFO),
    ([], [REQUIRED], "request-parameter-added-required", INFO),
    ([query()], [], "request-parameter-removed", WARNING),
    ([query()], [REQUIRED], "request-parameter-became-required", INFO),
    ([REQUIRED], [query()], "request-parameter-became-optional", BREAKING),
    ([query()], [query(allowEmptyValue=True)], "request-parameter-empty-value-allowed", WARNING),
    ([query(allowEmptyValue=True)], [query()], "request-parameter-empty-value-refused", INFO),
    ([{"name": "q", "in": "query"}], [query()], "request-parameter-schema-added", INFO),
    ([query()], [{"name": "q", "in": "query"}], "request-parameter-schema-removed", WARNING),
]


@pytest.mark.parametrize(("old", "new", "id_", "level"), CALLED_ROWS)
def test_what_the_server_calls_with_is_what_a_client_gets(
    old: list[Tree], new: list[Tree], id_: str, level: str
) -> None:
    assert found(of_callback(old), of_callback(new)) == [(id_, level, "response")]


HOLDERS = (of_operation, of_path)


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize(("old", "new", "id_", "level"), ROWS)
def test_one_edit_is_one_entry(
    old: list[Tree], new: list[Tree], id_: str, level: str, holder: Callable[[list[Tree]], Tree]
) -> None:
    assert found(holder(old), holder(new)) == [(id_, level, "request")]


@pytest.mark.parametrize(
    ("old", "new", "id_", "level"), [row for row in ROWS if len(row[0]) == len(row[1]) == 1]
)
def test_a_component_is_told_once_for_all_operations(
    old: list[Tree], new: list[Tree], id_: str, level: str
) -> None:
    told = found(of_components(old), of_components(new))
    # Its name and place tell nothing there but what they are; a default belongs to its schema.
    assert len(told) == 1
    if not id_.startswith("request-parameter-default"):
        assert told == [(id_, level, "request")]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    rows: list[Pair] = [
        (holder(old), holder(new), (id_, level, "request"))
        for holder in HOLDERS
        for old, new, id_, level in ROWS
    ]
    return rows + [
        (of_callback(old), of_callback(new), (id_, level, "response"))
        for old, new, id_, level in CALLED_ROWS
    ]
