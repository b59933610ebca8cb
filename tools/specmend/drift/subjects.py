"""The objects of the standard around a place, and those that describe one and the same value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.keywords import COMPOSITIONS, CONDITIONAL, OF_MEMBERS
from specmend.document.openapi.kinds import PARTS, spot_at
from specmend.document.tree.pointer import Address

_HOLDING: Final = ("parameter", "header", "media type")
"""Objects that say something of the value that their schema describes."""


def subjects(address: Address) -> Iterator[Address]:
    """The objects of the standard that a place is inside of, the innermost first."""
    for length in range(len(address) - 1, -1, -1):
        spot = spot_at(address[:length])
        if spot.shape == "one" and (spot.kind in PARTS or spot.kind == "document"):
            yield address[:length]


def outermost(address: Address) -> Address:
    """The object that describes the value which a schema is about, its compositions around it."""
    while True:
        outer = _around(address)
        if outer is None:
            return address
        address = outer


def _around(address: Address) -> Address | None:
    if spot_at(address) != ("one", "schema"):
        return None
    branch = address[:-2]
    if address[-2:-1] and address[-2] in COMPOSITIONS and spot_at(branch) == ("one", "schema"):
        return branch
    if address[-2:-1] and address[-2] in OF_MEMBERS and spot_at(branch) == ("one", "schema"):
        return branch
    holder = spot_at(address[:-1])
    if holder == ("one", "schema") and address[-1] in (*OF_MEMBERS, *CONDITIONAL):
        return address[:-1]
    return address[:-1] if holder.shape == "one" and holder.kind in _HOLDING else None
