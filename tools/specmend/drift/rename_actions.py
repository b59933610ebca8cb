"""The verdict of an edit that renames and cannot be made as it is: name by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from specmend.document.tree.values import Tree
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.blocked import blocker
from specmend.drift.judgment import Judgment, candidates_of, evidence_of, unmade
from specmend.drift.overwritten import overwritten
from specmend.drift.remaining import apply_all
from specmend.drift.renamed_parameters import parameter_renamings
from specmend.drift.renamed_properties import property_renamings
from specmend.drift.renaming import Renaming, table_renamings
from specmend.drift.three_way import Comparison, ThreeWay, in_state
from specmend.errors import ActionFailed
from specmend.steps.place_query import place_query
from specmend.steps.step import Action, Expectation, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class _Made:
    """What is still to be made of a renaming edit, the tree after it, and what it finds."""

    actions: tuple[Action, ...]
    tree: Tree
    found: tuple[Expectation, ...]


def judge_rename(context: ActionContext, error: ActionFailed) -> Judgment | None:
    """The verdict of an edit that renames by a table or by its targets; None for any other edit.

    `error` is why it cannot be made as it is. What upstream renamed itself, and what is surely
    gone, is left out; the rest is made where it stands now.
    """
    renamings = _renamings(context)
    if not renamings:
        return None
    open_ = [one for one in renamings if one.state is ThreeWay.UNCHANGED]
    gone = [one for one in renamings if one.is_surely_gone]
    made = [one for one in renamings if one.state is ThreeWay.ALREADY_APPLIED]
    comparisons = tuple(one.comparison for one in renamings)
    if len(open_) + len(gone) + len(made) < len(renamings):
        return _judge_doubtful(context, renamings, error)
    if open_:
        return _judge_open(context, renamings, open_) or _refused(context, comparisons, error)
    if made:
        message = messages.already_upstream(comparisons, lists_missing=bool(gone))
        return unmade(context, Verdict.ALREADY_UPSTREAM, message, comparisons)
    return _judge_doubtful(context, renamings, error)


def _renamings(context: ActionContext) -> tuple[Renaming, ...]:
    after = context.ours[-1]
    found = _found(context)
    return tuple(replace(one, comparison=overwritten(after, one.comparison)) for one in found)


def _found(context: ActionContext) -> tuple[Renaming, ...]:
    if context.action.verb == "rename-property":
        return tuple(property_renamings(context))
    if context.action.verb == "rename-parameter":
        return tuple(parameter_renamings(context))
    return table_renamings(context)


def _judge_open(
    context: ActionContext,
    renamings: Iterable[Renaming],
    open_: list[Renaming],
) -> Judgment | None:
    """The edit of the names that are still to be changed; None where that cannot be made."""
    made = _made(context, open_)
    if made is None:
        return None
    comparisons = tuple(one.comparison for one in renamings)
    moved = [one.comparison for one in open_ if one.comparison.is_relocated]
    judgment = replace(
        unmade(context, Verdict.APPLIES, _words(context, comparisons), comparisons),
        tree=made.tree,
        remaining=made.actions,
        found=made.found,
    )
    if not moved:
        return judgment
    evidence = evidence_of(moved)
    return replace(
        judgment,
        verdict=Verdict.MOVED,
        message=messages.moved_to(moved[0].at, evidence),
        moved_to=moved[0].at,
        evidence=evidence,
    )


def _made(context: ActionContext, open_: Iterable[Renaming]) -> _Made | None:
    actions = _remaining(context, open_)
    try:
        tree, found = apply_all(context.new, actions)
    except ActionFailed:
        return None
    return _Made(actions=actions, tree=tree, found=found)


def _remaining(context: ActionContext, open_: Iterable[Renaming]) -> tuple[Action, ...]:
    """The edit with the names that are left of its table, or at the places that are left."""
    action = replace(context.action, expect=None)
    if isinstance(action.parameters.get("names"), Mapping):
        names = {one.old: _new_name(one.comparison) for one in open_}
        return (replace(action, parameters={**action.parameters, "names": names}),)
    targets = dict.fromkeys(one.target for one in open_)
    return tuple(replace(action, target=place_query(context.new, target)) for target in targets)


def _new_name(comparison: Comparison) -> str:
    change = comparison.intended
    return str(change.to[-1] if change.kind == "name" else change.after)


def _words(context: ActionContext, comparisons: tuple[Comparison, ...]) -> str:
    """What upstream has of the edit already, and what is gone."""
    words = []
    applied = in_state(comparisons, ThreeWay.ALREADY_APPLIED)
    if applied:
        words.append(messages.applied_names([_old_name(one) for one in applied]))
    gone = in_state(comparisons, ThreeWay.MISSING)
    if gone:
        words.append(messages.removed(one.intended.address for one in gone))
    return "; ".join(words) or messages.applies(context, ())


def _old_name(comparison: Comparison) -> str:
    change = comparison.intended
    return str(change.address[-1] if change.kind == "name" else change.before)


def _judge_doubtful(
    context: ActionContext,
    renamings: tuple[Renaming, ...],
    error: ActionFailed,
) -> Judgment:
    """A person is asked: a name is taken, or what had it may be something else, or is gone."""
    comparisons = tuple(one.comparison for one in renamings)
    step = blocker(context, comparisons)
    if step is not None:
        judgment = unmade(context, Verdict.BLOCKED, messages.blocked(step), comparisons)
        return replace(judgment, blocked_by=step)
    diverged = [one for one in renamings if one.state is ThreeWay.DIVERGED]
    if diverged:
        message = diverged[0].note or _conflict(diverged[0].comparison)
        return unmade(context, Verdict.CONFLICT, message, comparisons)
    if context.action.optional and error.selects_nothing:
        message = messages.optional(context.action.optional)
        return unmade(context, Verdict.APPLIES, message, comparisons)
    missing = in_state(comparisons, ThreeWay.MISSING)
    first = next((one for one in missing if one.match.candidates), missing[0])
    candidates = candidates_of(missing)
    message = messages.gone(first, candidates) + messages.applied_parts(comparisons)
    judgment = unmade(context, Verdict.GONE, message, comparisons)
    return replace(judgment, candidates=candidates)


def _conflict(comparison: Comparison) -> str:
    """Why a name cannot be changed: the new one is taken, or upstream chose a third one."""
    old, new = _old_name(comparison), _new_name(comparison)
    if comparison.now == old and comparison.at is not None:
        return messages.half_renamed(old, new, comparison.at)
    if comparison.now == new and comparison.intended.kind == "value":
        return messages.taken(old, new)
    return messages.conflict(comparison)


def _refused(
    context: ActionContext,
    comparisons: tuple[Comparison, ...],
    error: ActionFailed,
) -> Judgment:
    return unmade(context, Verdict.CONFLICT, messages.refused(error), comparisons)
