"""What the new document says where an action renames a key: the old name, the new, or neither."""

from __future__ import annotations

from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.operations import methods_in
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard, leaves_of
from specmend.document.tree.values import MISSING, Tree, get
from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.equivalence import is_equivalent
from specmend.matching.locator import Locator

NAMED: Final = frozenset({SCHEMAS, ("paths",)})
"""The mappings whose members a step renames, so that one that is gone may have another name."""


def compare_name(locator: Locator, change: IntendedChange) -> Comparison:
    """Compare a renamed key with the names that the new document has; `now` is the name there."""
    parent = locator.locate(change.parent)
    direct = locator.direct(change.address)
    new_place = (*parent.at, change.to[-1])
    taken = get(locator.new, new_place) if parent.whole else MISSING
    if direct is not None and change.to[:-1] == change.parent:
        return _compare_old_name(change, locator, direct, taken)
    if direct is not None or taken is MISSING:
        return _compare_other_name(change, locator)
    is_same = _has_same_shape(change, taken)
    is_same = is_same or locator.locate(change.address).at == new_place
    return Comparison(
        intended=change,
        state=ThreeWay.ALREADY_APPLIED if is_same else ThreeWay.DIVERGED,
        match=parent,
        at=new_place,
        now=change.to[-1],
    )


def _compare_old_name(
    change: IntendedChange,
    locator: Locator,
    direct: Address,
    taken: Tree,
) -> Comparison:
    """The old name is there: the new one must not be."""
    is_free = taken is MISSING
    return Comparison(
        intended=change,
        state=ThreeWay.UNCHANGED if is_free else ThreeWay.DIVERGED,
        match=locator.locate(change.parent),
        at=direct,
        now=direct[-1] if is_free else change.to[-1],
    )


def _compare_other_name(change: IntendedChange, locator: Locator) -> Comparison:
    """Neither the old nor the new name is there: what had the old one may have a third."""
    match = locator.locate(change.address)
    if not match.whole:
        return Comparison(
            intended=change,
            state=ThreeWay.MISSING,
            match=match,
        )
    return Comparison(
        intended=change,
        state=ThreeWay.UNCHANGED,
        match=match,
        at=match.at,
        now=match.at[-1],
    )


def _has_same_shape(change: IntendedChange, taken: Tree) -> bool:
    """Whether what has the new name is what had the old one."""
    before = change.before
    if not isinstance(before, dict | list):
        return type(before) is type(taken)
    if isinstance(before, dict) and isinstance(taken, dict):
        if change.parent == ("paths",):
            return _has_same_methods(before, taken)
        if before.get("type") == taken.get("type") and is_equivalent(before, taken):
            return True
    return jaccard(leaves_of(before), leaves_of(taken)) >= ENOUGH


def _has_same_methods(
    item: dict[str, Tree],
    other: dict[str, Tree],
) -> bool:
    """Whether two path items share a method, or neither has any."""
    methods, others = methods_in(item), methods_in(other)
    return bool(methods & others) or methods == others
