"""The shape of a step file as a JSON Schema: Overlay 1.1, with our `x-` fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_TEXT: Final = {"type": "string", "pattern": r"\S"}
_PATH: Final = {"type": "string", "pattern": r"^\$"}

_EXPECT: Final = {
    "type": "object",
    "required": ["matches"],
    "additionalProperties": False,
    "properties": {
        "matches": {"type": "integer", "minimum": 1},
        "before": {},
        "digest": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
    },
}

_ACTION: Final = {
    "type": "object",
    "required": ["target"],
    "additionalProperties": False,
    "patternProperties": {"^x-": {}},
    "properties": {
        "target": _PATH,
        "description": {"type": "string"},
        "update": {},
        "copy": _PATH,
        "remove": {"type": "boolean"},
        "x-edit": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "x-expect": _EXPECT,
    },
}

_INFO: Final = {
    "type": "object",
    "required": ["title", "version", "x-reason"],
    "additionalProperties": False,
    "patternProperties": {"^x-": {}},
    "properties": {
        "title": _TEXT,
        "version": _TEXT,
        "description": {"type": "string"},
        "x-reason": _TEXT,
        "x-kind": {"enum": ["fault", "target"]},
        "x-target": _TEXT,
        "x-link": _TEXT,
        "x-until": _TEXT,
    },
}

STEP_SCHEMA: Final[Mapping[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["overlay", "info", "actions"],
    "additionalProperties": False,
    "patternProperties": {"^x-": {}},
    "properties": {
        "overlay": {"type": "string", "pattern": r"^1\.[01]\.\d+$"},
        "extends": {"type": "string"},
        "info": _INFO,
        "actions": {"type": "array", "minItems": 1, "items": _ACTION},
    },
}
"""Overlay 1.1 section 4.4: fields that are not listed are invalid unless they start with `x-`."""
