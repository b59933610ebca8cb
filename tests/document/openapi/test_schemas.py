"""Ways through the schemas of a document, from the outside in or from the inside out."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from specmend.document.openapi.schemas import (
    children,
    content_holders,
    copy_tree,
    map_schemas,
    parameter_schema,
    schema_roots,
    schemas,
)


def named(name: str, **more: Any) -> dict[str, Any]:
    return {"title": name, **more}


DOCUMENT: Any = {
    "paths": {
        "/a": {
            "parameters": [{"name": "p", "schema": named("p", items=named("in p"))}],
            "query": {
                "requestBody": {"content": {"a/b": {"itemSchema": named("record")}}},
                "responses": {"200": {"$ref": "#/components/responses/R"}},
            },
        }
    },
    "components": {
        "schemas": {"A": named("A", properties={"b": named("b"), "c": True}), "D": False},
        "responses": {"R": {"content": {"a/b": {"schema": named("R")}}}},
    },
}


def test_the_roots_are_the_schemas_outside_schemas_shared_ones_first() -> None:
    titles = [holder[key]["title"] for holder, key in schema_roots(DOCUMENT)]
    assert titles == ["A", "R", "p", "record"]


def test_every_schema_is_found_outer_ones_first() -> None:
    titles = [schema["title"] for schema in schemas(DOCUMENT)]
    assert titles == ["A", "b", "R", "p", "in p", "record"]


def test_schemas_are_changed_from_the_inside_out_in_a_copy() -> None:
    given = deepcopy(DOCUMENT)
    seen: list[str] = []

    def note(schema: Any) -> Any:
        seen.append(schema["title"])
        return {**schema, "seen": True}

    made = map_schemas(DOCUMENT, note)
    assert given == DOCUMENT
    assert seen.index("b") < seen.index("A")
    assert all(schema["seen"] for schema in schemas(made))
    assert made["components"]["schemas"]["D"] is False


def test_a_node_that_anchors_share_becomes_two() -> None:
    shared = {"a": [1]}
    made = copy_tree({"x": shared, "y": shared})
    assert made["x"] == made["y"]
    assert made["x"] is not made["y"]


@pytest.mark.parametrize(
    ("schema", "keywords"),
    [
        ({"type": "object", "default": {"items": {}}}, []),
        ({"properties": {"a": {}, "b": True}, "items": {}}, ["items", "properties"]),
        (
            {"prefixItems": [{}, {}], "allOf": [{}], "not": {}},
            ["not", "allOf", *["prefixItems"] * 2],
        ),
        ({"unevaluatedItems": {}, "contentSchema": {}}, ["unevaluatedItems", "contentSchema"]),
        ({"$defs": {"a": {}}, "dependentSchemas": {"b": {}}}, ["$defs", "dependentSchemas"]),
        ({"items": [{}], "properties": [], "allOf": {}}, []),
    ],
)
def test_the_schemas_inside_a_schema(schema: Any, keywords: list[str]) -> None:
    places = list(children(schema))
    assert [keyword for _, _, keyword in places] == keywords
    assert all(isinstance(holder[key], dict) for holder, key, _ in places)


@pytest.mark.parametrize(
    ("parameter", "count"),
    [
        ({"schema": {}}, 1),
        ({"content": {"a/b": {"schema": {}}, "c/d": {}}}, 1),
        ({"schema": True}, 0),
        ({"$ref": "#/p"}, 0),
        (None, 0),
    ],
)
def test_the_schemas_of_a_parameter(parameter: Any, count: int) -> None:
    assert len(list(parameter_schema(parameter))) == count


def test_bodies_and_responses_with_content_are_found() -> None:
    assert len(list(content_holders(DOCUMENT))) == 2
