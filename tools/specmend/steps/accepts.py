"""A quick yes to what a JSON Schema allows, so that its library is only loaded to say what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from specmend.document.tree.values import Tree

Schema = Mapping[str, Any]


def accepts(schema: Schema, value: Tree) -> bool:
    """Whether a value is surely valid (JSON Schema 2020-12); no also where a keyword is not known here."""
    return all(keyword in _KEYWORDS and _KEYWORDS[keyword](schema, value) for keyword in schema)


def _type(schema: Schema, value: Tree) -> bool:
    return value.__class__ is _TYPES.get(schema["type"])


def _pattern(schema: Schema, value: Tree) -> bool:
    return isinstance(value, str) and re.search(schema["pattern"], value) is not None


def _enum(schema: Schema, value: Tree) -> bool:
    return isinstance(value, str) and value in schema["enum"]


def _required(schema: Schema, value: Tree) -> bool:
    return isinstance(value, dict) and all(name in value for name in schema["required"])


def _properties(schema: Schema, value: Tree) -> bool:
    """Each member against its schema, or allowed by the beginning of its name, or by there being no closing word."""
    known, patterns = schema["properties"], tuple(schema.get("patternProperties", ()))
    is_open = schema.get("additionalProperties", True) is not False
    return isinstance(value, dict) and all(
        accepts(known[name], member)
        if name in known
        else is_open or any(re.search(p, name) for p in patterns)
        for name, member in value.items()
    )


def _pattern_properties(schema: Schema, _value: Tree) -> bool:
    return "properties" in schema and not any(schema["patternProperties"].values())


def _additional(schema: Schema, _value: Tree) -> bool:
    return "properties" in schema and isinstance(schema["additionalProperties"], bool)


def _items(schema: Schema, value: Tree) -> bool:
    return isinstance(value, list) and all(accepts(schema["items"], member) for member in value)


def _min_items(schema: Schema, value: Tree) -> bool:
    return isinstance(value, list) and len(value) >= schema["minItems"]


def _minimum(schema: Schema, value: Tree) -> bool:
    return value.__class__ is int and value >= schema["minimum"]


_TYPES: Final = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}

_KEYWORDS: Final[Mapping[str, Callable[[Schema, Tree], bool]]] = {
    "$schema": lambda _schema, _value: True,
    "description": lambda _schema, _value: True,
    "type": _type,
    "pattern": _pattern,
    "enum": _enum,
    "required": _required,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
    "items": _items,
    "minItems": _min_items,
    "minimum": _minimum,
}
