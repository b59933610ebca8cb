"""Members of a list that upstream changed just as a step does, though little of them is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from specmend.document.openapi.keywords import PROSE_KEYWORDS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, canonical, get, same
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.equivalence import is_equivalent
from specmend.matching.list_members import first_names
from specmend.matching.locator import Locator, Match

_OPEN = (ThreeWay.UNCHANGED, ThreeWay.MISSING)


def as_made(
    locator: Locator, applied: Tree, comparison: Comparison, after: Tree = MISSING
) -> Comparison:
    """A comparison; already applied where the list around a place is as the action makes it.

    A member without a name is known by what it says. Where the action changes most of that, the
    list as a whole tells that upstream made the same change. Where only one new member is as the
    action makes it, it is not known which of the two it is. `applied` is the old tree after the
    action, and `after` that after the whole series.
    """
    match, change = comparison.match, comparison.intended
    if change.kind == "name" or comparison.state is ThreeWay.ALREADY_APPLIED:
        return comparison
    is_known = match.whole and match.is_sure and not match.candidates
    is_there = is_known and comparison.state in _OPEN
    made = (applied, after)
    if not is_there and any(_is_member_gone(locator, tree, comparison) for tree in made):
        found = replace(match, whole=False, candidates=())
        return replace(comparison, state=ThreeWay.ALREADY_APPLIED, match=found, at=None)
    if comparison.state not in _OPEN:
        return comparison
    return _in_lists(locator, applied, comparison, is_known=is_known)


def _in_lists(
    locator: Locator, applied: Tree, comparison: Comparison, *, is_known: bool
) -> Comparison:
    """A comparison by the lists that a place is in, the outermost first."""
    change = comparison.intended
    for depth in _depths_of_members(change.to[:-1]):
        holder = locator.locate(change.to[:depth])
        if not holder.whole or not holder.is_sure:
            return comparison
        lists = tuple(
            get(tree, place)
            for tree, place in (
                (locator.old, change.to[:depth]),
                (applied, change.to[:depth]),
                (locator.new, holder.at),
            )
        )
        if not all(isinstance(one, list) for one in lists):
            return comparison
        if is_known:
            comparison = _or_doubted(locator, lists, comparison, holder)
            continue
        index = _index_now(locator, applied, comparison, lists, int(change.to[depth]))
        if index is not None:
            at = (*holder.at, index, *change.to[depth + 1 :])
            return _applied(locator.new, holder, comparison, at)
    return comparison


def _is_member_gone(locator: Locator, applied: Tree, comparison: Comparison) -> bool:
    """Whether a list is as an action leaves it that takes a member out, or a series of them."""
    change = comparison.intended
    if change.after is not MISSING or not isinstance(change.key, int):
        return False
    holder = locator.locate(change.parent)
    ours, now = get(applied, change.parent), get(locator.new, holder.at)
    are_lists = isinstance(ours, list) and isinstance(now, list) and len(ours) == len(now)
    return holder.whole and holder.is_sure and are_lists and _order(ours, now) is not None


def _depths_of_members(address: Address) -> Iterator[int]:
    return (depth for depth, token in enumerate(address) if isinstance(token, int))


_Lists = tuple[Sequence[Tree], ...]
"""A list of the old tree, what the action makes of it, and that of the new tree."""


def _index_now(
    locator: Locator, applied: Tree, comparison: Comparison, lists: _Lists, index: int
) -> int | None:
    """The index of a changed member in a list of the new tree that is as the action makes it."""
    before, ours, now = lists
    is_whole = len(before) == len(ours) == len(now)
    if not is_whole or _order(before, ours) is not None:
        # The action itself changes no more than the order.
        return None
    order = _order(ours, now)
    if order is not None:
        return order[index]
    is_prose = comparison.intended.key in PROSE_KEYWORDS
    trees = (applied, locator.new)
    are_alike = all(is_equivalent(one, other, *trees) for one, other in zip(ours, now, strict=True))
    return index if are_alike and not is_prose else None


def _order(ours: Sequence[Tree], now: Sequence[Tree]) -> list[int] | None:
    """Where each member of a list stands in another one; None where the members are others."""
    free: dict[str, list[int]] = {}
    for index, member in enumerate(now):
        free.setdefault(canonical(member), []).append(index)
    order = []
    for member in ours:
        places = free.get(canonical(member))
        if not places:
            return None
        order.append(places.pop(0))
    return order


def _applied(new: Tree, holder: Match, comparison: Comparison, at: Address) -> Comparison:
    length = len(comparison.intended.to)
    return replace(
        comparison,
        state=ThreeWay.ALREADY_APPLIED,
        match=replace(holder, at=at, matched_depth=length),
        at=at,
        now=get(new, at),
        lacking=(),
        surplus=(),
        is_partial=False,
    )


def _or_doubted(
    locator: Locator, lists: _Lists, comparison: Comparison, holder: Match
) -> Comparison:
    """A comparison; doubted where a new member of the list is what the action makes of one."""
    change, depth, at = comparison.intended, holder.matched_depth, comparison.at
    before, ours, now = lists
    index = int(change.to[depth])
    was, made = get(before, (index,)), get(ours, (index,))
    if at is None or comparison.state is not ThreeWay.UNCHANGED or first_names(locator.old, was)[0]:
        return comparison
    is_as_before = same(was, get(locator.new, locator.locate(change.to[: depth + 1]).at))
    if is_as_before or any(same(member, made) for member in before):
        return comparison
    places = tuple(
        (*holder.at, place, *change.to[depth + 1 :])
        for place, member in enumerate(now)
        if same(member, made)
    )
    return comparison.doubted((*places, at), "alike") if places else comparison
