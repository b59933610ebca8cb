"""The JSON Schema of what `specmend diff --json` prints."""

from __future__ import annotations

from typing import Any, Final

from specmend.diff.change import LEVELS, SHOWN

_TEXT: Final[dict[str, Any]] = {"type": "string"}
_LEVEL: Final[dict[str, Any]] = {"enum": list(LEVELS)}
_COUNT: Final[dict[str, Any]] = {"type": "integer", "minimum": 0}


def _text(description: str) -> dict[str, Any]:
    return {**_TEXT, "description": description}


def _location(which: str) -> dict[str, Any]:
    return {
        "type": "object",
        "description": f"Where it stands in the {which} file; lines and columns count from 1.",
        "required": ["file", "line", "column"],
        "properties": {
            "file": _TEXT,
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1},
        },
    }


_CHANGE: Final[dict[str, Any]] = {
    "type": "object",
    "required": [
        *("id", "level", "direction", "place", "subject", "words"),
        *("affects", "affected", "cause", "by"),
    ],
    "properties": {
        "id": _text("The check that tells the change. It stays the same in later versions."),
        "level": {**_LEVEL, "description": "The worst level of all directions."},
        "levels": {
            "type": "object",
            "description": "The level in each direction that the place travels in.",
            "properties": {"request": _LEVEL, "response": _LEVEL},
            "additionalProperties": False,
        },
        "direction": {
            "description": "What a client sends, what it gets, both, or neither.",
            "enum": ["request", "response", "both", "none"],
        },
        "place": _text(
            "In a document, a JSON Pointer in which members of lists have names, as `query:limit`. "
            "In a package, a dotted name, as `client.chat`."
        ),
        "subject": _text("The operation, the component or the object that changed."),
        "words": _text("What changed, in words."),
        "was": _text("The place in the old document, where it is another one."),
        "before": {"description": "The value before. It is left out where there was none."},
        "after": {"description": "The value now. It is left out where there is none."},
        "old": _location("old"),
        "new": _location("new"),
        "breaks": _text("In a package, what fails: `run-time` or `types`."),
        "instead": _text("In a package, what to write instead."),
        "affects": {
            "type": "array",
            "items": _TEXT,
            "description": "The first operations, or further places, that the change reaches: up "
            f"to {SHOWN} operations.",
        },
        "affected": {**_COUNT, "description": "How many it reaches in all."},
        "cause": _text("A digest of the fact, which is the same in every run."),
        "by": _text("Who made the change: `upstream`, a step, or the generator."),
        "reason": _text("Why the settings give it another level."),
    },
}

CHANGES_SCHEMA: Final[dict[str, Any]] = {
    "title": "Changes between two documents or two packages, as specmend prints them",
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["ok", "old", "new", "counts", "changes"],
    "properties": {
        "ok": {
            "type": "boolean",
            "description": "Whether no change has the level of --fail-on, or a worse one.",
        },
        "old": _text("The name of the old side."),
        "new": _text("The name of the new side."),
        "counts": {
            "type": "object",
            "description": "How many of the changes have each level.",
            "required": list(LEVELS),
            "properties": dict.fromkeys(LEVELS, _COUNT),
        },
        "changes": {
            "type": "array",
            "description": "The changes, the worst ones first.",
            "items": _CHANGE,
        },
    },
}
