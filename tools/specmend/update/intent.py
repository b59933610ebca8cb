"""What is meant to happen to an action, by its verdict and by what a person decided, before it is tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from specmend.document.tree.values import Tree
from specmend.drift.verdicts import ActionVerdict
from specmend.errors import Problem, RepositoryError
from specmend.steps.step import Action, Expectation, Step, Verdict
from specmend.update.conflict import conflict_fields
from specmend.update.decision import Choice, Choices, choice_of, written_key
from specmend.update.prune import pruned
from specmend.update.records import Fields, StepUpdate

Intents = Mapping[int, tuple["Intent", ...]]
"""The intents of each step, by its number, one for each action."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Intent:
    """What is meant for one action: the actions that shall `stand` in its place, none where it goes.

    `found` is what these find, as far as it is known. With `strict`, it must be what was recorded.
    """

    action: Action
    verdict: Verdict
    update: StepUpdate
    stand: tuple[Action, ...]
    found: tuple[Expectation, ...] = ()
    must_match: bool = False
    message: str = ""
    conflict: Fields | None = None


def intent_of(judged: ActionVerdict, new: Tree) -> Intent:
    """What the verdict of an action means for it on the new document."""
    action = judged.action
    short = (
        pruned(action, judged.already, new)
        if judged.verdict is Verdict.APPLIES and not judged.remaining
        else None
    )
    stand = judged.remaining or (short or action,)
    made = Intent(action=action, verdict=judged.verdict, update=StepUpdate.UNCHANGED, stand=stand, found=judged.found,
                  message=judged.message)  # fmt: skip
    if judged.verdict is Verdict.APPLIES:
        return replace(
            made, update=StepUpdate.REDUCED if judged.remaining or short else StepUpdate.UNCHANGED
        )
    if judged.verdict is Verdict.ALREADY_UPSTREAM:
        return replace(made, update=StepUpdate.RETIRED, stand=())
    if judged.verdict is Verdict.MOVED and judged.remaining:
        return replace(made, update=StepUpdate.RETARGETED)
    strict = judged.verdict is Verdict.BLOCKED
    return replace(
        made, update=StepUpdate.UNRESOLVED, must_match=strict, conflict=conflict_fields(judged)
    )


def standing_intents(step: Step, *, strict: bool) -> tuple[Intent, ...]:
    """The intents of a step that is not judged anew: it stays as it is, and what was left open is open."""
    pairs = zip(step.actions, _fields(step), strict=True)
    return tuple(_standing(action, fields, strict=strict) for action, fields in pairs)


def decided(steps: Iterable[Step], intents: Intents, choices: Choices) -> Intents:
    """The intents with the decisions of a person; raises RepositoryError for those about what needs none."""
    used = set()
    made = {}
    for step in steps:
        chosen = []
        for intent in intents[step.number]:
            choice = choice_of(choices, step.number, intent.action.index)
            asked = intent.update is StepUpdate.UNRESOLVED or intent.verdict is Verdict.MOVED
            if choice and asked:
                used |= {(step.number, intent.action.index), (step.number, None)}
            chosen.append(_decided(intent, choice) if choice and asked else intent)
        made[step.number] = tuple(chosen)
    unused = [key for key in choices if key not in used]
    if unused:
        raise RepositoryError(
            *(Problem(message=f"--accept {written_key(key)}={choices[key]}: nothing there waits for a decision",
                      advice="see what is open with --dry-run") for key in unused)
        )  # fmt: skip
    return made


def _decided(intent: Intent, choice: Choice) -> Intent:
    words = f"{intent.message or intent.verdict}; decided: {choice}"
    if choice is Choice.OURS:
        return replace(
            intent,
            update=StepUpdate.UNCHANGED
            if intent.update is StepUpdate.UNRESOLVED
            else intent.update,
            must_match=False,
            message=words,
        )
    return replace(
        intent,
        update=StepUpdate.RETIRED if choice is Choice.THEIRS else StepUpdate.DROPPED,
        stand=(),
        message=words,
    )


def _standing(action: Action, fields: Mapping[str, Any], *, strict: bool) -> Intent:
    if action.open is None:
        return Intent(
            action=action,
            verdict=Verdict.APPLIES,
            update=StepUpdate.UNCHANGED,
            stand=(action,),
            must_match=strict,
        )
    return Intent(
        action=action, verdict=action.open.verdict, update=StepUpdate.UNRESOLVED, stand=(replace(action, open=None),),
        must_match=action.open.verdict is Verdict.BLOCKED, message=action.open.message, conflict=fields["x-conflict"],
    )  # fmt: skip


def _fields(step: Step) -> list[Mapping[str, Any]]:
    return list(step.source.tree["actions"])
