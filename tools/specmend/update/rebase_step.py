"""One step settled on the new document: its intents tried, and its file as it is afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.steps.check_action import PatchState, check_action
from specmend.steps.expectation import as_data, describe, meets
from specmend.steps.line_origins import Lines
from specmend.steps.positional import explained
from specmend.steps.step import VERBS, Action, Expectation, Step, Verdict
from specmend.update.conflict import plain_conflict
from specmend.update.intent import Intent
from specmend.update.records import ActionUpdate, Fields, StepUpdate

_STAYS: Final = frozenset(
    {StepUpdate.UNCHANGED, StepUpdate.REFRESHED, StepUpdate.RETARGETED, StepUpdate.REDUCED}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """What became of an intent on a tree: the actions that stand with what they find, or why one cannot be made."""

    intent: Intent
    tree: Tree
    stand: tuple[tuple[Action, Expectation | None], ...] = ()
    needless: bool = False
    fault: str = ""
    verdict: Verdict = Verdict.CONFLICT


def rebase(
    document: Document, tree: Tree, step: Step, intents: Sequence[Intent]
) -> tuple[Tree, list[ActionUpdate]]:
    """The tree after the step and the fate of each action; the same tree when one of them is open."""
    now, attempt = tree, []
    for intent in intents:
        attempt.append(_try(document, now, step, intent))
        now = attempt[-1].tree
    if any(one.fault for one in attempt):
        return tree, [_left(step, one) for one in attempt]
    return now, [_done(step, one) for one in attempt]


def left_open(step: Step, intents: Iterable[Intent], why: str) -> list[ActionUpdate]:
    """The fates of a step that cannot be made as a whole: its first action that stays says why."""
    attempt = [Attempt(intent=intent, tree=None) for intent in intents]
    first = next((at for at, one in enumerate(attempt) if one.intent.stand), 0)
    attempt[first] = replace(attempt[first], fault=why)
    return [_left(step, one) for one in attempt]


def without_conflict(fields: Fields) -> dict[str, Any]:
    """The fields of an action without what was left for a person."""
    return {key: value for key, value in fields.items() if key != "x-conflict"}


def _try(document: Document, tree: Tree, step: Step, intent: Intent) -> Attempt:
    if intent.update is StepUpdate.UNRESOLVED and not intent.must_match:
        return Attempt(
            intent=intent,
            tree=tree,
            fault=intent.message or str(intent.verdict),
            verdict=intent.verdict,
        )
    state = PatchState(document=document, lines=Lines(lines=()))
    stand: list[tuple[Action, Expectation | None]] = []
    needless = False
    for action in intent.stand:
        made, outcome = check_action(
            state, tree, step, replace(action, open=None), enforce=intent.must_match
        )
        if outcome.verdict is Verdict.ALREADY_UPSTREAM and not intent.must_match:
            needless = True
        elif outcome.problem:
            found = f" (found {outcome.problem.found})" if outcome.problem.found else ""
            words = (
                intent.message
                if intent.update is StepUpdate.UNRESOLVED
                else f"{outcome.problem.message}{found}"
            )
            verdict = intent.verdict if intent.update is StepUpdate.UNRESOLVED else outcome.verdict
            return Attempt(intent=intent, tree=tree, fault=words or str(verdict), verdict=verdict)
        else:
            stand.append((action, outcome.found if outcome.found.matches else None))
            tree = made
    return Attempt(intent=intent, tree=tree, stand=tuple(stand), needless=needless)


def _done(step: Step, attempt: Attempt) -> ActionUpdate:
    """The fate of an action of a step that can be made."""
    intent, fields = attempt.intent, _own_fields(step, attempt.intent.action)
    standing = tuple(
        _standing(fields, intent.action, action, found) for action, found in attempt.stand
    )
    update, words = intent.update, intent.message
    if not standing:
        update = update if update not in _STAYS else StepUpdate.RETIRED
        words = (
            words
            if update is intent.update
            else f"the document already says so; {words}".rstrip("; ")
        )
    elif update in {StepUpdate.UNRESOLVED, StepUpdate.UNCHANGED}:
        changed = [
            found for action, found in attempt.stand if found and not _meets(found, action.expect)
        ]
        was = describe(intent.action.expect) if intent.action.expect else "nothing recorded"
        update = (
            StepUpdate.REFRESHED
            if changed
            else StepUpdate.REDUCED
            if attempt.needless
            else StepUpdate.UNCHANGED
        )
        more = f"{was} → {describe(changed[0])}" if changed else ""
        words = "; ".join(filter(None, [words, more]))
    return ActionUpdate(
        action=intent.action, verdict=intent.verdict, update=update, message=words, fields=standing
    )


def _left(step: Step, attempt: Attempt) -> ActionUpdate:
    """The fate of an action of a step of which one is open: what is known of it is written all the same."""
    intent, fields = attempt.intent, _own_fields(step, attempt.intent.action)
    if attempt.fault:
        known = intent.conflict or {}
        conflict = {**known, **plain_conflict(str(_for_people(attempt.verdict)), attempt.fault)}
        return ActionUpdate(
            action=intent.action, verdict=attempt.verdict, update=StepUpdate.UNRESOLVED, message=attempt.fault,
            fields=({**fields, "x-conflict": conflict},), conflict=conflict,
        )  # fmt: skip
    found = (*intent.found, *[None] * len(intent.stand))
    standing = tuple(
        _standing(fields, intent.action, action, known)
        for action, known in zip(intent.stand, found, strict=False)
    )
    update = StepUpdate.UNCHANGED if intent.update is StepUpdate.UNRESOLVED else intent.update
    return ActionUpdate(
        action=intent.action,
        verdict=intent.verdict,
        update=update,
        message=intent.message,
        fields=standing,
    )


def _for_people(verdict: Verdict) -> Verdict:
    return Verdict.CONFLICT if verdict in {Verdict.APPLIES, Verdict.ALREADY_UPSTREAM} else verdict


def _own_fields(step: Step, action: Action) -> dict[str, Any]:
    return without_conflict(step.source.tree["actions"][action.index])


def _standing(
    fields: Mapping[str, Any], old: Action, new: Action, found: Expectation | None
) -> Fields:
    """The fields of an action that stands for another one; whatever is the same keeps its place in the text."""
    made = dict(fields)
    if replace(new, expect=None, open=None) != replace(old, expect=None, open=None):
        made = _rewritten(fields, new)
    if (
        found is not None
        and found.matches
        and not _meets(found, old.expect if new.expect is None else new.expect)
    ):
        made["x-expect"] = as_data(found)
    return explained(made)


def _rewritten(fields: Mapping[str, Any], new: Action) -> dict[str, Any]:
    verbs: dict[str, Any] = {
        "x-edit": {"name": new.edit, **new.parameters} if new.edit else None,
        "remove": new.remove or None,
        "copy": new.copy or None,
    }
    verb = next(((key, value) for key, value in verbs.items() if value), ("update", new.update))
    made: dict[str, Any] = {}
    for key, value in fields.items():
        if key in VERBS:
            made[verb[0]] = verb[1]
        else:
            made[key] = new.target if key == "target" else value
    return made


def _meets(found: Expectation, expected: Expectation | None) -> bool:
    return expected is not None and meets(found, expected)
