"""The forms that values of a type have on the wire."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import INTEGER, STRING, normalized, of_operation, reader_of

from specmend.generate.client.values import Shape, has_class, is_nested, shapes

LIST = {"type": "array", "items": STRING}
MAP = {"type": "object", "additionalProperties": STRING}
DEEP = {"type": "object", "properties": {"a": STRING, "tags": LIST}}
TREE = {"anyOf": [STRING, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]}


@pytest.mark.parametrize(
    ("schema", "found", "nested"),
    [
        (STRING, {Shape.SCALAR}, False),
        ({"type": "string", "format": "date-time"}, {Shape.SCALAR}, False),
        ({"enum": ["a", "b"]}, {Shape.SCALAR}, False),
        ({"type": ["integer", "null"], "minimum": 1}, {Shape.SCALAR}, False),
        ({}, {Shape.ANY}, False),
        (LIST, {Shape.LIST}, False),
        ({"prefixItems": [STRING, LIST], "minItems": 2, "items": False}, {Shape.LIST}, True),
        ({"type": "array", "items": LIST}, {Shape.LIST}, True),
        ({"type": "array"}, {Shape.LIST}, False),
        (MAP, {Shape.OBJECT}, False),
        ({"type": "object", "additionalProperties": MAP}, {Shape.OBJECT}, True),
        (DEEP, {Shape.OBJECT}, True),
        ({"anyOf": [STRING, LIST]}, {Shape.SCALAR, Shape.LIST}, False),
        ({"$ref": "#/components/schemas/Tree"}, {Shape.SCALAR, Shape.LIST}, True),
    ],
)
def test_the_shapes_of_a_type(schema: Any, found: set[Shape], *, nested: bool) -> None:
    parameter = {"name": "q", "in": "query", "schema": schema}
    operation = {"responses": {}, "parameters": [parameter]}
    components = {"schemas": {"Tree": TREE, "Number": INTEGER}}
    tree = normalized(of_operation(operation, components=components))
    reader = reader_of(tree)
    kind = reader.types.read(tree["paths"]["/a"]["get"]["parameters"][0]["schema"])
    assert shapes(kind, reader) == found
    assert is_nested(kind, reader) is nested


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        (STRING, False),
        (MAP, False),
        (DEEP, True),
        ({"type": "array", "items": DEEP}, True),
        ({"anyOf": [STRING, {"type": "object", "additionalProperties": DEEP}]}, True),
        ({"anyOf": [DEEP, {"type": "string", "format": "binary"}]}, False),
        ({"$ref": "#/components/schemas/Tree"}, False),
    ],
)
def test_a_type_with_objects_of_a_class(schema: Any, *, found: bool) -> None:
    parameter = {"name": "q", "in": "query", "schema": schema}
    operation = {"responses": {}, "parameters": [parameter]}
    tree = normalized(of_operation(operation, components={"schemas": {"Tree": TREE}}))
    reader = reader_of(tree)
    made = tree["paths"]["/a"]["get"]["parameters"][0]["schema"]
    assert has_class(reader.types.read(made), reader) is found
