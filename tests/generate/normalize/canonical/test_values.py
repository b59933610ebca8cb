"""Values that are no class: scalars, enumerations, lists and maps."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import FREE, NULL, STRING

from specmend.document.openapi.keywords import BOUNDS
from specmend.generate.normalize.canonical.parts import parts_of_schema
from specmend.generate.normalize.canonical.values import value_of

WHOLE = {"type": "integer"}
LIST = {"type": "array", "items": {}}

ROWS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (STRING, STRING),
    ({}, {}),
    ({"type": "string", "minLength": 1, "pattern": "a"}, {"type": "string", "minLength": 1}),
    ({"type": "string", "format": "date"}, {"type": "string", "format": "date"}),
    ({"type": "string", "format": "email"}, STRING),
    ({"format": "uuid"}, {"type": "string", "format": "uuid"}),
    ({"minLength": 1}, {}),
    ({"type": "integer", "minimum": 1, "minLength": 1}, {"type": "integer", "minimum": 1}),
    ({"type": "integer", "minimum": True}, WHOLE),
    ({"type": "boolean"}, {"type": "boolean"}),
    (NULL, NULL),
    ({"type": "file"}, {}),
    ({"type": ["string", "integer"]}, {"anyOf": [STRING, WHOLE]}),
    ({"type": ["integer", "number"]}, {"type": "number"}),
    # Enumerations and constants.
    ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"]}),
    ({"enum": ["a", "a"]}, {"type": "string", "enum": ["a"]}),
    ({"enum": ["a", 1]}, {"enum": ["a", 1]}),
    ({"enum": [1, True]}, {"enum": [1, True]}),
    ({"enum": ["a", 1.5]}, {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "number"}]}),
    ({"enum": [{"a": 1}]}, FREE),
    ({"enum": [[1]]}, LIST),
    ({"enum": [None]}, NULL),
    ({"enum": [2**63]}, WHOLE),
    ({"const": "a"}, {"const": "a"}),
    ({"const": 1.5}, {"type": "number"}),
    ({"const": {"a": 1}}, FREE),
    # Lists.
    ({"type": "array"}, LIST),
    ({"items": STRING}, {"type": "array", "items": STRING}),
    ({"type": "array", "items": False}, LIST),
    (
        {"type": "array", "items": STRING, "minItems": 1, "uniqueItems": True},
        {"type": "array", "items": STRING, "minItems": 1},
    ),
    ({"prefixItems": [STRING, WHOLE]}, LIST),
    (
        {"prefixItems": [STRING, WHOLE], "items": False, "minItems": 2},
        {"type": "array", "prefixItems": [STRING, WHOLE], "items": False, "minItems": 2},
    ),
    (
        {"prefixItems": [STRING, WHOLE], "items": False},
        {"type": "array", "items": {"anyOf": [STRING, WHOLE]}},
    ),
    (
        {"prefixItems": [STRING], "items": WHOLE},
        {"type": "array", "items": {"anyOf": [STRING, WHOLE]}},
    ),
    # The tuples of JSON Schema before 2020-12.
    (
        {"items": [STRING, WHOLE], "additionalItems": False, "minItems": 2},
        {"type": "array", "prefixItems": [STRING, WHOLE], "items": False, "minItems": 2},
    ),
    # Maps.
    ({"type": "object"}, FREE),
    ({"type": "object", "additionalProperties": False}, FREE),
    ({"type": "object", "minProperties": 1}, FREE | {"minProperties": 1}),
    ({"type": "object", "additionalProperties": True}, FREE),
    ({"additionalProperties": STRING}, {"type": "object", "additionalProperties": STRING}),
    (
        {"patternProperties": {"^x-": STRING}},
        {"type": "object", "additionalProperties": STRING},
    ),
    (
        {"patternProperties": {"^x-": STRING}, "additionalProperties": WHOLE},
        {"type": "object", "additionalProperties": {"anyOf": [STRING, WHOLE]}},
    ),
    ({"patternProperties": {"^x-": STRING}, "additionalProperties": True}, FREE),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "expected"), ROWS)
def test_the_canonical_form_of_a_value(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    assert value_of(parts_of_schema(schema)) == expected


def test_bounds_are_known_of_every_type_that_has_some() -> None:
    assert set(BOUNDS) == {"string", "integer", "number", "array", "object"}
