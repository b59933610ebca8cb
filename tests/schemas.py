"""Small schemas that the tests of several rooms put together."""

from __future__ import annotations

from typing import Any

PAIR: Any = {"type": "string", "enum": ["a", "b"]}
ONE: Any = {"type": "string", "enum": ["a"]}


def map_of(values: Any) -> Any:
    """A map with such values."""
    return {"type": "object", "additionalProperties": values}


def list_of(items: Any) -> Any:
    """A list of such items."""
    return {"type": "array", "items": items}
