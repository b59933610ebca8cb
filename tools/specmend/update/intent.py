"""What an update intends for an action, by its verdict and by what a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from specmend.document.tree.values import Tree
from specmend.drift.verdicts import ActionVerdict
from specmend.errors import Problem, RepositoryError
from specmend.steps.step import Action, Expectation, Step, Verdict
from specmend.update.conflict import conflict_fields
from specmend.update.decision import Choice, Choices, Key, choice_of, written_key
from specmend.update.prune import pruned
from specmend.update.records import Fields, StepUpdate

Intents = Mapping[int, tuple["Intent", ...]]
"""The intents of each step, by its number, one for each action."""

_SHOWN: Final = 10


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Intent:
    """What is intended for one action: the actions that replace it, none where it is removed.

    `found` is what these find, as far as it is known. With `must_match`, it must be what was
    recorded.
    """

    action: Action
    verdict: Verdict
    update: StepUpdate
    replacements: tuple[Action, ...]
    found: tuple[Expectation, ...] = ()
    must_match: bool = False
    message: str = ""
    conflict: Fields | None = None

    @property
    def may_be_decided(self) -> bool:
        """Whether a person may decide about the action."""
        return self.update is StepUpdate.UNRESOLVED or self.verdict is Verdict.MOVED


def intent_of(verdict: ActionVerdict, new: Tree) -> Intent:
    """What the verdict of an action means for it on the new document."""
    intent = Intent(
        action=verdict.action,
        verdict=verdict.verdict,
        update=StepUpdate.UNCHANGED,
        replacements=verdict.remaining or (verdict.action,),
        found=verdict.found,
        message=verdict.message,
    )
    if verdict.verdict is Verdict.APPLIES:
        return _reduced(intent, verdict, new)
    if verdict.verdict is Verdict.ALREADY_UPSTREAM:
        return replace(
            intent,
            update=StepUpdate.RETIRED,
            replacements=(),
        )
    # A target that moved is followed without asking: what stands there is what was recorded.
    if verdict.verdict is Verdict.MOVED and verdict.remaining:
        return replace(intent, update=StepUpdate.RETARGETED)
    return replace(
        intent,
        update=StepUpdate.UNRESOLVED,
        must_match=verdict.verdict is Verdict.BLOCKED,
        conflict=conflict_fields(verdict),
    )


def unjudged_intents(
    step: Step,
    *,
    must_match: bool,
) -> tuple[Intent, ...]:
    """The intents of a step that is not judged: it stays, and what was unresolved still is."""
    fields = step.source.tree["actions"]
    pairs = zip(
        step.actions,
        fields,
        strict=True,
    )
    return tuple(_unjudged(action, written, must_match=must_match) for action, written in pairs)


def with_choices(
    steps: Iterable[Step],
    intents: Intents,
    choices: Choices,
) -> Intents:
    """The intents with the decisions of a person.

    Raises RepositoryError for decisions about actions that need none.
    """
    waiting: list[Key] = []
    decided: dict[int, tuple[Intent, ...]] = {}
    for step in steps:
        decided_here: list[Intent] = []
        for intent in intents[step.number]:
            number = intent.action.number
            choice = choice_of(choices, step.number, number)
            waiting += [(step.number, number)] if intent.may_be_decided else []
            if choice and intent.may_be_decided:
                decided_here.append(_decided(intent, choice))
            else:
                decided_here.append(intent)
        decided[step.number] = tuple(decided_here)
    _refuse_needless(choices, waiting)
    return decided


def _refuse_needless(choices: Choices, waiting: Sequence[Key]) -> None:
    """Refuse what is about no action that waits, as the number of an older print."""
    known = {*waiting, *((step, None) for step, _ in waiting)}
    problems = [_needless(key, choices[key], waiting) for key in choices if key not in known]
    if problems:
        raise RepositoryError(*problems)


def _needless(key: Key, choice: Choice, waiting: Sequence[Key]) -> Problem:
    names = ", ".join(map(written_key, waiting[:_SHOWN]))
    more = f" and {len(waiting) - _SHOWN} more" if len(waiting) > _SHOWN else ""
    return Problem(
        message=f"--accept {written_key(key)}={choice}: nothing there needs a decision",
        expected=f"a number of what is open: {names}{more}" if waiting else "",
        advice="the same command with --dry-run instead of --accept shows what is open",
    )


def _reduced(
    intent: Intent,
    verdict: ActionVerdict,
    new: Tree,
) -> Intent:
    """The intent for an action that applies: what upstream has already is left out of it."""
    if verdict.remaining:
        return replace(intent, update=StepUpdate.REDUCED)
    reduced = pruned(
        verdict.action,
        verdict.already,
        new,
    )
    if reduced is None:
        return intent
    return replace(
        intent,
        update=StepUpdate.REDUCED,
        replacements=(reduced,),
    )


def _decided(intent: Intent, choice: Choice) -> Intent:
    message = f"{intent.message or intent.verdict}; decided: {choice}"
    if choice is Choice.OURS:
        kept = replace(
            intent,
            must_match=False,
            message=message,
        )
        if intent.update is StepUpdate.UNRESOLVED:
            return replace(kept, update=StepUpdate.UNCHANGED)
        return kept
    without_joined = _kept(intent) if choice is Choice.THEIRS else ()
    if without_joined:
        return replace(
            intent,
            update=StepUpdate.REDUCED,
            must_match=False,
            replacements=without_joined,
            message=message,
        )
    update = StepUpdate.RETIRED if choice is Choice.THEIRS else StepUpdate.DROPPED
    return replace(
        intent,
        update=update,
        replacements=(),
        message=message,
    )


def _kept(intent: Intent) -> tuple[Action, ...]:
    """The actions that are left of a rule without what joined it."""
    targets: Sequence[str] = (intent.conflict or {}).get("kept", ())
    bare = replace(intent.action, open=None, expect=None)
    return tuple(replace(bare, target=target) for target in targets)


def _unjudged(
    action: Action,
    fields: Fields,
    *,
    must_match: bool,
) -> Intent:
    if action.open is None:
        return Intent(
            action=action,
            verdict=Verdict.APPLIES,
            update=StepUpdate.UNCHANGED,
            replacements=(action,),
            must_match=must_match,
        )
    return Intent(
        action=action,
        verdict=action.open.verdict,
        update=StepUpdate.UNRESOLVED,
        replacements=(replace(action, open=None),),
        # What waited for another step is settled with it, where it finds what it was recorded on.
        must_match=action.open.verdict is Verdict.BLOCKED,
        message=action.open.message,
        conflict=fields["x-conflict"],
    )
