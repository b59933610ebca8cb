"""Rebase one step onto the new document: try its intents, and say what replaces its actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.errors import Problem
from specmend.steps.check_action import PatchState, check_action
from specmend.steps.expectation import describe
from specmend.steps.line_origins import Lines
from specmend.steps.step import Action, Expectation, Step, Verdict
from specmend.update.conflict import plain_conflict
from specmend.update.intent import Intent
from specmend.update.records import ActionUpdate, StepUpdate
from specmend.update.replacement import is_met, kept_fields, own_fields, replacement_fields

_STAYS: Final = frozenset(
    {
        StepUpdate.UNCHANGED,
        StepUpdate.REFRESHED,
        StepUpdate.RETARGETED,
        StepUpdate.REDUCED,
    }
)
"""What is meant for an action that is still needed."""

_NEEDLESS: Final = "the action changes nothing here: the document already says so"

Replacement = tuple[Action, Expectation | None]
"""An action of the rebased step, with what it finds where that is known."""


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Attempt:
    """What became of an intent on a tree: the actions of the rebased step, or why one fails.

    `has_needless` says that one of them would change nothing, and is left out. `can_be_kept` says
    of one that fails whether it can be made if a person decides for it.
    """

    intent: Intent
    tree: Tree
    replacements: tuple[Replacement, ...] = ()
    has_needless: bool = False
    fault: str = ""
    verdict: Verdict = Verdict.CONFLICT
    can_be_kept: bool = False


def rebase(
    document: Document,
    tree: Tree,
    step: Step,
    intents: Sequence[Intent],
) -> tuple[Tree, list[ActionUpdate]]:
    """The tree after the step, and what happens to each action.

    It is the same tree when one of the actions is unresolved: a step is made whole or not at all.
    """
    attempts: list[Attempt] = []
    rebased = tree
    for intent in intents:
        attempt = _attempt(document, rebased, step, intent)
        attempts.append(attempt)
        rebased = attempt.tree
    if any(attempt.fault for attempt in attempts):
        return tree, _unmade_updates(step, attempts)
    return rebased, [_made_update(step, attempt) for attempt in attempts]


def left_open(
    step: Step,
    intents: Iterable[Intent],
    reason: str,
) -> list[ActionUpdate]:
    """The updates of a step that cannot be made: its first action that stays says why."""
    attempts = [Attempt(intent=intent, tree=None) for intent in intents]
    first = _first_that_stays(attempts)
    attempts[first] = replace(attempts[first], fault=reason)
    return _unmade_updates(step, attempts)


def _first_that_stays(attempts: Iterable[Attempt]) -> int:
    for index, attempt in enumerate(attempts):
        if attempt.intent.replacements:
            return index
    return 0


def _attempt(
    document: Document,
    tree: Tree,
    step: Step,
    intent: Intent,
) -> Attempt:
    is_unresolved = intent.update is StepUpdate.UNRESOLVED
    if is_unresolved and not intent.must_match:
        failed = _failed(
            intent,
            tree,
            intent.message,
            intent.verdict,
        )
        kept = replace(intent, update=StepUpdate.UNCHANGED)
        return replace(failed, can_be_kept=not _attempt(document, tree, step, kept).fault)
    # Without lines: problems name places of the document, and not the steps that wrote them.
    state = PatchState(document=document, lines=Lines(lines=()))
    replacements: list[Replacement] = []
    rebased = tree
    for action in intent.replacements:
        action_ = replace(action, open=None)
        after, outcome = check_action(
            state,
            rebased,
            step,
            action_,
            enforce=intent.must_match,
        )
        if outcome.verdict is Verdict.ALREADY_UPSTREAM and not intent.must_match:
            continue
        if outcome.problem:
            return _refused(
                intent,
                rebased,
                outcome.problem,
                outcome.verdict,
            )
        found = outcome.found if outcome.found.matches else None
        replacements.append((action, found))
        rebased = after
    if not replacements and intent.replacements and intent.conflict is not None:
        # A person was asked about it: what changes nothing is not retired for that alone.
        return _failed(intent, tree, _NEEDLESS, Verdict.CONFLICT)
    return Attempt(
        intent=intent,
        tree=rebased,
        replacements=tuple(replacements),
        has_needless=len(replacements) < len(intent.replacements),
    )


def _refused(
    intent: Intent,
    tree: Tree,
    problem: Problem,
    verdict: Verdict,
) -> Attempt:
    """An action of the intent cannot be made; one that was unresolved keeps its own reason."""
    if intent.update is StepUpdate.UNRESOLVED:
        return _failed(
            intent,
            tree,
            intent.message,
            intent.verdict,
        )
    found = f" (found {problem.found})" if problem.found else ""
    return _failed(
        intent,
        tree,
        problem.message + found,
        verdict,
    )


def _failed(
    intent: Intent,
    tree: Tree,
    message: str,
    verdict: Verdict,
) -> Attempt:
    return Attempt(
        intent=intent,
        tree=tree,
        fault=message or str(verdict),
        verdict=verdict,
    )


def _made_update(step: Step, attempt: Attempt) -> ActionUpdate:
    """What happens to an action of a step that can be made."""
    intent = attempt.intent
    update, message = intent.update, intent.message
    if not attempt.replacements:
        update, message = _removal(intent)
    elif update in {StepUpdate.UNRESOLVED, StepUpdate.UNCHANGED}:
        update, message = _refreshment(attempt)
    return ActionUpdate(
        action=intent.action,
        verdict=intent.verdict,
        update=update,
        message=message,
        fields=_fields(step, intent, attempt.replacements),
    )


def _removal(intent: Intent) -> tuple[StepUpdate, str]:
    """Retire an action that was meant to stay, and changes nothing any more."""
    if intent.update not in _STAYS:
        return intent.update, intent.message
    message = f"the document already says so; {intent.message}"
    return StepUpdate.RETIRED, message.rstrip("; ")


def _refreshment(attempt: Attempt) -> tuple[StepUpdate, str]:
    """Refresh an action that stays and finds something else than was recorded."""
    intent = attempt.intent
    for action, found in attempt.replacements:
        if found and not is_met(found, action.expect):
            change = f"{_described(intent.action.expect)} → {describe(found)}"
            messages = filter(None, [intent.message, change])
            return StepUpdate.REFRESHED, "; ".join(messages)
    if attempt.has_needless:
        return StepUpdate.REDUCED, intent.message
    return StepUpdate.UNCHANGED, intent.message


def _described(expectation: Expectation | None) -> str:
    if expectation is None:
        return "nothing recorded"
    return describe(expectation)


def _unmade_updates(step: Step, attempts: Iterable[Attempt]) -> list[ActionUpdate]:
    return [_unmade_update(step, attempt) for attempt in attempts]


def _unmade_update(step: Step, attempt: Attempt) -> ActionUpdate:
    """What happens to an action of an unresolved step: what is known of it is written."""
    intent = attempt.intent
    if attempt.fault:
        return _conflict_update(step, attempt)
    is_unresolved = intent.update is StepUpdate.UNRESOLVED
    unknown = [None] * len(intent.replacements)
    replacements = zip(
        intent.replacements,
        [*intent.found, *unknown],
        strict=False,
    )
    return ActionUpdate(
        action=intent.action,
        verdict=intent.verdict,
        update=StepUpdate.UNCHANGED if is_unresolved else intent.update,
        message=intent.message,
        fields=_fields(step, intent, replacements),
    )


def _conflict_update(step: Step, attempt: Attempt) -> ActionUpdate:
    """The action that a person must decide, with the reason written beside it."""
    intent = attempt.intent
    # Where a decision cannot be made, what the person was asked still stands.
    is_decided = intent.conflict is not None and intent.update is not StepUpdate.UNRESOLVED
    conflict = intent.conflict if is_decided else _conflict(attempt)
    kept = kept_fields(step, intent.action, intent.replacements, intent.found)
    fields = {**kept, "x-conflict": conflict}
    return ActionUpdate(
        action=intent.action,
        verdict=intent.verdict if is_decided else attempt.verdict,
        update=StepUpdate.UNRESOLVED,
        message=attempt.fault,
        fields=(fields,),
        conflict=conflict,
        can_be_kept=attempt.can_be_kept,
    )


def _conflict(attempt: Attempt) -> Mapping[str, Any]:
    """What is written for a person: what was known, and why the action cannot be made."""
    verdict = attempt.verdict
    if verdict in {Verdict.APPLIES, Verdict.ALREADY_UPSTREAM}:
        verdict = Verdict.CONFLICT
    return {**(attempt.intent.conflict or {}), **plain_conflict(str(verdict), attempt.fault)}


def _fields(
    step: Step,
    intent: Intent,
    replacements: Iterable[Replacement],
) -> tuple[Mapping[str, Any], ...]:
    """What the step file has in the place of an action."""
    fields = own_fields(step, intent.action)
    return tuple(
        replacement_fields(
            fields,
            intent.action,
            action,
            found,
        )
        for action, found in replacements
    )
