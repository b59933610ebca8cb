"""The shape of overlays and of step files as JSON Schemas: Overlay 1.0 and 1.1, with our `x-` fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

VERSION: Final = r"^1\.[01]\.[0-9]+\Z"
FILLED: Final = r"\S"
PATH: Final = r"^\$"
_LETTERS: Final = r"(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=\[\]]|%[0-9A-Fa-f]{2})*"
URI_REFERENCE: Final = rf"^(?:[A-Za-z][A-Za-z0-9+.\-]*:|(?![^/?#]*:)){_LETTERS}(?:#{_LETTERS})?\Z"
"""RFC 3986 section 4.1: a colon in the first part of a path only behind a scheme, no space, whole percent signs."""

_STRING: Final = {"type": "string"}
_TEXT: Final = {"type": "string", "pattern": FILLED}
_PATH: Final = {"type": "string", "pattern": PATH}

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

DIGEST: Final = "^sha256:[0-9a-f]{64}$"

_CONFLICT: Final = {
    "type": "object",
    "required": ["verdict", "words"],
    "additionalProperties": False,
    "properties": {
        "verdict": {"enum": ["moved", "conflict", "gone", "never-matched", "blocked"]},
        "words": _TEXT,
        "places": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["at"],
                "additionalProperties": False,
                "properties": {
                    "at": _PATH,
                    "now-at": _PATH,
                    "recorded": {},
                    "upstream": {},
                    "ours": {},
                },
            },
        },
        "candidates": {"type": "array", "items": _PATH},
    },
}
"""What `specmend update` writes beside an action that a person must settle."""

_FOR: Final = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "versions": {"type": "array", "minItems": 1, "items": _TEXT},
        "digests": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": DIGEST}},
    },
}

_RETIRED: Final = {
    "type": "object",
    "required": ["because", "digest"],
    "additionalProperties": False,
    "properties": {
        "because": {"enum": ["already-upstream", "theirs"]},
        "version": _STRING,
        "digest": {"type": "string", "pattern": DIGEST},
    },
}

_ACTION: Final = {
    "type": "object",
    "required": ["target"],
    "additionalProperties": False,
    "patternProperties": {"^x-": {}},
    "properties": {
        "target": _PATH,
        "description": _STRING,
        "update": {},
        "copy": _PATH,
        "remove": {"type": "boolean"},
        "x-edit": {"type": "object", "required": ["name"], "properties": {"name": _STRING}},
        "x-expect": _EXPECT,
        "x-optional": _TEXT,
        "x-conflict": _CONFLICT,
    },
}

_PLAIN_INFO: Final = {
    "type": "object",
    "required": ["title", "version"],
    "additionalProperties": False,
    "patternProperties": {"^x-": {}},
    "properties": {"title": _STRING, "version": _STRING, "description": _STRING},
}

_INFO: Final = {
    **_PLAIN_INFO,
    "required": ["title", "version", "x-reason"],
    "properties": {
        "title": _TEXT,
        "version": _TEXT,
        "description": _STRING,
        "x-reason": _TEXT,
        "x-generator": _TEXT,
        "x-link": _TEXT,
        "x-until": _TEXT,
        "x-applies-to": _FOR,
        "x-retired": _RETIRED,
    },
}


def _document(info: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["overlay", "info", "actions"],
        "additionalProperties": False,
        "patternProperties": {"^x-": {}},
        "properties": {
            "overlay": {"type": "string", "pattern": VERSION},
            "extends": {"type": "string", "pattern": URI_REFERENCE},
            "info": info,
            "actions": {"type": "array", "minItems": 1, "items": _ACTION},
        },
    }


OVERLAY_SCHEMA: Final = _document(_PLAIN_INFO)
"""Overlay 1.1 section 4.4: fields that are not listed are invalid unless they start with `x-`."""

STEP_SCHEMA: Final = _document(_INFO)
"""The same with the fields that a step of a project must have."""
