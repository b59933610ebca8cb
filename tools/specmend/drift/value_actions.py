"""The verdict of an action on values: the recorded value, upstream's and ours are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING, Tree, same
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.blocked import blocker, named_blocker, repeat_blocker, target_blocker
from specmend.drift.judgment import Judgment, candidates_of, evidence_of, unmade
from specmend.drift.reach import passed_over, selected, target_match
from specmend.drift.remaining import apply_all, can_apply, remaining_at, remaining_of, retargeted
from specmend.drift.three_way import Comparison, ThreeWay, in_state
from specmend.errors import ActionFailed
from specmend.steps.step import Action, Verdict

VALUE_ACTIONS: Final = frozenset(
    {
        "update",
        "copy",
        "remove",
        "set-value",
        "remove-where",
        "set-default",
        "drop-default",
        "change-type",
        "change-members",
    }
)
"""The actions on values. All others change the structure: they are judged by whether they fit."""

_Comparisons = tuple[Comparison, ...]


def judge_value_action(context: ActionContext) -> Judgment:
    """The verdict by what stands at each place that the action changed when it was recorded."""
    comparisons = tuple(filter(context.is_under_target, context.comparisons))
    if context.is_rule:
        return _judge_rule(context, comparisons)
    return _judge_one(context, comparisons)


def _judge_one(context: ActionContext, comparisons: _Comparisons) -> Judgment:
    """An action with one target."""
    states = {comparison.state for comparison in comparisons}
    if states & {ThreeWay.DIVERGED, ThreeWay.MISSING}:
        return _judge_failed(context, comparisons, comparisons)
    if states == {ThreeWay.ALREADY_APPLIED}:
        return _already_upstream(context, comparisons)
    return _judge_applied(context, comparisons, comparisons)


def _judge_rule(context: ActionContext, comparisons: _Comparisons) -> Judgment:
    """A rule: places may join and leave, but none that it still selects may say a third thing."""
    unchanged = in_state(comparisons, ThreeWay.UNCHANGED)
    diverged = in_state(comparisons, ThreeWay.DIVERGED)
    decisive = selected(context, diverged) or passed_over(context, comparisons)
    if decisive:
        return _judge_failed(context, decisive, comparisons)
    kept = selected(context, unchanged)
    places = {one.intended.address for one in kept}
    lost = tuple(one for one in unchanged if one.intended.address not in places)
    if kept or context.joined or any(one.match.relocated for one in lost):
        return _judge_applied(context, comparisons, lost)
    if lost:
        return _judge_unselected(context, comparisons)
    if diverged:
        return _judge_failed(context, diverged, comparisons)
    if in_state(comparisons, ThreeWay.ALREADY_APPLIED):
        return _already_upstream(context, comparisons)
    return _excused(context, comparisons) or _judge_failed(
        context,
        comparisons,
        comparisons,
    )


def _judge_failed(
    context: ActionContext,
    decisive: _Comparisons,
    comparisons: _Comparisons,
) -> Judgment:
    """Blocked, in conflict or gone."""
    # What a failed step would have made is missing because of us, whatever upstream did.
    step = blocker(context, decisive)
    if step is not None:
        return _blocked(context, comparisons, step)
    diverged = in_state(decisive, ThreeWay.DIVERGED)
    applied = messages.applied_parts(comparisons)
    if diverged:
        message = messages.conflict(diverged[0]) + applied
        return _where_it_is(context, unmade(context, Verdict.CONFLICT, message, comparisons))
    excused = _excused(context, comparisons)
    if excused:
        return excused
    candidates = candidates_of(decisive)
    missing = in_state(decisive, ThreeWay.MISSING)
    message = messages.gone(missing[0], candidates) + applied
    judgment = unmade(
        context,
        Verdict.GONE,
        message,
        comparisons,
    )
    return replace(judgment, candidates=candidates)


def _where_it_is(context: ActionContext, conflict: Judgment) -> Judgment:
    """A conflict; who keeps the action has it where its one target is now."""
    match, action = context.only_match, retargeted(context)
    if match is None or not match.relocated or action is None:
        return conflict
    try:
        _, found = apply_all(context.new, [action])
    except ActionFailed:
        return conflict
    return replace(conflict, remaining=(action,), found=found)


def _excused(
    context: ActionContext,
    comparisons: _Comparisons,
) -> Judgment | None:
    """An action that may select nothing, and does."""
    if not context.action.optional or context.selected or context.joined:
        return None
    if any(one.alive for one in comparisons):
        return None
    message = messages.optional(context.action.optional)
    return unmade(context, Verdict.APPLIES, message, comparisons)


def _judge_applied(
    context: ActionContext,
    comparisons: _Comparisons,
    followed: _Comparisons,
) -> Judgment:
    """The action, or what remains of it, made on the new document; `moved` where a place moved.

    `followed` are the places that the action follows where they moved.
    """
    relocated = tuple(one for one in followed if one.is_relocated)
    step = repeat_blocker(context, comparisons)
    if step is not None:
        return _blocked(context, comparisons, step)
    if not relocated and not context.selected:
        return _judge_unselected(context, comparisons)
    remaining: tuple[Action, ...] = ()
    is_again = context.is_rule and any(_is_said_elsewhere(context, one) for one in comparisons)
    is_whole = not relocated and not is_again and not _has_applied_part(comparisons)
    if relocated and context.is_rule and context.selected and not context.names_each_place:
        # A rule by wildcards is made for whatever fits, and for the places that moved besides.
        remaining = (context.present_action, *remaining_at(context, relocated))
    elif not is_whole or not can_apply(context.new, context.present_action):
        remaining = remaining_of(context, comparisons)
    try:
        tree, found = apply_all(context.new, remaining or [context.present_action])
    except ActionFailed as error:
        return _judge_refused(context, comparisons, error)
    # The action can be made, but would refer to what a failed step has not made.
    step = named_blocker(context)
    if step is not None and _dangles(context, tree):
        return _blocked(context, comparisons, step)
    # Not every comparison may say so: what is equivalent is no reason to keep a step.
    if same(tree, context.new):
        return _already_upstream(context, comparisons)
    message = messages.applies(context, comparisons)
    judgment = unmade(
        context,
        Verdict.APPLIES,
        message,
        comparisons,
    )
    judgment = replace(
        judgment,
        tree=tree,
        remaining=remaining,
        found=found,
    )
    return _moved(context, judgment, relocated) if relocated else judgment


def _has_applied_part(comparisons: _Comparisons) -> bool:
    """Whether a part of a value, or all that is meant for one list, is there already."""
    for one in comparisons:
        is_list = one.intended.kind == "members"
        if one.is_partial or (is_list and one.has_applied_part):
            return True
    return False


def _is_said_elsewhere(context: ActionContext, comparison: Comparison) -> bool:
    """Whether a rule would say beside it what a branch, or what is referred to, says already."""
    at, target = comparison.at, target_match(context, comparison)
    is_said = comparison.state is ThreeWay.ALREADY_APPLIED and comparison.intended.adds
    if not is_said or at is None or target.at not in context.targets_now:
        return False
    place = comparison.intended.address[len(context.target_of(comparison) or ()) :]
    return at != (*target.at, *place)


def _moved(
    context: ActionContext,
    judgment: Judgment,
    relocated: _Comparisons,
) -> Judgment:
    first = relocated[0]
    target = target_match(context, first)
    moved_to = target.at if target.whole and target.relocated else first.at
    return replace(
        judgment,
        verdict=Verdict.MOVED,
        message=messages.moved(first),
        moved_to=moved_to,
        evidence=evidence_of(relocated),
    )


def _judge_unselected(context: ActionContext, comparisons: _Comparisons) -> Judgment:
    """The place is there, but the target does not select it any more."""
    step = target_blocker(context)
    if step is not None:
        return _blocked(context, comparisons, step)
    excused = _excused(context, comparisons)
    if excused:
        return excused
    return unmade(
        context,
        Verdict.GONE,
        messages.unselected(context),
        comparisons,
    )


def _judge_refused(
    context: ActionContext,
    comparisons: _Comparisons,
    error: ActionFailed,
) -> Judgment:
    """The action cannot be made though its places are as they should be."""
    step = named_blocker(context)
    if step is not None:
        return _blocked(context, comparisons, step)
    return unmade(
        context,
        Verdict.CONFLICT,
        messages.refused(error),
        comparisons,
    )


def _dangles(context: ActionContext, tree: Tree) -> bool:
    """Whether the action writes a reference to what a failed step would have made."""
    names: list[str] = []
    for failed in context.failed:
        names += [f"/{touch.to[-1]}" for touch in failed.touches if touch.to]
    for _, reference in references(context.action.update):
        is_about = reference.startswith("#") and reference.endswith(tuple(names))
        if is_about and resolve(tree, reference) is MISSING:
            return True
    return False


def _already_upstream(context: ActionContext, comparisons: _Comparisons) -> Judgment:
    message = messages.already_upstream(comparisons)
    return unmade(context, Verdict.ALREADY_UPSTREAM, message, comparisons)


def _blocked(
    context: ActionContext,
    comparisons: _Comparisons,
    step: int,
) -> Judgment:
    judgment = unmade(
        context,
        Verdict.BLOCKED,
        messages.blocked(step),
        comparisons,
    )
    return replace(judgment, blocked_by=step)
