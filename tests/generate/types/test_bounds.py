"""Bounds are those that the type in Python can have, whole where lengths and whole numbers are."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.types.bounds import bounds_of

ROWS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"type": "string"}, {}),
    ({"type": "string", "minLength": 1, "maxLength": 3}, {"minLength": 1, "maxLength": 3}),
    ({"type": "integer", "minimum": 1, "maxLength": 3}, {"minimum": 1}),
    ({"type": "integer", "minimum": 0.5, "maximum": 2.5}, {"minimum": 1, "maximum": 2}),
    (
        {"type": "integer", "exclusiveMinimum": 0.5, "exclusiveMaximum": 2.5},
        {"exclusiveMinimum": 0, "exclusiveMaximum": 3},
    ),
    ({"type": "integer", "multipleOf": 0.5}, {}),
    ({"type": "integer", "multipleOf": 2.0}, {"multipleOf": 2}),
    ({"type": "number", "minimum": 0.5, "multipleOf": 0.1}, {"minimum": 0.5, "multipleOf": 0.1}),
    ({"type": "number", "multipleOf": 0}, {}),
    ({"type": "number", "maximum": float("inf")}, {}),
    ({"type": "array", "minItems": 1}, {"minItems": 1}),
    ({"type": "object", "maxProperties": 3, "minItems": 1}, {"maxProperties": 3}),
    ({"type": "integer", "minimum": 2**70}, {"minimum": 2**70}),
    ({"type": "number", "minimum": -(10**400), "maximum": 10**400}, {}),
    ({"type": "integer", "maximum": 10**400}, {}),
    ({"type": "string", "maxLength": 2**63 - 1}, {"maxLength": 2**63 - 1}),
    ({"type": "string", "maxLength": 2**63}, {}),
    ({"type": "array", "maxItems": 1e300}, {}),
    ({"type": "string", "maxLength": True}, {}),
    ({"type": "integer", "minimum": False}, {}),
    ({"type": "boolean", "minimum": 1}, {}),
    ({"minimum": 1}, {}),
]


@pytest.mark.parametrize(("schema", "expected"), ROWS)
def test_the_bounds_of_a_schema(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    found = bounds_of(schema)
    assert dict(found) == expected
    whole = schema.get("type") != "number"
    assert all(isinstance(number, int) or not whole for _, number in found)
