"""An edit that names its places, judged place by place: upstream may have made some of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.confirmed import confirmed
from specmend.drift.judgment import Judgment
from specmend.errors import ActionFailed
from specmend.steps.apply_action import apply_action
from specmend.steps.place_query import place_query
from specmend.steps.step import Action, Verdict

_MADE: Final = (Verdict.APPLIES, Verdict.MOVED)

_Judge = Callable[[ActionContext], Judgment]
_Part = tuple[Address, Judgment]
"""A recorded place, and the judgment of the edit there."""


def judge_parted(context: ActionContext, judge: _Judge) -> Judgment | None:
    """The edit at the places where it is still needed; None where a person must look at one.

    A rule by wildcards is no list of places: without those that upstream mended, it would miss
    what joins it later.
    """
    if len(context.recorded) == 1 or not context.names_each_place:
        return None
    parts = list(_parts(context, judge))
    done = [place for place, one in parts if one.verdict is Verdict.ALREADY_UPSTREAM]
    made = [one for _, one in parts if one.verdict in _MADE]
    if not done or not made or len(done) + len(made) < len(context.recorded):
        return None
    moved = [one for one in made if one.verdict is Verdict.MOVED]
    first = moved[0] if moved else made[0]
    applied = messages.applied_names([messages.path(place) for place in done])
    return replace(
        first,
        message="; ".join(filter(None, [first.message, applied])),
        tree=made[-1].tree,
        comparisons=tuple(comparison for _, one in parts for comparison in one.comparisons),
        remaining=tuple(action for one in made for action in one.remaining),
        found=made[0].found,
    )


def _parts(context: ActionContext, judge: _Judge) -> Iterator[_Part]:
    """The judgments at the recorded places, each after those before it, as long as they are made.

    Each that makes the edit has its actions.
    """
    for place in context.recorded:
        action = replace(context.action, target=place_query(context.old, place), expect=None)
        part = _part(context, action)
        if part is None:
            return
        judgment = confirmed(part, judge(part))
        if judgment.verdict in _MADE and not judgment.remaining:
            judgment = replace(judgment, remaining=(replace(part.present_action, expect=None),))
        yield place, judgment
        context = replace(context, old=part.result.tree, new=judgment.tree)


def _part(context: ActionContext, action: Action) -> ActionContext | None:
    """The action at one place, after those at the places before it."""
    try:
        result = apply_action(context.old, action)
    except ActionFailed:
        return None
    return replace(context, action=action, result=result)
