"""Parameters and the places that they stand in."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import OK, VERSIONS, document, levels, operation, told

QUERY = {"name": "q", "in": "query", "schema": {}}
WHOLE = {"name": "w", "in": "querystring", "content": {"text/plain": {}}}


def tree(version: str, *listed: Any, above: Any = ()) -> Any:
    item = {"parameters": list(above), "get": {"parameters": list(listed), "responses": OK}}
    return document(version, paths={"/a": item}, components={"parameters": {"W": WHOLE}})


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_headers_that_no_parameter_describes(version: str, name: str) -> None:
    odd = tree(version, {"name": name, "in": "header", "schema": {}})
    assert told("parameters", odd) == [
        ("/paths/~1a/get/parameters/0", f"OpenAPI ignores a parameter for the header '{name}'")
    ]
    assert levels("parameters", odd) == ["warning"]
    assert told("parameters", tree(version, {"name": name, "in": "query", "schema": {}})) == []


def test_what_is_for_queries_alone() -> None:
    fields = {"allowEmptyValue": True, "allowReserved": True}
    header = {"name": "X-A", "in": "header", "schema": {}, **fields}
    found = [told("parameters", tree(version, header)) for version in VERSIONS]
    assert [len(one) for one in found] == [2, 2, 1]
    assert told("parameters", tree("3.0.3", {**QUERY, **fields})) == []


@pytest.mark.parametrize(
    ("listed", "above", "at"),
    [
        ([WHOLE, WHOLE], [], ["/get/parameters/1"]),
        ([WHOLE], [QUERY], ["/parameters/0"]),
        ([QUERY, {"$ref": "#/components/parameters/W"}], [], ["/get/parameters/0"]),
        ([WHOLE], [WHOLE], ["/get/parameters/0"]),
        ([WHOLE], [], []),
        ([QUERY, QUERY], [QUERY], []),
    ],
)
def test_one_parameter_is_the_whole_query_of_3_2(listed: Any, above: Any, at: list[str]) -> None:
    found = told("parameters", tree("3.2.0", *listed, above=above))
    assert [place.removeprefix("/paths/~1a") for place, _ in found] == at


def test_parameters_of_a_path_item_are_told_once() -> None:
    item = {"parameters": [WHOLE, QUERY], "get": operation(), "put": operation()}
    for tree in (
        document("3.2.0", paths={"/a": item}),
        document("3.2.0", paths={"/a": {"parameters": [WHOLE, QUERY]}}),
    ):
        assert [place for place, _ in told("parameters", tree)] == ["/paths/~1a/parameters/1"]
        assert told("openapi", tree) == []
