"""What an action would add to a schema that describes values of another type by now."""

from __future__ import annotations

from itertools import chain
from typing import Final

from specmend.document.openapi.keywords import BOUNDS, DESCRIBING, OBJECT_KEYWORDS, VALUES
from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.drift.intended import IntendedChange
from specmend.matching.locator import Locator

_OF_A_TYPE: Final = frozenset(
    {
        *chain.from_iterable(BOUNDS.values()),
        *OBJECT_KEYWORDS,
        *DESCRIBING,
        *VALUES,
        *("default", "format", "pattern"),
    }
)
"""Keywords that say something of values of one type, or give such a value."""


def has_another_type(locator: Locator, change: IntendedChange, at: Address) -> bool:
    """Whether a keyword is to be added, and no value has the type that it was recorded for.

    `at` is the place in the new document. Whole numbers are numbers, and null has every type.
    """
    if not change.adds or spot_at(change.parent) != ("one", "schema"):
        return False
    if change.key not in _OF_A_TYPE or spot_at(at[:-1]) != ("one", "schema"):
        return False
    before = _types(get(locator.old, change.parent))
    now = _types(get(locator.new, at[:-1]))
    return bool(before and now) and not before & now


def _types(schema: Tree) -> frozenset[Tree]:
    """The types of the values of a schema; none where it does not say."""
    said = schema.get("type") if isinstance(schema, dict) else None
    listed = said if isinstance(said, list) else [said]
    names = [kind for kind in listed if isinstance(kind, str) and kind != "null"]
    return frozenset("number" if kind == "integer" else kind for kind in names)
