"""The verdict of an edit of the structure, as a rename: by whether it can still be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import same
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.blocked import blocker, named_blocker, target_blocker
from specmend.drift.judgment import Judgment, candidates_of, evidence_of
from specmend.drift.remaining import apply_all, can_apply, retargeted
from specmend.drift.three_way import Comparison, ThreeWay, in_state
from specmend.errors import ActionFailed
from specmend.steps.step import Action, Verdict

_RULES: Final = frozenset({"move-path-prefix", "rename-extension"})
"""Edits of whatever there is: what is gone needs them no more."""

_HOLDERS: Final[Mapping[str, Address]] = {
    "rename-schema": SCHEMAS,
    "rename-path": ("paths",),
}
"""Where the names stand that an edit of a table of names changes."""

_APPLIED: Final = ThreeWay.ALREADY_APPLIED


def judge_structure_action(context: ActionContext) -> Judgment:
    """The verdict of the edit as it is, else of a part of it, else of it where it moved to."""
    try:
        tree, found = apply_all(context.new, [context.present_action])
    except ActionFailed as error:
        return _judge_failed(context, error)
    if same(tree, context.new):
        return _already_upstream(context)
    message = messages.applies(context, context.comparisons)
    judgment = _judgment(context, Verdict.APPLIES, message)
    return replace(judgment, tree=tree, found=found)


def _judge_failed(context: ActionContext, error: ActionFailed) -> Judgment:
    """An edit that cannot be made as it is."""
    states = {comparison.state for comparison in context.comparisons}
    if states == {_APPLIED} or _is_already_applied(context, error):
        return _already_upstream(context)
    if context.action.verb in _RULES and states == {_APPLIED, ThreeWay.MISSING}:
        return _already_upstream(context, lists_missing=True)
    # Only then is it asked what is left of the edit: a person may decide about the other step.
    step = _blocker(context, states)
    if step is not None:
        judgment = _judgment(
            context,
            Verdict.BLOCKED,
            messages.blocked(step),
        )
        return replace(judgment, blocked_by=step)
    reduced = _judge_reduced(context)
    followed = reduced or _judge_followed(context, error)
    return followed or _judge_lost(context, error)


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


def _judge_reduced(context: ActionContext) -> Judgment | None:
    """A table of names of which a part can be made, and the rest is done."""
    open_names, applied = _divided_names(context)
    if not open_names or not applied:
        return None
    remaining = _with_names(context.action, open_names)
    try:
        tree, found = apply_all(context.new, [remaining])
    except ActionFailed:
        return None
    judgment = _judgment(
        context,
        Verdict.APPLIES,
        messages.applied_names(applied),
    )
    return replace(
        judgment,
        tree=tree,
        remaining=(remaining,),
        found=found,
    )


def _divided_names(context: ActionContext) -> tuple[dict[str, Any], list[str]]:
    """The names that can be changed, and those that are; nothing where some are neither."""
    names = context.action.parameters.get("names")
    if not isinstance(names, Mapping):
        return {}, []
    open_names: dict[str, Any] = {}
    applied: list[str] = []
    for old, new in names.items():
        if can_apply(context.new, _with_names(context.action, {old: new})):
            open_names[old] = new
        elif new and _is_applied(context, old):
            applied.append(old)
        else:
            return {}, []
    return open_names, applied


def _with_names(
    action: Action,
    names: Mapping[str, Any],
) -> Action:
    parameters = {**action.parameters, "names": names}
    return replace(action, parameters=parameters, expect=None)


def _is_applied(context: ActionContext, name: str) -> bool:
    """Whether everything that was to change with a name is changed."""
    states = {one.state for one in context.comparisons if _is_about(one, name)}
    return states == {_APPLIED}


def _is_about(comparison: Comparison, name: str) -> bool:
    change = comparison.intended
    return bool(change.address[-1] == name or change.before == name)


def _judge_followed(
    context: ActionContext,
    error: ActionFailed,
) -> Judgment | None:
    """The edit at the place, or with the names, that its target has now."""
    moved = _with_present_names(context)
    if moved is None and error.selects_nothing:
        moved = retargeted(context)
    if moved is None:
        return None
    try:
        tree, found = apply_all(context.new, [moved])
    except ActionFailed:
        return None
    moved_to, evidence = _new_place(context)
    judgment = _judgment(
        context,
        Verdict.MOVED,
        messages.moved_to(moved_to, evidence),
    )
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


def _with_present_names(context: ActionContext) -> Action | None:
    """A rename of schemas or paths from the names that they have now; None where one is gone."""
    holder = _HOLDERS.get(context.action.verb)
    if holder is None:
        return None
    names: dict[str, str] = {}
    table = context.action.parameters["names"]
    for old, new in table.items():
        match = context.locate((*holder, old))
        if not match.whole:
            return None
        present = match.at[-1]
        if present != new:
            names[str(present)] = new
    if not names:
        return None
    return _with_names(context.action, names)


def _judge_lost(context: ActionContext, error: ActionFailed) -> Judgment:
    """In conflict where something stands in the way, gone where the place is."""
    diverged = in_state(context.comparisons, ThreeWay.DIVERGED)
    missing = in_state(context.comparisons, ThreeWay.MISSING)
    selects_nothing = error.selects_nothing
    if selects_nothing and context.action.optional and not diverged:
        return _judgment(
            context,
            Verdict.APPLIES,
            messages.optional(context.action.optional),
        )
    if diverged and not selects_nothing:
        return _judgment(
            context,
            Verdict.CONFLICT,
            messages.conflict(diverged[0]),
        )
    if not missing and not selects_nothing:
        return _judgment(
            context,
            Verdict.CONFLICT,
            messages.refused(error),
        )
    candidates = candidates_of(missing)
    message = messages.unselected(context)
    if missing:
        message = messages.gone(missing[0], candidates)
    message += messages.applied_parts(context.comparisons)
    return replace(_judgment(context, Verdict.GONE, message), candidates=candidates)


def _already_upstream(
    context: ActionContext,
    *,
    lists_missing: bool = False,
) -> Judgment:
    message = messages.already_upstream(context.comparisons, lists_missing=lists_missing)
    return _judgment(context, Verdict.ALREADY_UPSTREAM, message)


def _judgment(
    context: ActionContext,
    verdict: Verdict,
    message: str,
) -> Judgment:
    """A judgment that leaves the new tree as it is."""
    return Judgment(
        verdict=verdict,
        message=message,
        tree=context.new,
        comparisons=context.comparisons,
    )
