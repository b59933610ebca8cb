"""Checks of the schemas in a schema: branches, conditions, members of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    MAY_NARROW,
    MAY_WIDEN,
    NARROWS,
    TELLS,
    WIDENS,
    Check,
    Row,
    added,
    always,
    both,
    checks_of,
    removed,
)
from specmend.diff.delta import Delta
from specmend.diff.swapped import SWAPPED
from specmend.document.openapi.keywords import CLOSING, DEFINITIONS, KEYWORDS, NARROWING, UNIONS

OPEN: Final = "prefixItems.open"
"""Stands in place of a field for a member of a list that may have further ones anyway."""

WHOLE_UNION: Final = "union"
"""Stands in place of a field for all branches of a union together."""

_ALL: Final = "allOf"
_OWN_ROWS: Final = frozenset({"properties", *CLOSING, *DEFINITIONS})
_DEPENDENT: Final = "dependentRequired"
_POSITIONS: Final = "prefixItems"


_NOT: Final = "not"
"""Comes and goes; what is not anything is no schema, and what is not nothing is any."""


def _is_swapped(delta: Delta) -> bool:
    """Whether one kind of union stands for the other."""
    return delta.before in UNIONS and delta.after in UNIONS


def _is_tighter(delta: Delta) -> bool:
    """Whether a schema allows nothing now, or allowed anything."""
    return delta.after is False or delta.before is True


def _is_looser(delta: Delta) -> bool:
    """Whether a schema allows anything now, or allowed nothing."""
    return delta.after is True or delta.before is False


def _inner() -> list[str]:
    """The keywords that hold one schema, or schemas by name."""
    return [
        key
        for key, holds in KEYWORDS.items()
        if holds in ("schema", "map") and key not in _OWN_ROWS
    ]


def _name(key: str) -> str:
    """A keyword as a part of an id: `any-of`, and `pattern-property` for one of a map."""
    name = re.sub("[A-Z]", lambda found: f"-{found[0].lower()}", key)
    if KEYWORDS[key] != "map":
        return name
    return name.removesuffix("ies") + "y" if name.endswith("ies") else name.removesuffix("s")


def _rows() -> Iterator[Row]:
    for key in UNIONS:
        name = _name(key)
        levels = MAY_WIDEN if key == "anyOf" else MAY_NARROW
        text = f"`{key}` stands for the other kind of union."
        yield f"schema-union-became-{name}", key, _is_swapped, levels, text
        yield f"schema-{name}-added", key, added, WIDENS, f"`{key}` has one more branch."
        yield f"schema-{name}-removed", key, removed, NARROWS, f"`{key}` has a branch less."
        yield f"schema-{name}-changed", key, always, BREAKS, f"`{key}` has another branch."
    yield "schema-union-added", WHOLE_UNION, added, NARROWS, "One of several schemas must hold."
    yield "schema-union-removed", WHOLE_UNION, removed, WIDENS, "No schema of several must hold."
    yield "schema-all-of-added", _ALL, added, NARROWS, "One more schema must hold."
    yield "schema-all-of-removed", _ALL, removed, MAY_NARROW, "A schema need not hold any more."
    yield "schema-all-of-changed", _ALL, always, BREAKS, "Another schema must hold."
    for key in _inner():
        name = _name(key)
        yield f"schema-{name}-added", key, added, NARROWS, f"There is `{key}` now."
        yield f"schema-{name}-removed", key, removed, WIDENS, f"There is no `{key}` any more."
        if key in NARROWING:
            yield f"schema-{name}-narrowed", key, _is_tighter, NARROWS, f"`{key}` allows less."
            yield f"schema-{name}-widened", key, _is_looser, WIDENS, f"`{key}` allows more."
        elif key != _NOT:
            yield f"schema-{name}-changed", key, always, BREAKS, f"`{key}` is another one."
    yield (
        "schema-dependent-required-added",
        _DEPENDENT,
        both(added, _is_whole),
        NARROWS,
        ("A property asks for others."),
    )
    yield (
        "schema-dependent-required-removed",
        _DEPENDENT,
        both(removed, _is_whole),
        WIDENS,
        ("A property does not ask for others any more."),
    )
    yield (
        "schema-dependent-required-changed",
        _DEPENDENT,
        always,
        BREAKS,
        ("A property asks for other ones."),
    )
    yield from _of_positions()
    for key in DEFINITIONS:
        yield "schema-definition-changed", key, always, TELLS, "A definition came or went."


def _of_positions() -> Iterator[Row]:
    yield "schema-prefix-items-typed", OPEN, added, NARROWS, "One more member must be of a schema."
    yield "schema-prefix-items-released", OPEN, removed, WIDENS, "A member may be any other now."
    yield "schema-prefix-items-added", _POSITIONS, added, WIDENS, "There is one more member."
    yield "schema-prefix-items-removed", _POSITIONS, removed, NARROWS, "There is a member less."
    yield "schema-prefix-items-changed", _POSITIONS, always, BREAKS, "Members stand elsewhere."


def _is_whole(delta: Delta) -> bool:
    """Whether all that a property asks for came or went."""
    value = delta.after if added(delta) else delta.before
    return isinstance(value, list | dict)


_SWAPPED: Final[Row] = (
    "schemas-swapped",
    SWAPPED,
    always,
    BREAKS,
    "Of two schemas, each is now what the other one was.",
)

STRUCTURE: Final[tuple[Check, ...]] = checks_of("schema", (*_rows(), _SWAPPED))
