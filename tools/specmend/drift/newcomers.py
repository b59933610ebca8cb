"""Places that a rule selects on the new document only, and that it may not change unasked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, canonical, get, same
from specmend.drift.action_context import ActionContext
from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison
from specmend.steps.positional import has_filter

_ADDING: Final = frozenset({"make-nullable"})
"""Edits that add to what a schema says, however they write it."""

_Inside = tuple[Address, IntendedChange]
"""A change with its place as seen from the target."""


def newcomers_to_ask_about(context: ActionContext) -> tuple[Address, ...]:
    """The places that joined a rule which does not say what is wrong with them.

    A rule may take away from newcomers. It may add to them where a filter says which ones, and they
    say nothing there. Without a filter it may change what was recorded at another of its places.
    Data that looks like a part of the document, as an example of a schema, is none of it.
    """
    if not context.joined:
        return ()
    under_target = filter(context.is_under_target, context.comparisons)
    changes = _distinct(_inside(context, comparison) for comparison in under_target)
    is_about_data = any(map(_is_data, context.recorded))
    return tuple(
        place
        for place in context.joined
        if (_is_data(place) and not is_about_data)
        or _is_made_later(context, place)
        or not _may_join(context, place, changes)
    )


def _is_data(place: Address) -> bool:
    return spot_at(place).kind == "data"


def _is_made_later(context: ActionContext, place: Address) -> bool:
    """Whether upstream has at a place what a later step makes there: that shall stay as it is."""
    starts = (place[:end] for end in range(1, len(place)))
    new = next((start for start in starts if get(context.old, start) is MISSING), place)
    made, now = get(context.after, new), get(context.new, new)
    return made is not MISSING and same(made, now) and not same(get(context.old, new), now)


def _inside(context: ActionContext, comparison: Comparison) -> _Inside:
    change = comparison.intended
    target = context.target_of(comparison) or ()
    return change.address[len(target) :], change


def _distinct(changes: Iterable[_Inside]) -> list[_Inside]:
    """The changes without those that do the same: a rule does it at thousands of places."""
    known: dict[tuple[Address, str, str, str], _Inside] = {}
    for below, change in changes:
        key = below, change.kind, _written(change.before), _written(change.after)
        known.setdefault(key, (below, change))
    return list(known.values())


def _written(value: Tree) -> str:
    return "" if value is MISSING else canonical(value)


def _may_join(
    context: ActionContext,
    place: Address,
    changes: Iterable[_Inside],
) -> bool:
    if has_filter(context.present_action.target):
        return all(_is_free(context, place, below, change) for below, change in changes)
    if any(_adds(context, change) for _, change in changes):
        return False
    values = [(below, change.before) for below, change in changes if change.after is not MISSING]
    return all(_is_recorded(context, place, below, values) for below, _ in values)


def _is_recorded(
    context: ActionContext,
    place: Address,
    below: Address,
    values: Iterable[tuple[Address, Tree]],
) -> bool:
    """Whether the value that would change there is one that was recorded at another place."""
    now = get(context.new, (*place, *below))
    return any(at == below and same(now, value) for at, value in values)


def _is_free(
    context: ActionContext,
    place: Address,
    below: Address,
    change: IntendedChange,
) -> bool:
    """Whether nothing else stands where something is added."""
    now = get(context.new, (*place, *below))
    return not change.adds or now is MISSING or same(now, change.after)


def _adds(context: ActionContext, change: IntendedChange) -> bool:
    is_longer = change.kind == "members" and not change.removed
    return change.adds or is_longer or context.action.verb in _ADDING
