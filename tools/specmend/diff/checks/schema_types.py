"""Checks of what a schema is: its types, its format, null, and the schema that it refers to."""

from __future__ import annotations

from typing import Any, Final

from specmend.diff.checks.check import (
    BREAKS,
    NARROWS,
    WIDENS,
    Check,
    When,
    always,
    checks_of,
)
from specmend.diff.delta import Delta

REFERENCE: Final = "$ref"
"""Stands in place of a field for a reference to another schema."""

_SHOWN: Final = frozenset({"words", "shape"})
_ALL_TYPES: Final = frozenset({"string", "number", "integer", "boolean", "array", "object", "null"})
_WIDER_FORMATS: Final = {
    ("int32", "int64"),
    ("float", "double"),
    ("date", "date-time"),
}


def accepted(said: Any) -> frozenset[str]:
    """The types that a schema accepts, null among them; all of them where it names none."""
    types = frozenset(said.get("type", ()))
    if "type" not in said:
        return _ALL_TYPES
    if "number" in types:
        types |= {"integer"}
    return types | {"null"} if said.get("null") else types


def _differs_in(*words: str) -> When:
    def holds(delta: Delta) -> bool:
        keys = (delta.before.keys() | delta.after.keys()) - _SHOWN
        found = {key for key in keys if delta.before.get(key) != delta.after.get(key)}
        return found == set(words)

    return holds


def _is_null_allowed(delta: Delta) -> bool:
    return _differs_in("null")(delta) and bool(delta.after.get("null"))


def _format(name: str) -> When:
    def holds(delta: Delta) -> bool:
        if not _differs_in("format")(delta):
            return False
        pair = delta.before.get("format"), delta.after.get("format")
        turned = pair[1], pair[0]
        kinds = {
            "added": pair[0] is None,
            "removed": pair[1] is None,
            "widened": pair in _WIDER_FORMATS,
            "narrowed": turned in _WIDER_FORMATS,
            "changed": True,
        }
        return kinds[name]

    return holds


def _has_one_format(delta: Delta) -> bool:
    """Whether the format says no more than before: it is the same, or belonged to a type."""
    return bool(delta.before.get("format") == delta.after.get("format"))


def _is_wider(delta: Delta) -> bool:
    return _has_one_format(delta) and accepted(delta.before) < accepted(delta.after)


def _is_narrower(delta: Delta) -> bool:
    return _has_one_format(delta) and accepted(delta.after) < accepted(delta.before)


TYPES: Final[tuple[Check, ...]] = checks_of(
    "schema",
    [
        ("schema-became-nullable", "type", _is_null_allowed, WIDENS, "The value may be null."),
        ("schema-became-not-nullable", "type", _differs_in("null"), NARROWS,
         "The value may not be null any more."),
        ("schema-became-nullable", "null", lambda delta: delta.after is True, WIDENS,
         "The value may be null."),
        ("schema-became-not-nullable", "null", always, NARROWS,
         "The value may not be null any more."),
        ("schema-format-added", "type", _format("added"), ("breaking", "warning"),
         "The value has a format now."),
        ("schema-format-removed", "type", _format("removed"), WIDENS,
         "The value has no format any more."),
        ("schema-format-widened", "type", _format("widened"), WIDENS,
         "The format allows more, as `int64` instead of `int32`."),
        ("schema-format-narrowed", "type", _format("narrowed"), NARROWS,
         "The format allows less, as `int32` instead of `int64`."),
        ("schema-format-changed", "type", _format("changed"), BREAKS,
         "The value has another format."),
        ("schema-type-widened", "type", _is_wider, WIDENS, "The value may be of more types."),
        ("schema-type-narrowed", "type", _is_narrower, NARROWS, "The value may be of fewer types."),
        ("schema-reference-changed", "type", _differs_in("$ref"), BREAKS,
         "The value is described by another schema, outside of the document."),
        ("schema-type-changed", "type", always, BREAKS, "The value is of another type."),
        ("schema-reference-changed", REFERENCE, always, BREAKS,
         "The value is described by another schema, which differs."),
    ],
)  # fmt: skip
