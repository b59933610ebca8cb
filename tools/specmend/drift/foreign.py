"""What an action would write that says nothing in the version of OpenAPI that upstream has now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specmend.document.openapi.keywords import NEW_IN_31
from specmend.document.openapi.kinds import Spot, spot_at, spot_below
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.intended import IntendedChange
from specmend.matching.spelling import EXCLUSIVE
from specmend.steps.edits.checks import is_30

_FLAGS: Final = frozenset(EXCLUSIVE.values())
"""The bounds that are flags in OpenAPI 3.0, and numbers since 3.1."""


def foreign_keywords(old: Tree, new: Tree, change: IntendedChange) -> tuple[str, ...]:
    """The keywords of a change that the old document's version knows, and the new one's does not.

    OpenAPI 3.1 took the dialect of JSON Schema 2020-12 for that of 3.0, without `nullable`.
    """
    if change.after is MISSING or is_30(old) == is_30(new) or change.address == ("openapi",):
        return ()
    found = _foreign(change.address, change.after, in_30=is_30(new))
    return tuple(dict.fromkeys(found))


def _foreign(address: Address, value: Tree, *, in_30: bool) -> Iterator[str]:
    if spot_at(address[:-1]) == ("one", "schema") and _is_foreign(address[-1], value, in_30=in_30):
        yield str(address[-1])
    yield from _inside(value, spot_at(address), in_30=in_30)


def _inside(value: Tree, spot: Spot, *, in_30: bool) -> Iterator[str]:
    if spot.kind == "data":
        return
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield from _inside(member, spot_below(spot, index), in_30=in_30)
    for key, member in value.items() if isinstance(value, Mapping) else ():
        if spot == ("one", "schema") and _is_foreign(key, member, in_30=in_30):
            yield key
        yield from _inside(member, spot_below(spot, key), in_30=in_30)


def _is_foreign(key: str | int, value: Tree, *, in_30: bool) -> bool:
    if key in _FLAGS:
        return isinstance(value, bool) is not in_30
    if not in_30:
        return key == "nullable" and value is True
    return key in NEW_IN_31 or (key == "type" and isinstance(value, list))
