"""Names that a table of renames exchanges: upstream may have exchanged them itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from specmend.document.tree.similarity import jaccard, leaves_of
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.judgment import Judgment, unmade
from specmend.drift.three_way import ThreeWay
from specmend.steps.step import Action, Touch, Verdict


def judge_permuted(context: ActionContext) -> Judgment | None:
    """The verdict where upstream exchanged the names, or some; None where the names are as before.

    The edit would change them back: each name that it gives is in use, before it and after it. So
    what stands under the names tells.
    """
    if not exchanges_names(context.action):
        return None
    votes = [_is_made(context, touch) for touch in context.result.touches]
    told = {vote for vote in votes if vote is not None}
    if True not in told:
        return None
    if told == {True}:
        return _already_upstream(context)
    message = messages.exchanged(context.action)
    return unmade(context, Verdict.CONFLICT, message)


def exchanges_names(action: Action) -> bool:
    """Whether a table gives a name that it also takes away."""
    names = action.parameters.get("names")
    return isinstance(names, Mapping) and not names.keys().isdisjoint(names.values())


def _is_made(context: ActionContext, touch: Touch) -> bool | None:
    """Whether a place is as the edit makes it; None where nothing tells."""
    now = get(context.new, touch.to)
    before, ours = get(context.old, touch.to), get(context.result.tree, touch.to)
    if now is MISSING or same(before, ours):
        return None
    if same(now, ours) or same(now, before):
        return same(now, ours)
    likeness, likeness_before = _likeness(now, ours), _likeness(now, before)
    return None if likeness == likeness_before else likeness > likeness_before


def _likeness(one: Tree, other: Tree) -> float:
    return 0.0 if other is MISSING else jaccard(leaves_of(one), leaves_of(other))


def _already_upstream(context: ActionContext) -> Judgment:
    made = tuple(
        replace(one, state=ThreeWay.ALREADY_APPLIED, at=one.intended.to, now=one.intended.to[-1])
        for one in context.comparisons
    )
    message = messages.already_upstream(made)
    return unmade(context, Verdict.ALREADY_UPSTREAM, message, made)
