"""What the new document says where an action renames a key: the old name, the new, or neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.operations import methods_in
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard, leaves_of
from specmend.document.tree.values import MISSING, Tree, get
from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.heirs import heirs
from specmend.matching.index import votes
from specmend.matching.locator import Locator, Match
from specmend.matching.lost_place import LostPlace
from specmend.matching.relocated import followed_reference, in_branches
from specmend.matching.sayings import Saying, sayings

_RIVAL: Final = 0.7
"""How much of its shape another name must have to be more like what had the old name."""

NAMED: Final = frozenset({SCHEMAS, ("paths",)})
"""The mappings whose members a step renames, so that one that is gone may have another name."""


def compare_name(locator: Locator, change: IntendedChange) -> Comparison:
    """Compare a renamed key with the names that the new document has; `now` is the name there."""
    parent = locator.locate(change.parent)
    direct = locator.direct(change.address)
    new_place = _new_place(locator, change, parent)
    taken = get(locator.new, new_place)
    if direct is not None and change.to[:-1] == change.parent:
        return _compare_old_name(change, locator, direct, taken)
    if direct is not None or taken is MISSING:
        return _compare_other_name(change, locator)
    is_same = locator.locate(change.address).at == new_place
    is_same = is_same or is_same_thing(locator, change, new_place)
    return Comparison(
        intended=change,
        state=ThreeWay.ALREADY_APPLIED if is_same else ThreeWay.DIVERGED,
        match=parent if parent.whole else locator.locate(change.parent[:-1]),
        at=new_place,
        now=change.to[-1],
    )


def _new_place(locator: Locator, change: IntendedChange, parent: Match) -> Address:
    """Where the new name stands; a property may be in a branch of its schema."""
    key = change.to[-1]
    place = (*parent.at, key)
    if parent.whole and get(locator.new, place) is not MISSING:
        return place
    holder = locator.locate(change.parent[:-1])
    if not holder.whole or change.parent[-1:] != ("properties",):
        return place
    lost = LostPlace(
        old=locator.old,
        new=locator.new,
        address=(*change.parent, key),
        new_parent=(*holder.at, "properties"),
    )
    for way in (followed_reference, in_branches):
        relocation = way(lost)
        if relocation and relocation.at:
            return relocation.at
    return place


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
    is_renamed = match.whole and match.at[-2:-1] == change.address[-2:-1]
    if not is_renamed:
        return Comparison(
            intended=change,
            state=ThreeWay.MISSING,
            match=_lost(change, locator, match),
        )
    return Comparison(
        intended=change,
        state=ThreeWay.UNCHANGED,
        match=match,
        at=match.at,
        now=match.at[-1],
    )


def _lost(change: IntendedChange, locator: Locator, match: Match) -> Match:
    """A match that is not whole, with whatever may have become of the place."""
    candidates = match.candidates
    if match.whole:
        candidates = (match.at, *candidates)
    if not candidates and change.parent in NAMED:
        candidates = heirs(locator.old, locator.new, change.address)
    return replace(match, whole=False, candidates=candidates)


def is_same_thing(
    locator: Locator,
    change: IntendedChange,
    new_place: Address,
) -> bool:
    """Whether what has the new name is what had the old one, and nothing else is more like it."""
    before, taken = change.before, get(locator.new, new_place)
    if not isinstance(before, dict) or not isinstance(taken, dict):
        return type(before) is type(taken)
    if change.parent == ("paths",):
        return _has_same_methods(before, taken)
    if change.parent == SCHEMAS and votes(
        locator.old, locator.new, str(change.address[-1]), str(new_place[-1])
    ):
        return True
    if _has_rival(locator, change, new_place):
        return False
    return _says_alike(locator, change.address, new_place) or _is_alike(before, taken)


def _has_rival(
    locator: Locator,
    change: IntendedChange,
    new_place: Address,
) -> bool:
    """Whether another name joined whose value is more like what had the old name."""
    here, there = get(locator.old, change.parent), get(locator.new, new_place[:-1])
    leaves = leaves_of(change.before)
    likeness = jaccard(leaves, leaves_of(there[new_place[-1]]))
    for name, other in there.items():
        is_new = name not in here and name != new_place[-1]
        if is_new and jaccard(leaves, leaves_of(other)) > max(likeness, _RIVAL):
            return True
    return False


def _says_alike(locator: Locator, old_place: Address, new_place: Address) -> bool:
    """Whether two schemas say much the same; a property is known by its type."""
    if old_place[-2:-1] == ("properties",):
        return share_type(locator, old_place, new_place)
    before, now = sayings(locator.old, old_place), sayings(locator.new, new_place)
    said, said_now = {one.key for one in before}, {one.key for one in now}
    return len(said & said_now) >= ENOUGH * len(said | said_now) > 0


def share_type(locator: Locator, old_place: Address, new_place: Address) -> bool:
    """Whether two schemas or parameters describe values of one type, or say nothing of it."""
    types = _types(sayings(locator.old, old_place))
    types_now = _types(sayings(locator.new, new_place))
    return bool(types & types_now) or types == types_now


def _types(said: Iterable[Saying]) -> set[Tree]:
    return {one.value for one in said if one.keyword == "type" and one.reach != "inside"}


def _is_alike(one: Tree, other: Tree) -> bool:
    return jaccard(leaves_of(one), leaves_of(other)) >= ENOUGH


def _has_same_methods(
    item: dict[str, Tree],
    other: dict[str, Tree],
) -> bool:
    """Whether two path items share a method, or neither has any."""
    methods, others = methods_in(item), methods_in(other)
    return bool(methods & others) or methods == others
