"""What the new document says where an action intends a change: as before, as intended, or else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.similarity import leaves_of
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.compare_addition import compare_addition
from specmend.drift.compare_name import compare_name
from specmend.drift.compare_null import null_in_other_spelling
from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.equivalence import is_equivalent, is_neutral
from specmend.matching.heirs import heirs, is_surely_gone, lost_object
from specmend.matching.list_members import NamedList, first_names
from specmend.matching.locator import Locator, Match


def comparisons(
    locator: Locator,
    applied: Tree,
    change: IntendedChange,
) -> Iterator[Comparison]:
    """The comparison of an intended change; several where the new document has parts of it.

    `applied` is the old tree after the action.
    """
    if change.kind == "name":
        yield compare_name(locator, change)
        return
    # Upstream may have moved to another version of OpenAPI, with the same meaning.
    null = null_in_other_spelling(locator, change)
    if null:
        yield null
    elif change.kind == "members":
        yield _compare_members(locator, change)
    elif change.after is MISSING:
        yield _compare_removal(locator, change)
    elif change.adds:
        yield from compare_addition(locator, applied, change)
    else:
        yield _compare_value(locator, applied, change)


def _compare_value(
    locator: Locator,
    applied: Tree,
    change: IntendedChange,
) -> Comparison:
    match = locator.locate(change.address)
    if not match.whole:
        return _compare_lost_value(locator, change, match)
    now = get(locator.new, match.at)
    state = _state_of_value(
        change,
        now,
        (applied, locator.new),
        locator.old,
    )
    return Comparison(
        intended=change,
        state=state,
        match=match,
        at=match.at,
        now=now,
    )


def _compare_lost_value(
    locator: Locator,
    change: IntendedChange,
    match: Match,
) -> Comparison:
    """A keyword that is gone says the same as one with its neutral value."""
    parent = locator.locate(change.parent)
    if not parent.whole or not is_neutral(change.address, change.after):
        return Comparison(
            intended=change,
            state=ThreeWay.MISSING,
            match=match,
        )
    return Comparison(
        intended=change,
        state=ThreeWay.ALREADY_APPLIED,
        match=parent,
        at=(*parent.at, change.key),
    )


def _state_of_value(
    change: IntendedChange,
    now: Tree,
    trees: tuple[Tree, Tree],
    old: Tree,
) -> ThreeWay:
    """Compare upstream's value with the recorded one and with ours.

    `trees` are those of our value and of upstream's, `old` is that of the recorded one.
    """
    before, after, key = change.before, change.after, str(change.key)
    spot = spot_at(change.address)
    if same(now, before):
        return ThreeWay.UNCHANGED
    if same(after, now) or _is_one_type(change, now) or _is_same_version(change, now):
        return ThreeWay.ALREADY_APPLIED
    if is_equivalent(before, after, key=key, spot=spot):
        # The action changes nothing but prose, so that prose counts here.
        return ThreeWay.DIVERGED
    if is_equivalent(after, now, *trees, key=key, spot=spot):
        return ThreeWay.ALREADY_APPLIED
    if is_equivalent(before, now, old, trees[1], key=key, spot=spot):
        return ThreeWay.UNCHANGED
    return ThreeWay.DIVERGED


def _is_one_type(change: IntendedChange, now: Tree) -> bool:
    """Whether one type is written as a list of one, or the other way round."""
    after = change.after
    return change.key == "type" and (same(now, [after]) or same([now], after))


def _is_same_version(change: IntendedChange, now: Tree) -> bool:
    """Whether two versions of OpenAPI differ in the patch number alone, as 3.1.0 and 3.1.1."""
    if change.address != ("openapi",):
        return False
    return _minor(now) == _minor(change.after)


def _minor(version: Tree) -> list[str]:
    return str(version).split(".")[:2]


def _compare_removal(locator: Locator, change: IntendedChange) -> Comparison:
    match = locator.locate(change.address)
    # A guess by what a place looks like is no reason to remove something else.
    is_traced = match.whole and match.is_sure and not match.is_guess
    if locator.direct(change.address) is None and not is_traced:
        state = _state_of_lost_removal(locator, change, match)
        if match.whole:
            match = replace(match, whole=False, candidates=(match.at, *match.candidates))
        if state is ThreeWay.MISSING:
            match = _with_heirs(locator, change, match)
        return Comparison(
            intended=change,
            state=state,
            match=match,
        )
    now = get(locator.new, match.at)
    state = _state_of_kept_removal(change, now, (locator.old, locator.new))
    return Comparison(
        intended=change,
        state=state,
        match=match,
        at=match.at,
        now=now,
    )


def _state_of_kept_removal(change: IntendedChange, now: Tree, trees: tuple[Tree, Tree]) -> ThreeWay:
    """A keyword that says no more than its absence, as `deprecated: false`, is as good as gone."""
    before, key = change.before, str(change.key)
    if same(now, before):
        return ThreeWay.UNCHANGED
    if is_neutral(change.address, now) and not is_neutral(change.address, before):
        return ThreeWay.ALREADY_APPLIED
    is_as_before = is_equivalent(before, now, *trees, key=key, spot=spot_at(change.address))
    return ThreeWay.UNCHANGED if is_as_before else ThreeWay.DIVERGED


def _state_of_lost_removal(
    locator: Locator,
    change: IntendedChange,
    match: Match,
) -> ThreeWay:
    """Gone from what is still there: upstream removed it, unless it may have another name."""
    may_be_renamed = bool(match.candidates) or (match.whole and _is_alike(locator, change, match))
    if locator.locate(change.parent).whole and not may_be_renamed:
        return ThreeWay.ALREADY_APPLIED
    return _state_of_lost_place(locator, change)


def _state_of_lost_place(locator: Locator, change: IntendedChange) -> ThreeWay:
    """What was to be removed from a path, operation or schema that is surely gone went with it."""
    if change.only_removes and is_surely_gone(locator.old, locator.new, change.address):
        return ThreeWay.ALREADY_APPLIED
    return ThreeWay.MISSING


def _with_heirs(locator: Locator, change: IntendedChange, match: Match) -> Match:
    """A match that is not whole, with the places that what is gone may have become."""
    lost = lost_object(locator.old, locator.new, change.address)
    if lost is None or match.candidates:
        return match
    return replace(match, candidates=heirs(locator.old, locator.new, lost))


def _is_alike(locator: Locator, change: IntendedChange, match: Match) -> bool:
    """Whether what may be the place says anything that it said."""
    return match.is_sure or not leaves_of(change.before).isdisjoint(
        leaves_of(get(locator.new, match.at))
    )


def _compare_members(locator: Locator, change: IntendedChange) -> Comparison:
    match = locator.locate(change.address)
    if not match.whole:
        return Comparison(
            intended=change,
            state=_state_of_lost_place(locator, change),
            match=match,
        )
    now = get(locator.new, match.at)
    if not isinstance(now, list):
        state = ThreeWay.DIVERGED
        return Comparison(
            intended=change,
            state=state,
            match=match,
            at=match.at,
            now=now,
        )
    lacking = tuple(member for member in change.added if _lacks(now, change, member))
    surplus = tuple(
        member for member in change.removed if _count(now, member) > _count(change.after, member)
    )
    open_ = len(lacking) + len(surplus)
    state = ThreeWay.UNCHANGED if open_ else ThreeWay.ALREADY_APPLIED
    if any(_has_another(locator, change, now, member) for member in lacking):
        state = ThreeWay.DIVERGED
    return Comparison(
        intended=change,
        state=state,
        match=match,
        at=match.at,
        now=now,
        lacking=lacking,
        surplus=surplus,
        is_partial=0 < open_ < len(change.added) + len(change.removed),
    )


def _lacks(
    members: list[Tree],
    change: IntendedChange,
    member: Tree,
) -> bool:
    """Whether a member is still to be added to a list."""
    present = _count(members, member)
    if not present:
        return True
    # A list that had the member when the step was recorded is meant to have it twice.
    is_repeated = _count(change.before, member) > 0
    return is_repeated and present < _count(change.after, member)


def _has_another(
    locator: Locator, change: IntendedChange, members: list[Tree], member: Tree
) -> bool:
    """Whether a member joined that has the names of one to add, as a parameter, and says more."""
    names, keys = first_names(locator.new, member)
    if not names or NamedList(locator.old, change.before).named(names, keys):
        return False
    return bool(NamedList(locator.new, members).named(names, keys))


def _count(members: Tree, value: Tree) -> int:
    if not isinstance(members, list):
        return 0
    return sum(same(value, member) for member in members)
