"""Checks of the bounds of values: how long, how large, how many, and in which pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    MAY_NARROW,
    NARROWS,
    WARNS,
    WIDENS,
    Check,
    Row,
    added,
    always,
    checks_of,
    decreased,
    increased,
    removed,
    switched_on,
)
from specmend.diff.delta import Delta
from specmend.document.openapi.keywords import LOWER_BOUNDS, UPPER_BOUNDS

EXCLUSIVE: Final = "exclusive"
INCLUSIVE: Final = "inclusive"
"""Stand in place of a field for a bound whose own value is not allowed now, or is."""

_ANYTHING: Final = (".*", "^.*$", "", "^")
"""Patterns that every text matches."""


def _is_any(delta: Delta) -> bool:
    return delta.after in _ANYTHING


def _was_any(delta: Delta) -> bool:
    return delta.before in _ANYTHING


def _is_divisor(delta: Delta) -> bool:
    """Whether all multiples of the old number are multiples of the new one."""
    return bool(_are_numbers(delta) and delta.after and delta.before % delta.after == 0)


def _is_multiple(delta: Delta) -> bool:
    return bool(_are_numbers(delta) and delta.before and delta.after % delta.before == 0)


def _are_numbers(delta: Delta) -> bool:
    return all(
        isinstance(value, int | float) and not isinstance(value, bool)
        for value in (delta.before, delta.after)
    )


def _name(key: str) -> str:
    """A keyword as a part of an id: `max-length`, `exclusive-max`."""
    return re.sub("[A-Z]", lambda found: f"-{found[0].lower()}", key).replace("imum", "")


def _bounds() -> Iterator[Row]:
    for key in UPPER_BOUNDS:
        name = _name(key)
        yield f"schema-{name}-added", key, added, MAY_NARROW, f"`{key}` is set."
        yield f"schema-{name}-removed", key, removed, WIDENS, f"`{key}` is not set any more."
        yield f"schema-{name}-increased", key, increased, WIDENS, f"`{key}` allows more."
        yield f"schema-{name}-decreased", key, decreased, NARROWS, f"`{key}` allows less."
        yield f"schema-{name}-changed", key, always, BREAKS, f"`{key}` is no number."
    for key in LOWER_BOUNDS:
        name = _name(key)
        levels = NARROWS if key in ("minLength", "minContains") else MAY_NARROW
        yield f"schema-{name}-added", key, added, levels, f"`{key}` is set."
        yield f"schema-{name}-removed", key, removed, WIDENS, f"`{key}` is not set any more."
        yield f"schema-{name}-increased", key, increased, NARROWS, f"`{key}` allows less."
        yield f"schema-{name}-decreased", key, decreased, WIDENS, f"`{key}` allows more."
        yield f"schema-{name}-changed", key, always, BREAKS, f"`{key}` is no number."


BOUNDS: Final[tuple[Check, ...]] = checks_of(
    "schema",
    [
        *_bounds(),
        ("schema-bound-became-exclusive", EXCLUSIVE, always, NARROWS,
         "The bound itself is not allowed any more."),
        ("schema-bound-became-inclusive", INCLUSIVE, always, WIDENS,
         "The bound itself is allowed now."),
        ("schema-multiple-of-added", "multipleOf", added, NARROWS,
         "Only multiples of a number are allowed."),
        ("schema-multiple-of-removed", "multipleOf", removed, WIDENS,
         "Other numbers than multiples are allowed."),
        ("schema-multiple-of-widened", "multipleOf", _is_divisor, WIDENS,
         "Multiples of a divisor of the number are allowed."),
        ("schema-multiple-of-narrowed", "multipleOf", _is_multiple, NARROWS,
         "Only multiples of a multiple of the number are allowed."),
        ("schema-multiple-of-changed", "multipleOf", always, BREAKS,
         "Multiples of another number are allowed."),
        ("schema-unique-items-set", "uniqueItems", switched_on, NARROWS,
         "No member may come twice."),
        ("schema-unique-items-unset", "uniqueItems", always, WIDENS, "Members may come twice."),
        ("schema-pattern-added", "pattern", added, NARROWS, "Texts must match a pattern."),
        ("schema-pattern-removed", "pattern", removed, WIDENS, "Texts need not match a pattern."),
        ("schema-pattern-generalized", "pattern", _is_any, WIDENS, "Every text matches now."),
        ("schema-pattern-specialized", "pattern", _was_any, NARROWS,
         "Not every text matches any more."),
        ("schema-pattern-changed", "pattern", always, WARNS, "Texts must match another pattern."),
    ],
)  # fmt: skip
