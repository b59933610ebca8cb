"""What an update would do: every step settled on the new document, in order, and the whole of it tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from specmend.document.text.document import Document
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.tree.values import Tree
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import SETTLED, StepVerdict
from specmend.errors import EditRefused
from specmend.steps.active import taking_part
from specmend.steps.applies_to import digest_of, version_of
from specmend.steps.apply import apply_steps
from specmend.steps.check_action import Stage, judge_action
from specmend.steps.line_origins import Lines
from specmend.steps.read import read_step
from specmend.steps.step import Step
from specmend.update.decision import Choices
from specmend.update.intent import Intent, Intents, decided, intent_of, standing_intents
from specmend.update.rebase_step import left_open, settle, without_conflict
from specmend.update.records import ActionFate, Fate, StepFate, UpdatePlan

Judge = Callable[[Document, Document, Iterable[Step]], tuple[StepVerdict, ...]]


def intents_of(
    old: Document | None,
    new: Document,
    steps: Sequence[Step],
    target: str,
    judge: Judge = judge_series,
) -> Intents:
    """What the verdicts mean for each step that holds for the new document.

    Without an old document, nothing is judged: what an earlier update left open is open, and the rest stays.
    """
    made: dict[int, tuple[Intent, ...]] = {}
    holding = [step for step in steps if step.holds.fits(new)]
    for name in _targets(steps, target) if old else ():
        for judged in judge(old, new, taking_part(holding, name, old)) if old else ():
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
    target: str,
    choices: Choices,
    *,
    reformat: bool = False,
) -> UpdatePlan:
    """What becomes of each step, with the decisions of a person; raises RepositoryError for needless ones."""
    holding = [step for step in steps if step.number in intents]
    aside = tuple(step for step in steps if step.number not in intents)
    meant = decided(holding, intents, choices)
    refused: dict[int, str] = {}
    while True:
        fates = _settled(new, holding, meant, target, refused)
        again = _refused(new, fates, target, reformat=reformat)
        if not again.keys() - refused.keys():
            return UpdatePlan(document=new, steps=fates, aside=aside)
        refused |= again


def _settled(
    new: Document, steps: Iterable[Step], intents: Intents, target: str, refused: Mapping[int, str]
) -> tuple[StepFate, ...]:
    trees: dict[str, Tree] = dict.fromkeys(_targets(steps := list(steps), target), new.tree)
    made = []
    for step in steps:
        fates: list[ActionFate] | None = None
        if step.number in refused:
            fates = left_open(step, intents[step.number], refused[step.number])
        for name in trees if fates is None else ():
            if step.takes_part(name):
                trees[name], found = settle(new, trees[name], step, intents[step.number])
                fates = fates or found
        made.append(
            _step_fate(
                new, step, fates or left_open(step, intents[step.number], "no target takes it")
            )
        )
    return tuple(made)


def _step_fate(new: Document, step: Step, fates: list[ActionFate]) -> StepFate:
    actions = [dict(fields) for fate in fates for fields in fate.fields]
    source = step.source
    if actions:
        file = rewrite(source, {**source.tree, "actions": actions})[0]
        return StepFate(step=step, actions=tuple(fates), file=file)
    if all(fate.fate is Fate.DROPPED for fate in fates):
        return StepFate(step=step, actions=tuple(fates))
    return StepFate(step=step, actions=tuple(fates), retired=_retired(new, step, fates))


def _retired(new: Document, step: Step, fates: Iterable[ActionFate]) -> Document:
    """The file that is kept of a step: what it did, and which upstream document made it needless."""
    source = step.source
    upstream = all(fate.verdict in SETTLED for fate in fates)
    note = {
        "because": "already-upstream" if upstream else "theirs",
        **({"version": version_of(new)} if version_of(new) else {}),
        "digest": digest_of(new),
    }
    info = {**source.tree["info"], "x-retired": note}
    actions = [without_conflict(action) for action in source.tree["actions"]]
    return rewrite(source, {**source.tree, "info": info, "actions": actions})[0]


def _refused(
    new: Document, fates: Iterable[StepFate], target: str, *, reformat: bool
) -> dict[int, str]:
    """What the settled steps meet when they are read again and applied as `apply` does, by their numbers."""
    steps = [
        read_step(fate.file, fate.step.number)
        for fate in fates
        if fate.file and fate.fate is not Fate.OPEN
    ]
    found: dict[int, str] = {}
    for name in _targets(steps, target):
        part = taking_part(steps, name, new)
        # The text is edited once for all steps; step by step only where that does not go, to know whose fault it is.
        applied = () if _fits(new, part) else apply_steps(new, part, reformat=reformat).outcomes
        for outcome in applied:
            if outcome.problems:
                found.setdefault(outcome.step.number, outcome.problems[0].message)
    return found


def _fits(new: Document, steps: Iterable[Step]) -> bool:
    """Whether every step applies as it is recorded, and the text can be edited in place for all of them."""
    tree, stage = new.tree, Stage(document=new, lines=Lines(lines=()))
    for step in steps:
        for action in step.actions:
            tree, outcome = judge_action(stage, tree, step, action, enforce=True)
            if outcome.problem:
                return False
    try:
        rewrite(new, tree)
    except EditRefused:
        return False
    return True


def _targets(steps: Iterable[Step], target: str) -> list[str]:
    return list(dict.fromkeys([target, *(step.target for step in steps if step.target)]))
