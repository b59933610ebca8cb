"""The verdict of an action that did nothing on the old document: only the new one tells."""

from __future__ import annotations

from specmend.document.tree.values import Tree, same
from specmend.drift import messages as words
from specmend.drift.outcome import Judged
from specmend.errors import ActionFailed
from specmend.steps.apply_action import apply_action
from specmend.steps.expectation import meets, take
from specmend.steps.step import Action, Step, Verdict


def judge_unrecorded(
    old: Tree, new: Tree, step: Step, action: Action, before: ActionFailed | None
) -> Judged:
    """Never matched where it selects nothing on either; else by whether the new document is what was recorded."""
    try:
        made = apply_action(new, action)
    except ActionFailed as error:
        return _failure(new, action, before, error)
    found = (take(made.found),)
    if same(made.tree, new):
        told = words.nothing_to_do(step.plain)
        outcome = Verdict.APPLIES if step.plain and not action.expect else Verdict.ALREADY_UPSTREAM
        return Judged(outcome=outcome, message=told, tree=new)
    if (
        action.expect is None
        or meets(found[0], action.expect)
        or (before is not None and before.selects_nothing)
    ):
        return Judged(
            outcome=Verdict.APPLIES, message=words.unrecorded(), tree=made.tree, found=found
        )
    del old
    return Judged(
        outcome=Verdict.CONFLICT,
        message=words.unexpected(found[0], action.expect),
        tree=new,
        found=found,
    )


def _failure(new: Tree, action: Action, before: ActionFailed | None, error: ActionFailed) -> Judged:
    nothing = error.selects_nothing
    if nothing and action.optional:
        return Judged(outcome=Verdict.APPLIES, message=words.optional(action.optional), tree=new)
    if nothing and (before is None or before.selects_nothing):
        return Judged(outcome=Verdict.NEVER_MATCHED, message=words.never(action.target), tree=new)
    if error.already_done:
        return Judged(
            outcome=Verdict.ALREADY_UPSTREAM, message=words.nothing_to_do(plain=False), tree=new
        )
    return Judged(
        outcome=Verdict.GONE if nothing else Verdict.CONFLICT,
        message=words.refused(error),
        tree=new,
    )
