"""Checks one action: its verdict, and for every verdict but `applies` a message for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from specmend.document.text.document import Document
from specmend.document.text.style import Style
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same
from specmend.errors import ActionFailed, FailureReason, Problem
from specmend.steps.apply_action import ActionResult, apply_action
from specmend.steps.decision_advice import corrected_by_hand, decision_advice
from specmend.steps.expectation import describe, meets, take
from specmend.steps.line_origins import Lines
from specmend.steps.step import Action, ActionOutcome, Expectation, Open, Step, Verdict
from specmend.steps.step_name import digits_of

_NOTHING: Final = Expectation(matches=0, before=MISSING)
_SAID_ALREADY: Final = "this action changes nothing: the document already says so"


@dataclass(frozen=True, kw_only=True, slots=True)
class PatchState:
    """The document as the steps so far leave it, and where each of its lines comes from.

    Without lines, their origin is not followed. What steps add looks like `style`, which is
    observed before the first of them.
    """

    document: Document
    lines: Lines
    style: Style | None = None

    def place(self, address: Address) -> str:
        """Where an address is written: in the upstream file, or by which step."""
        line, column = self.document.place(address)
        if not self.lines.lines:
            return f"{self.document.name}:{line}:{column}"
        origin = self.lines.lines[line - 1]
        if origin.upstream:
            return f"{self.document.name}:{origin.upstream}:{column}"
        return f"what step {digits_of(origin.steps[-1])} wrote"


def check_action(
    state: PatchState, tree: Tree, step: Step, action: Action, *, enforce: bool
) -> tuple[Tree, ActionOutcome]:
    """Make an action on a tree: the tree after it, or the same tree and the reason why not.

    With `enforce`, an expectation that is missing or not met is such a reason. An action may select
    nothing where it says why, and change nothing in a plain overlay: then the outcome has a note.
    """
    if action.open:
        return tree, _waiting(tree, step, action, action.open)
    try:
        result = apply_action(tree, action)
    except ActionFailed as error:
        return tree, _failed(state, step, action, error)
    outcome = _judge(state, tree, step, action, result, enforce=enforce)
    return tree if outcome.problem or outcome.note else result.tree, outcome


def _waiting(tree: Tree, step: Step, action: Action, left: Open) -> ActionOutcome:
    """The outcome of an action that an update left for a person."""
    can_be_kept = _can_be_made(tree, action)
    advice = decision_advice(
        step,
        action,
        left.verdict,
        can_be_kept=can_be_kept,
        is_joined=left.is_joined,
    )
    if can_be_kept:
        advice = f"{advice}; or {corrected_by_hand(step)}"
    problem = step.problem(
        (*_address(action), "x-conflict"),
        "this action needs a decision since upstream moved",
        found=left.message,
        expected="a decision",
        advice=advice,
    )
    return ActionOutcome(action=action, verdict=left.verdict, found=_NOTHING, problem=problem)


def _can_be_made(tree: Tree, action: Action) -> bool:
    try:
        apply_action(tree, action)
    except ActionFailed:
        return False
    return True


def _failed(state: PatchState, step: Step, action: Action, error: ActionFailed) -> ActionOutcome:
    """The outcome of an action that cannot be made; an optional one may select nothing."""
    if action.optional and error.reason is FailureReason.NOTHING_SELECTED:
        return _excused(step, action, f"{error}, which is allowed: {action.optional.strip()}")
    verdict = Verdict.GONE if error.selects_nothing else Verdict.CONFLICT
    problem = _failure(state, step, action, error)
    return ActionOutcome(action=action, verdict=verdict, found=_NOTHING, problem=problem)


def _judge(
    state: PatchState,
    tree: Tree,
    step: Step,
    action: Action,
    result: ActionResult,
    *,
    enforce: bool,
) -> ActionOutcome:
    """The outcome of an action that was made on a tree."""
    found = take(result.found)
    verdict, problem = Verdict.APPLIES, None
    if same(result.tree, tree):
        if step.plain and not action.expect:
            return _excused(step, action, _SAID_ALREADY)
        verdict = Verdict.ALREADY_UPSTREAM
        problem = _no_change(step, action, _seen(state, result, found))
    elif enforce and not _is_expected(step, action, found):
        verdict = Verdict.CONFLICT
        problem = _unexpected(step, action, _seen(state, result, found))
    return ActionOutcome(
        action=action, verdict=verdict, touches=result.touches, found=found, problem=problem
    )


def _is_expected(step: Step, action: Action, found: Expectation) -> bool:
    """Only a plain overlay may do without an expectation."""
    return meets(found, action.expect) if action.expect else step.plain


def _excused(step: Step, action: Action, message: str) -> ActionOutcome:
    """The outcome of an action that does nothing, and may."""
    note = step.problem((*_address(action), "target"), message)
    return ActionOutcome(action=action, verdict=Verdict.APPLIES, found=_NOTHING, note=note)


def _failure(state: PatchState, step: Step, action: Action, error: ActionFailed) -> Problem:
    key = "copy" if error.concerns_source else "target"
    recorded = describe(action.expect) if action.expect else ""
    return step.problem(
        (*_address(action), key),
        str(error),
        found="" if error.address is None else state.place(error.address),
        expected=error.expected or recorded,
        advice=error.advice,
    )


def _no_change(step: Step, action: Action, seen: str) -> Problem:
    return step.problem(
        _address(action), _SAID_ALREADY, found=seen, advice="drop the step, or the action"
    )


def _unexpected(step: Step, action: Action, seen: str) -> Problem:
    refresh = f"specmend refresh {step.series} {step.number}"
    if action.expect is None:
        return step.problem(
            _address(action),
            "this action has no expectation",
            found=seen,
            expected="x-expect",
            advice=f"let specmend record it: {refresh}",
        )
    return step.problem(
        (*_address(action), "x-expect"),
        "the document is not what this action was written for",
        found=seen,
        expected=describe(action.expect),
        advice=f"look at the place; if the step is still right, {refresh}",
    )


def _seen(state: PatchState, result: ActionResult, found: Expectation) -> str:
    """What is found, and where."""
    if not result.found:
        return f"{describe(found)} in {state.document.name}"
    others = len(result.found) - 1
    first = state.place(result.found[0][0])
    return f"{describe(found)} at {first}" + (f" and {others} more" if others else "")


def _address(action: Action) -> Address:
    return ("actions", action.index)
