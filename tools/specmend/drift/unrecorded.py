"""The verdict of an action that did nothing on the old document: the new one alone decides."""

from __future__ import annotations

from specmend.document.tree.values import Tree, same
from specmend.drift import messages
from specmend.drift.judgment import Judgment
from specmend.errors import ActionFailed
from specmend.steps.apply_action import ActionResult, apply_action
from specmend.steps.expectation import meets, take
from specmend.steps.step import Action, Step, Verdict


def judge_unrecorded(
    new: Tree,
    step: Step,
    action: Action,
    old_error: ActionFailed | None,
) -> Judgment:
    """`never-matched` where it selects nothing on either; else by what the new document says.

    `old_error` is why the action failed on the old document, None where it did nothing there.
    """
    try:
        result = apply_action(new, action)
    except ActionFailed as error:
        return _judge_failure(new, action, old_error, error)
    if same(result.tree, new):
        return _judge_idle(new, step, action)
    return _judge_result(new, action, old_error, result)


def _judge_idle(
    new: Tree,
    step: Step,
    action: Action,
) -> Judgment:
    """The action changes nothing on the new document either; one of a plain overlay may."""
    is_allowed = step.plain and not action.expect
    return Judgment(
        verdict=Verdict.APPLIES if is_allowed else Verdict.ALREADY_UPSTREAM,
        message=messages.nothing_to_do(is_allowed=step.plain),
        tree=new,
    )


def _judge_result(
    new: Tree,
    action: Action,
    old_error: ActionFailed | None,
    result: ActionResult,
) -> Judgment:
    """The action changes something: it applies unless it finds what it was not recorded on."""
    found = take(result.found)
    expected = action.expect
    selected_nothing = old_error is not None and old_error.selects_nothing
    if expected is None or selected_nothing or meets(found, expected):
        return Judgment(
            verdict=Verdict.APPLIES,
            message=messages.unrecorded(),
            tree=result.tree,
            found=(found,),
        )
    return Judgment(
        verdict=Verdict.CONFLICT,
        message=messages.unexpected(found, expected),
        tree=new,
        found=(found,),
    )


def _judge_failure(
    new: Tree,
    action: Action,
    old_error: ActionFailed | None,
    error: ActionFailed,
) -> Judgment:
    verdict, message = Verdict.CONFLICT, messages.refused(error)
    if not error.selects_nothing:
        if error.already_done:
            verdict = Verdict.ALREADY_UPSTREAM
            message = messages.nothing_to_do(is_allowed=False)
    elif action.optional:
        verdict, message = Verdict.APPLIES, messages.optional(action.optional)
    elif old_error is None or old_error.selects_nothing:
        verdict, message = Verdict.NEVER_MATCHED, messages.never_matched(action.target)
    else:
        verdict = Verdict.GONE
    return Judgment(
        verdict=verdict,
        message=message,
        tree=new,
    )
