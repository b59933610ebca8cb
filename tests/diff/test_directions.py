"""In which direction schemas travel, from operations of any method."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.directions import direction_of, directions


def ref(kind: str, name: str) -> Any:
    return {"$ref": f"#/components/{kind}/{name}"}


def content(schema: Any) -> Any:
    return {"content": {"application/json": {"schema": schema}}}


def document(item: Any, **components: Any) -> Any:
    return {"paths": {"/a": item}, "components": {"schemas": {"A": {}, "B": {}}, **components}}


A, B = ref("schemas", "A"), ref("schemas", "B")

TABLE = [
    pytest.param(document({}), {}, id="not used"),
    pytest.param(document({"query": {"requestBody": content(A)}}), {"A": "request"}, id="sent"),
    pytest.param(
        document({"additionalOperations": {"LINK": {"responses": {"200": content(A)}}}}),
        {"A": "answer"},
        id="answered",
    ),
    pytest.param(
        document(
            {"get": {"responses": {"default": ref("responses", "R")}}}, responses={"R": content(A)}
        ),
        {"A": "answer"},
        id="by the default response",
    ),
    pytest.param(
        document({"post": {"requestBody": content(A), "responses": {"200": content(A)}}}),
        {"A": "both"},
        id="both",
    ),
    pytest.param(
        document({"parameters": [{"schema": A}], "get": {"responses": {"200": content(B)}}}),
        {"A": "request", "B": "answer"},
        id="parameters of a path",
    ),
    pytest.param(
        document({"get": {"responses": {"200": {"content": {"a/b": {"example": A}}}}}}),
        {},
        id="an example is data",
    ),
]


@pytest.mark.parametrize(("tree", "ways"), TABLE)
def test_a_schema_travels_as_operations_use_it(tree: Any, ways: dict[str, str]) -> None:
    assert directions(tree) == ways


@pytest.mark.parametrize(
    ("inside", "direction"),
    [
        (("parameters", 0), "request"),
        (("requestBody",), "request"),
        (("responses", "200"), "answer"),
        (("summary",), ""),
        ((), ""),
    ],
)
def test_a_place_inside_an_operation_has_a_direction(inside: Any, direction: str) -> None:
    assert direction_of(inside) == direction
