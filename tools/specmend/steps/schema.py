"""The shape of overlays and of step files as JSON Schemas, with our `x-` fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_END: Final = r"$(?!\n)"
"""The end of a text for Python as for ECMA-262: Python's `$` is before a last line break too."""

VERSION: Final = rf"^1\.[01]\.[0-9]+{_END}"
FILLED: Final = r"\S"
PATH: Final = r"^\$"
_LETTERS: Final = r"(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=\[\]]|%[0-9A-Fa-f]{2})*"
URI_REFERENCE: Final = (
    rf"^(?:[A-Za-z][A-Za-z0-9+.\-]*:|(?![^/?#]*:)){_LETTERS}(?:#{_LETTERS})?{_END}"
)
"""RFC 3986 section 4.1: no space, whole percent signs, and a first colon only behind a scheme."""

_STRING: Final = {"type": "string"}
_TEXT: Final = {"type": "string", "pattern": FILLED}
_PATH: Final = {"type": "string", "pattern": PATH}

DIGEST: Final = "^sha256:[0-9a-f]{64}$"
_DIGEST: Final = {"type": "string", "pattern": DIGEST}


def _described(schema: Mapping[str, Any], description: str) -> Mapping[str, Any]:
    """A schema with the sentence that the documentation and editors show for it."""
    return {**schema, "description": description}


_EXPECT: Final = {
    "type": "object",
    "required": ["matches"],
    "additionalProperties": False,
    "description": "What the action found when it was recorded. specmend writes it; you never do.",
    "properties": {
        "matches": _described(
            {"type": "integer", "minimum": 1}, "How many places the target selected."
        ),
        "before": {"description": "The value that stood at the place, if there was one place."},
        "digest": _described(
            _DIGEST, "A digest of the values, if there were several places or the value is large."
        ),
    },
}

_CONFLICT: Final = {
    "type": "object",
    "required": ["verdict", "message"],
    "additionalProperties": False,
    "description": "What `specmend update` could not decide. The step is refused until you do.",
    "properties": {
        "verdict": _described(
            {"enum": ["moved", "conflict", "gone", "never-matched", "blocked"]},
            "The verdict on the action.",
        ),
        "message": _described(_TEXT, "The verdict in one sentence."),
        "places": {
            "type": "array",
            "description": "Each place with its recorded value, upstream's new value, and ours.",
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
        "kept": {
            "type": "array",
            "items": _PATH,
            "description": "Where a rule stays that others joined, if you decide for theirs.",
        },
        "candidates": {
            "type": "array",
            "items": _PATH,
            "description": "The places that the old one may have become.",
        },
    },
}
"""What `specmend update` writes beside an action that a person has to decide."""

_APPLIES_TO: Final = {
    "type": "object",
    "additionalProperties": False,
    "description": "Which upstream documents the step is for. Without it, the step is for all.",
    "properties": {
        "versions": {
            "type": "array",
            "minItems": 1,
            "items": _TEXT,
            "description": "Versions of the document, or ranges of versions such as `>=0.5, <0.7`.",
        },
        "digests": {
            "type": "array",
            "minItems": 1,
            "items": _DIGEST,
            "description": "Digests of the document's bytes: `sha256:` and 64 digits.",
        },
    },
}

_RETIRED: Final = {
    "type": "object",
    "required": ["because", "digest"],
    "additionalProperties": False,
    "description": "Why `specmend update` retired the step.",
    "properties": {
        "because": _described(
            {"enum": ["already-upstream", "theirs"]},
            "`already-upstream`, or `theirs` if you decided so.",
        ),
        "version": _described(_STRING, "The version of the document that made it unnecessary."),
        "digest": _described(_DIGEST, "The digest of that document."),
    },
}

_EDIT: Final = {
    "type": "object",
    "required": ["name"],
    "description": "A named edit, for what Overlay cannot express, with its parameters.",
    "properties": {"name": _described(_STRING, "The name of the edit.")},
}

_ACTION: Final = {
    "type": "object",
    "required": ["target"],
    "additionalProperties": False,
    "patternProperties": {"^x-": {}},
    "properties": {
        "target": _described(_PATH, "The places to change: a JSONPath (RFC 9535)."),
        "description": _described(
            _STRING, "What the action does. Required if the target counts members of a list."
        ),
        "update": {"description": "Merge this value into each place."},
        "copy": _described(_PATH, "Merge the value of this other place into each place."),
        "remove": _described({"type": "boolean"}, "`true` removes each place."),
        "x-edit": _EDIT,
        "x-expect": _EXPECT,
        "x-optional": _described(
            _TEXT, "Why the target may select nothing. Otherwise that is an error."
        ),
        "x-number": _described(
            {"type": "integer", "minimum": 1},
            "The number by which you name the action, as 2 in `--accept 4.2=ours`."
            " Written where the actions before it say another one.",
        ),
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
    "description": "What the step is, and why it exists.",
    "required": ["title", "version", "x-reason"],
    "properties": {
        "title": _described(_TEXT, "What the step does, in a few words."),
        "version": _described(_TEXT, "The version of the step; Overlay requires one."),
        "description": _described(_STRING, "More about the step, if there is more to say."),
        "x-reason": _described(_TEXT, "Why the step is needed."),
        "x-generator": _described(
            _TEXT, "The only generator that the step is for. Without it, the step is for all."
        ),
        "x-link": _described(_TEXT, "Where the fault is discussed or documented."),
        "x-until": _described(_TEXT, "When the step can go."),
        "x-applies-to": _APPLIES_TO,
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
            "overlay": _described(
                {"type": "string", "pattern": VERSION}, "The version of Overlay: `1.1.0`."
            ),
            "extends": _described(
                {"type": "string", "pattern": URI_REFERENCE},
                "The document that an overlay is for. Steps do not need it.",
            ),
            "info": info,
            "actions": {
                "type": "array",
                "minItems": 1,
                "items": _ACTION,
                "description": "The changes, in order. They apply together or not at all.",
            },
        },
    }


OVERLAY_SCHEMA: Final = _document(_PLAIN_INFO)
"""Overlay 1.1 section 4.4: fields that are not listed are invalid unless they start with `x-`."""

STEP_SCHEMA: Final = _document(_INFO)
"""The same with the fields that a step of a project must have."""
