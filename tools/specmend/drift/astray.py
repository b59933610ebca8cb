"""Where a named thing may be that is gone from its place: elsewhere, and under another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get
from specmend.drift.intended import IntendedChange
from specmend.drift.proof import proof_of
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.locator import Locator

_PATH: Final = 2
"""How many tokens the address of a path has."""


def with_strays(locator: Locator, ours: Sequence[Locator], comparison: Comparison) -> Comparison:
    """A comparison of a lost place, with the places that may be it under another name.

    What it was inside of says where to look: a property may have gone to a branch, or to the base
    of its schema, a parameter to the path item.
    """
    match, address = comparison.match, comparison.intended.address
    if comparison.state is not ThreeWay.MISSING or match.whole or match.candidates:
        return comparison
    lost = _lost_object(address, match.matched_depth)
    # What a path may be now is known already.
    if lost is None or len(lost) <= _PATH:
        return comparison
    gone = IntendedChange(
        kind="value", address=lost, to=lost, before=get(locator.old, lost), after=MISSING
    )
    proof = proof_of(locator, ours, gone)
    if proof is None:
        return comparison
    room = lost[-2:-1]
    named = tuple(one for one in proof.fault if (one.keyword,) == room)
    strays = replace(proof, fault=named).doubts
    if not strays:
        return comparison
    return replace(comparison, match=replace(match, matched_depth=len(lost) - 1, candidates=strays))


def _lost_object(address: Address, depth: int) -> Address | None:
    """The outermost object of the standard that is lost; None where it is but a keyword."""
    for length in range(depth + 1, len(address)):
        if spot_at(address[:length]).shape == "one":
            return address[:length]
    return None
