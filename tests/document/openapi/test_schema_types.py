"""Values beside a type that are not of it."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.schema_types import is_of_type, misfits


@pytest.mark.parametrize(
    ("schema", "values"),
    [
        ({"type": "string", "default": "a", "enum": ["a"]}, []),
        ({"default": 1}, []),
        ({"type": "string", "default": 1}, [("default", 1)]),
        ({"type": "integer", "default": 1.0}, []),
        ({"type": "integer", "default": 1.5}, [("default", 1.5)]),
        ({"type": "integer", "default": True}, [("default", True)]),
        ({"type": "number", "default": False}, [("default", False)]),
        ({"type": ["string", "null"], "const": None}, []),
        ({"type": "string", "const": None}, [("const", None)]),
        ({"type": "string", "nullable": True, "example": None}, []),
        ({"type": "array", "enum": [[], {}]}, [("enum", {})]),
        ({"type": "object", "examples": [{}, 1]}, [("examples", 1)]),
        ({"type": "boolean", "examples": {"a": 1}}, []),
        ({"type": "string", "enum": "a"}, []),
        ({"type": {"a": 1}, "default": 1}, [("default", 1)]),
        ({"type": [["string"], "integer"], "default": 1}, []),
    ],
)
def test_values_of_another_type_are_found(schema: Any, values: list[tuple[str, Any]]) -> None:
    assert list(misfits(schema)) == values


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [("a", "string", True), (1.0, "integer", True), (1, "text", False), (1, ["integer"], False)],
)
def test_a_value_is_of_a_type(value: Any, kind: Any, expected: bool) -> None:
    assert is_of_type(value, kind) is expected
