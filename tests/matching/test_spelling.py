"""What an object says by its own fields, as pairs in one spelling."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.kinds import Spot
from specmend.matching.spelling import is_null_alone, object_pairs, schema_pairs

SPELLINGS: list[tuple[list[Any], list[tuple[str, Any]]]] = [
    # All schemas of a row say the same.
    ([{"type": "string"}, {"type": ["string"]}], [("type", "string")]),
    (
        [{"type": "string", "nullable": True}, {"type": ["string", "null"]}],
        [("null", True), ("null value", True), ("type", "string")],
    ),
    (
        [{"anyOf": [{"type": "null"}]}, {"oneOf": [{"const": None}]}, {"nullable": True}],
        [("null", True), ("null value", True)],
    ),
    ([{"const": "a"}, {"enum": ["a"]}], [("enum", "a")]),
    (
        [{"enum": ["a", None]}],
        [("null", True), ("null value", True), ("enum", "a"), ("enum", None)],
    ),
    # A value that is not listed is not allowed, null like any other.
    (
        [{"type": ["null", "string"], "enum": ["a"]}],
        [("null", True), ("type", "string"), ("enum", "a")],
    ),
    ([{"example": "a"}, {"examples": ["a"]}], [("example", "a")]),
    (
        [{"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}],
        [("exclusiveMinimum", 1)],
    ),
    ([{"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}], [("maximum", 1)]),
    ([{"format": "byte"}, {"contentEncoding": "base64"}], [("format", "byte")]),
    (
        [{"format": "binary"}, {"contentMediaType": "application/octet-stream"}],
        [("format", "binary")],
    ),
    ([{"contentMediaType": "image/png"}], [("contentMediaType", "image/png")]),
    # What says no more than its absence.
    ([{}, {"nullable": False}, {"minLength": 0}, {"deprecated": False}], []),
    ([{"additionalProperties": it} for it in (True, {}, {"description": "Any."})], []),
    # A schema may be true or false.
    ([{"items": True}, {"items": {}}], [("items", {})]),
    (
        [{"additionalProperties": False}, {"additionalProperties": {"not": {}}}],
        [("additionalProperties", {"not": {}})],
    ),
    (
        [{"required": ["a"], "properties": {"a": {"type": "string"}}}],
        [("required", "a"), ("properties", "a")],
    ),
    ([{"allOf": [{"type": "string"}]}], [("allOf", {"type": "string"})]),
]


@pytest.mark.parametrize(("schemas", "expected"), SPELLINGS)
def test_schemas_that_say_the_same(schemas: list[Any], expected: list[Any]) -> None:
    for schema in schemas:
        assert [pair[:2] for pair in schema_pairs(schema)] == expected


OBJECTS: list[tuple[str, Any, list[tuple[str, Any]]]] = [
    ("response", {"headers": {"A": {}}, "content": {"text/a": {}}}, [
        ("headers", "A"), ("content", "text/a")
    ]),
    ("operation", {"tags": ["a", "b"], "deprecated": True}, [
        ("tags", "a"), ("tags", "b"), ("deprecated", True)
    ]),
    ("operation", {"requestBody": {"content": {}}}, [("requestBody", "there")]),
    ("parameter", {"schema": {}, "example": 1}, [("schema", "there"), ("example", 1)]),
    ("parameter", {"examples": {"one": {"value": 1}}}, [("example", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "expected"), OBJECTS)
def test_what_another_object_says(kind: str, value: Any, expected: list[Any]) -> None:
    assert [pair[:2] for pair in object_pairs(value, Spot("one", kind))] == expected


NULLS: list[tuple[Any, bool]] = [
    ({"type": "null"}, True),
    ({"type": ["null"]}, True),
    ({"const": None}, True),
    ({"enum": [None]}, True),
    ({"nullable": True, "enum": [None], "type": "string"}, True),
    ({"type": ["null", "string"]}, False),
    ({"const": "null"}, False),
    ({}, False),
    (True, False),
]


@pytest.mark.parametrize(("schema", "expected"), NULLS)
def test_a_schema_for_null_alone(schema: Any, expected: bool) -> None:
    assert is_null_alone(schema) is expected
