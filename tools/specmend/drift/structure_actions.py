"""The verdict of an edit of the structure, as a rename: by whether it can still be made."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import same
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.blocked import blocker, named_blocker, target_blocker
from specmend.drift.extracted import component_made
from specmend.drift.judgment import Judgment, candidates_of, evidence_of, unmade
from specmend.drift.makes_null import null_said
from specmend.drift.moved_prefix import MOVE, half_moved, is_moved
from specmend.drift.parted import judge_parted
from specmend.drift.permuted import judge_permuted
from specmend.drift.remaining import apply_all, retargeted
from specmend.drift.rename_actions import judge_rename
from specmend.drift.selecting_actions import judge_selecting
from specmend.drift.three_way import Comparison, ThreeWay, in_state
from specmend.errors import ActionFailed
from specmend.steps.step import Verdict

_RULES: Final = frozenset({"rename-extension"})
"""Edits of whatever there is: what is gone needs them no more."""

_APPLIED: Final = ThreeWay.ALREADY_APPLIED


def judge_structure_action(context: ActionContext) -> Judgment:
    """The verdict of the edit as it is, else of a part of it, else of it where it moved to."""
    if context.action.verb == MOVE:
        judged = _judge_prefix(context)
        if judged:
            return judged
    permuted = judge_permuted(context)
    if permuted:
        return permuted
    made = null_said(context) or component_made(context)
    if made:
        return replace(_already_upstream(context), comparisons=made)
    try:
        tree, found = apply_all(context.new, [context.present_action])
    except ActionFailed as error:
        return _judge_failed(context, error)
    if same(tree, context.new):
        return _already_upstream(context)
    message = messages.applies(context, context.comparisons)
    judgment = unmade(context, Verdict.APPLIES, message)
    return replace(judgment, tree=tree, found=found)


def _judge_prefix(context: ActionContext) -> Judgment | None:
    """The verdict where upstream moved the prefix, or only one end of it."""
    if is_moved(context):
        return replace(
            _already_upstream(context),
            comparisons=in_state(context.comparisons, _APPLIED),
        )
    half = half_moved(context)
    return unmade(context, Verdict.CONFLICT, half) if half else None


def _judge_failed(context: ActionContext, error: ActionFailed) -> Judgment:
    """An edit that cannot be made as it is."""
    judged = judge_rename(context, error) or judge_selecting(context)
    if judged:
        return judged
    states = {comparison.state for comparison in context.comparisons}
    # Whether a prefix was moved is known already.
    is_applied = states == {_APPLIED} and context.action.verb != MOVE
    if is_applied or _is_already_applied(context, error):
        return _already_upstream(context)
    if context.action.verb in _RULES and states == {_APPLIED, ThreeWay.MISSING}:
        return _already_upstream(context, lists_missing=True)
    # Only then is it asked what is left of the edit: a person may decide about the other step.
    step = _blocker(context, states)
    if step is not None:
        judgment = unmade(context, Verdict.BLOCKED, messages.blocked(step))
        return replace(judgment, blocked_by=step)
    parted = judge_parted(context, judge_structure_action)
    return parted or _judge_followed(context, error) or _judge_lost(context, error)


def _blocker(
    context: ActionContext,
    states: set[ThreeWay],
) -> int | None:
    step = blocker(context, context.comparisons)
    if step is None:
        step = target_blocker(context)
    if step is None and states <= {ThreeWay.UNCHANGED, _APPLIED}:
        step = named_blocker(context)
    return step


def _is_already_applied(context: ActionContext, error: ActionFailed) -> bool:
    """Whether an edit with one target fails because the document says so already."""
    if error.already_done and not context.is_rule:
        return True
    if any(map(_is_applied_version, context.comparisons)):
        return True
    if not error.selects_nothing:
        return False
    moved = retargeted(context)
    if moved is None:
        return False
    try:
        apply_all(context.new, [moved])
    except ActionFailed as failure:
        return failure.already_done
    return False


def _is_applied_version(comparison: Comparison) -> bool:
    return comparison.state is _APPLIED and comparison.intended.address == ("openapi",)


def _judge_followed(
    context: ActionContext,
    error: ActionFailed,
) -> Judgment | None:
    """The edit at the place, or with the names, that its target has now."""
    moved = retargeted(context) if error.selects_nothing else None
    if moved is None:
        return None
    try:
        tree, found = apply_all(context.new, [moved])
    except ActionFailed:
        return None
    moved_to, evidence = _new_place(context)
    judgment = unmade(context, Verdict.MOVED, messages.moved_to(moved_to, evidence))
    return replace(
        judgment,
        tree=tree,
        remaining=(moved,),
        found=found,
        moved_to=moved_to,
        evidence=evidence,
    )


def _new_place(context: ActionContext) -> tuple[Address | None, str]:
    """Where the target stands now, and why; else that of the first place that moved."""
    match = context.only_match
    if match and match.relocated:
        return match.at, "; ".join(match.evidence)
    relocated = [one for one in context.comparisons if one.match.relocated]
    if not relocated:
        return None, ""
    return relocated[0].at, evidence_of(relocated)


def _judge_lost(context: ActionContext, error: ActionFailed) -> Judgment:
    """In conflict where something stands in the way, gone where the place is."""
    diverged = in_state(context.comparisons, ThreeWay.DIVERGED)
    missing = in_state(context.comparisons, ThreeWay.MISSING)
    selects_nothing = error.selects_nothing
    if selects_nothing and context.action.optional and not diverged:
        return unmade(context, Verdict.APPLIES, messages.optional(context.action.optional))
    if diverged and not selects_nothing:
        return unmade(context, Verdict.CONFLICT, messages.conflict(diverged[0]))
    if not missing and not selects_nothing:
        return unmade(context, Verdict.CONFLICT, messages.refused(error))
    candidates = candidates_of(missing)
    message = messages.unselected(context)
    if missing:
        message = messages.gone(missing[0], candidates)
    message += messages.applied_parts(context.comparisons)
    return replace(unmade(context, Verdict.GONE, message), candidates=candidates)


def _already_upstream(
    context: ActionContext,
    *,
    lists_missing: bool = False,
) -> Judgment:
    message = messages.already_upstream(context.comparisons, lists_missing=lists_missing)
    return unmade(context, Verdict.ALREADY_UPSTREAM, message)
