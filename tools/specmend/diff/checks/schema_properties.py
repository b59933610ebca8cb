"""Checks of the properties of objects, and of what is said of all others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    MAY_WIDEN,
    NARROWS,
    TELLS,
    WIDENS,
    Check,
    Row,
    added,
    always,
    checks_of,
    removed,
    switched_on,
)
from specmend.diff.checks.paths import RENAMED
from specmend.diff.delta import Delta
from specmend.diff.swapped import SWAPPED
from specmend.document.tree.values import MISSING

REQUIRED: Final = "required property"
"""Stands in place of a field for a property that comes or goes together with being required."""

OTHER_REQUIRED: Final = "other required property"
"""Stands in place of a field for a property that is required where another one was."""

_OTHERS: Final = {"additionalProperties": "additional-properties"}
_UNEVALUATED: Final = {
    "unevaluatedProperties": "unevaluated-properties",
    "unevaluatedItems": "unevaluated-items",
}


def _is_closed(delta: Delta) -> bool:
    return delta.after is False


def _is_opened(delta: Delta) -> bool:
    return delta.before is False and delta.after in (True, MISSING)


def _was_closed(delta: Delta) -> bool:
    return delta.before is False


def _was_open(delta: Delta) -> bool:
    return delta.before in (True, MISSING)


def _rows() -> Iterator[Row]:
    for key, name in (_OTHERS | _UNEVALUATED).items():
        opened = MAY_WIDEN if key in _OTHERS else WIDENS
        yield f"schema-{name}-closed", key, _is_closed, NARROWS, f"`{key}` forbids all others."
        yield f"schema-{name}-opened", key, _is_opened, opened, f"`{key}` allows any other."
        yield f"schema-{name}-typed", key, _was_closed, opened, f"`{key}` allows some others."
        yield f"schema-{name}-restricted", key, _was_open, NARROWS, f"`{key}` asks for a schema."
        yield f"schema-{name}-released", key, always, WIDENS, f"`{key}` asks for no schema."


PROPERTIES: Final[tuple[Check, ...]] = (
    *checks_of(
        "property",
        [
            ("required-property-added", REQUIRED, added, NARROWS,
             "There is a new property, and it is required."),
            ("required-property-removed", REQUIRED, removed, ("warning", "breaking"),
             "A property was removed that was required."),
            ("property-added", "", added, TELLS, "There is a new property; it is optional."),
            ("property-removed", "", removed, ("warning", "warning"),
             "A property was removed that was optional."),
            ("property-renamed", RENAMED, always, BREAKS,
             "A property has another name: one with the same schema is in its place."),
            ("properties-swapped", SWAPPED, always, BREAKS,
             "Of two properties, each is now what the other one was."),
            ("property-required-changed", OTHER_REQUIRED, always, BREAKS,
             "Another property is required in its place."),
            ("property-became-required", "required", switched_on, NARROWS,
             "A property is required now."),
            ("property-became-optional", "required", always, WIDENS,
             "A property is not required any more."),
        ],
    ),
    *checks_of("schema", _rows()),
)  # fmt: skip
