"""Checks one action: its verdict, and for every verdict but `applies` a message for a person."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same
from specmend.errors import ActionFailed, FailureReason, Problem
from specmend.steps.apply_action import ActionResult, apply_action
from specmend.steps.expectation import describe, meets, take
from specmend.steps.line_origins import Lines
from specmend.steps.step import Action, ActionOutcome, Expectation, Open, Step, Verdict
from specmend.steps.step_name import digits_of

_SAID_ALREADY = "this action changes nothing: the document already says so"


@dataclass(frozen=True, kw_only=True, slots=True)
class PatchState:
    """The document as the steps so far leave it, and where each of its lines comes from.

    Without lines, their origin is not followed.
    """

    document: Document
    lines: Lines

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
        return tree, _waiting(step, action, action.open)
    try:
        made = apply_action(tree, action)
    except ActionFailed as error:
        if action.optional and error.reason is FailureReason.NOTHING_SELECTED:
            return tree, _excused(
                step, action, f"{error}, which is allowed: {action.optional.strip()}"
            )
        verdict = Verdict.GONE if error.selects_nothing else Verdict.CONFLICT
        nothing = Expectation(matches=0, before=MISSING)
        problem = _failure(state, step, action, error)
        return tree, ActionOutcome(action=action, verdict=verdict, found=nothing, problem=problem)
    if step.plain and same(made.tree, tree) and not action.expect:
        return tree, _excused(step, action, _SAID_ALREADY)
    found = take(made.found)
    verdict, problem_ = Verdict.APPLIES, None
    if same(made.tree, tree):
        verdict, problem_ = (
            Verdict.ALREADY_UPSTREAM,
            _no_change(step, action, _seen(state, made, found)),
        )
    elif enforce and not (meets(found, action.expect) if action.expect else step.plain):
        verdict, problem_ = Verdict.CONFLICT, _unexpected(step, action, _seen(state, made, found))
    outcome = ActionOutcome(
        action=action, verdict=verdict, touches=made.touches, found=found, problem=problem_
    )
    return tree if problem_ else made.tree, outcome


def _waiting(step: Step, action: Action, left: Open) -> ActionOutcome:
    """The outcome of an action that an update left for a person."""
    nothing = Expectation(matches=0, before=MISSING)
    problem = step.problem(
        (*_address(action), "x-conflict"), "this action needs a decision since upstream moved", found=left.message,
        expected="a decision",
        advice=f"specmend update {step.series} --accept {step.number}.{action.index + 1}=ours (or theirs, or drop); "
        "or correct the action and remove x-conflict",
    )  # fmt: skip
    return ActionOutcome(action=action, verdict=left.verdict, found=nothing, problem=problem)


def _excused(step: Step, action: Action, message: str) -> ActionOutcome:
    """The outcome of an action that does nothing, and may."""
    nothing = Expectation(matches=0, before=MISSING)
    note = step.problem((*_address(action), "target"), message)
    return ActionOutcome(action=action, verdict=Verdict.APPLIES, found=nothing, note=note)


def _failure(state: PatchState, step: Step, action: Action, error: ActionFailed) -> Problem:
    key = "copy" if error.concerns_source else "target"
    return step.problem(
        (*_address(action), key),
        str(error),
        found=state.place(error.address) if error.address is not None else "",
        expected=error.expected or (describe(action.expect) if action.expect else ""),
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


def _seen(state: PatchState, made: ActionResult, found: Expectation) -> str:
    """What is found, and where."""
    if not made.found:
        return f"{describe(found)} in {state.document.name}"
    more = f" and {len(made.found) - 1} more" if len(made.found) > 1 else ""
    return f"{describe(found)} at {state.place(made.found[0][0])}{more}"


def _address(action: Action) -> Address:
    return ("actions", action.index)
