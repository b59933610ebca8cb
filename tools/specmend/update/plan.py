"""What an update would do: every step settled on the new document, in order, and the whole of it tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from specmend.document.text.document import Document
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.tree.values import Tree
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import SETTLED, StepVerdict
from specmend.errors import EditRefused
from specmend.steps.active import active_steps
from specmend.steps.applies_to import digest_of, version_of
from specmend.steps.apply import apply_steps
from specmend.steps.check_action import PatchState, check_action
from specmend.steps.line_origins import Lines
from specmend.steps.read import read_step
from specmend.steps.step import Step
from specmend.update.decision import Choices
from specmend.update.intent import Intent, Intents, decided, intent_of, standing_intents
from specmend.update.rebase_step import left_open, rebase, without_conflict
from specmend.update.records import ActionUpdate, StepRebase, StepUpdate, UpdatePlan

Judge = Callable[[Document, Document, Iterable[Step]], tuple[StepVerdict, ...]]


def intents_of(
    old: Document | None,
    new: Document,
    steps: Sequence[Step],
    generator: str,
    judge: Judge = judge_series,
) -> Intents:
    """What the verdicts mean for each step that holds for the new document.

    Without an old document, nothing is judged: what an earlier update left open is open, and the rest stays.
    """
    made: dict[int, tuple[Intent, ...]] = {}
    holding = [step for step in steps if step.applies_to.fits(new)]
    for name in _generators(steps, generator) if old else ():
        for judged in judge(old, new, active_steps(holding, name, old)) if old else ():
            made.setdefault(
                judged.step.number, tuple(intent_of(action, new.tree) for action in judged.actions)
            )
    for step in holding:
        # What holds for the new document only was not recorded on the old one.
        made.setdefault(step.number, standing_intents(step, strict=old is not None))
    return made


def plan_update(
    new: Document,
    steps: Sequence[Step],
    intents: Intents,
    generator: str,
    choices: Choices,
    *,
    reserialize: bool = False,
) -> UpdatePlan:
    """What becomes of each step, with the decisions of a person; raises RepositoryError for needless ones."""
    holding = [step for step in steps if step.number in intents]
    aside = tuple(step for step in steps if step.number not in intents)
    meant = decided(holding, intents, choices)
    refused: dict[int, str] = {}
    while True:
        updates = _settled(new, holding, meant, generator, refused)
        again = _refused(new, updates, generator, reserialize=reserialize)
        if not again.keys() - refused.keys():
            return UpdatePlan(document=new, steps=updates, aside=aside)
        refused |= again


def _settled(
    new: Document,
    steps: Iterable[Step],
    intents: Intents,
    generator: str,
    refused: Mapping[int, str],
) -> tuple[StepRebase, ...]:
    trees: dict[str, Tree] = dict.fromkeys(_generators(steps := list(steps), generator), new.tree)
    made = []
    for step in steps:
        updates: list[ActionUpdate] | None = None
        if step.number in refused:
            updates = left_open(step, intents[step.number], refused[step.number])
        for name in trees if updates is None else ():
            if step.is_active(name):
                trees[name], found = rebase(new, trees[name], step, intents[step.number])
                updates = updates or found
        made.append(
            _step_rebase(
                new, step, updates or left_open(step, intents[step.number], "no target takes it")
            )
        )
    return tuple(made)


def _step_rebase(new: Document, step: Step, updates: list[ActionUpdate]) -> StepRebase:
    actions = [dict(fields) for update in updates for fields in update.fields]
    source = step.source
    if actions:
        file = rewrite(source, {**source.tree, "actions": actions})[0]
        return StepRebase(step=step, actions=tuple(updates), file=file)
    if all(update.update is StepUpdate.DROPPED for update in updates):
        return StepRebase(step=step, actions=tuple(updates))
    return StepRebase(step=step, actions=tuple(updates), retired=_retired(new, step, updates))


def _retired(new: Document, step: Step, updates: Iterable[ActionUpdate]) -> Document:
    """The file that is kept of a step: what it did, and which upstream document made it needless."""
    source = step.source
    upstream = all(update.verdict in SETTLED for update in updates)
    note = {
        "because": "already-upstream" if upstream else "theirs",
        **({"version": version_of(new)} if version_of(new) else {}),
        "digest": digest_of(new),
    }
    info = {**source.tree["info"], "x-retired": note}
    actions = [without_conflict(action) for action in source.tree["actions"]]
    return rewrite(source, {**source.tree, "info": info, "actions": actions})[0]


def _refused(
    new: Document, updates: Iterable[StepRebase], generator: str, *, reserialize: bool
) -> dict[int, str]:
    """What the settled steps meet when they are read again and applied as `apply` does, by their numbers."""
    steps = [
        read_step(update.file, update.step.number)
        for update in updates
        if update.file and update.update is not StepUpdate.UNRESOLVED
    ]
    found: dict[int, str] = {}
    for name in _generators(steps, generator):
        part = active_steps(steps, name, new)
        # The text is edited once for all steps; step by step only where that does not go, to know whose fault it is.
        applied = (
            () if _fits(new, part) else apply_steps(new, part, reserialize=reserialize).outcomes
        )
        for outcome in applied:
            if outcome.problems:
                found.setdefault(outcome.step.number, outcome.problems[0].message)
    return found


def _fits(new: Document, steps: Iterable[Step]) -> bool:
    """Whether every step applies as it is recorded, and the text can be edited in place for all of them."""
    tree, state = new.tree, PatchState(document=new, lines=Lines(lines=()))
    for step in steps:
        for action in step.actions:
            tree, outcome = check_action(state, tree, step, action, enforce=True)
            if outcome.problem:
                return False
    try:
        rewrite(new, tree)
    except EditRefused:
        return False
    return True


def _generators(steps: Iterable[Step], generator: str) -> list[str]:
    return list(dict.fromkeys([generator, *(step.generator for step in steps if step.generator)]))
