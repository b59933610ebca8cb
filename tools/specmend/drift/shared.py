"""A place that moved to where others share it: changing it for one of them changes strangers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.operations import operations_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.drift.three_way import Comparison
from specmend.matching.index import uses_of
from specmend.matching.locator import Locator

_DEPTH = 3
"""How many tokens the address of a component has."""


def unshared(
    locator: Locator,
    comparisons: Iterable[Comparison],
) -> tuple[Comparison, ...]:
    """The comparisons; a person is asked about a place that others share and the action leaves."""
    listed = tuple(comparisons)
    moved = Counter(one.at for one in listed if one.is_relocated)
    return tuple(
        _shared(one) if _has_strangers(locator, one, moved[one.at]) else one for one in listed
    )


def _has_strangers(locator: Locator, comparison: Comparison, ours: int) -> bool:
    """Whether more use the place where something is now than the action means; `ours` means it."""
    at = comparison.at
    if at is None or not comparison.is_relocated:
        return False
    return _users(locator, comparison.intended.address, at) > ours


def _users(locator: Locator, address: Address, at: Address) -> int:
    """How many use a place, other than what held it before."""
    component = at[:_DEPTH]
    if at[:1] == (COMPONENTS,) and len(at) >= _DEPTH:
        was = locator.locate(address[:_DEPTH])
        is_same = was.whole and was.at == component
        return 0 if is_same else uses_of(locator.new, component)
    return _operations(locator.new, address, at)


def _operations(new: Tree, address: Address, at: Address) -> int:
    """How many operations have a parameter of the path item that one of them had for itself."""
    depth = at.index("parameters") if "parameters" in at else 0
    was_own = address[depth : depth + 1] != ("parameters",)
    is_shared = depth and at[0] in ("paths", "webhooks") and was_own and depth == 2  # noqa: PLR2004
    return len(operations_of(new, at[:depth])) if is_shared else 0


def _shared(comparison: Comparison) -> Comparison:
    places = () if comparison.at is None else (comparison.at,)
    return comparison.doubted(places, "shared")
