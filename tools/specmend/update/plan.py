"""What an update would do: every step rebased onto the new document, and all of them tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.drift.judge import judge_series
from specmend.drift.verdicts import StepVerdict
from specmend.steps.series import active_steps
from specmend.steps.step import Step
from specmend.update.decision import Choices
from specmend.update.intent import Intent, Intents, intent_of, unjudged_intents, with_choices
from specmend.update.rebase_step import left_open, rebase
from specmend.update.records import ActionUpdate, StepRebase, UpdatePlan
from specmend.update.step_file import step_rebase
from specmend.update.trial import generators_of, refused_steps

Judge = Callable[[Document, Document, Iterable[Step]], tuple[StepVerdict, ...]]


def intents_of(
    old: Document | None,
    new: Document,
    steps: Sequence[Step],
    generator: str,
    judge: Judge = judge_series,
) -> Intents:
    """What the verdicts mean for each step that applies to the new document.

    Without an old document nothing is judged: the steps stay as they are, and what an earlier
    update left unresolved still is.
    """
    intents: dict[int, tuple[Intent, ...]] = {}
    applicable = [step for step in steps if step.applies_to.fits(new)]
    if old is not None:
        for name in generators_of(steps, generator):
            for verdict in judge(
                old,
                new,
                active_steps(applicable, name, old),
            ):
                judged = tuple(intent_of(action, new.tree) for action in verdict.actions)
                intents.setdefault(verdict.step.number, judged)
    for step in applicable:
        # A step that applies to the new document only was not recorded on the old one.
        unjudged = unjudged_intents(step, must_match=old is not None)
        intents.setdefault(step.number, unjudged)
    return intents


def plan_update(
    new: Document,
    steps: Sequence[Step],
    intents: Intents,
    generator: str,
    choices: Choices,
    *,
    reserialize: bool = False,
) -> UpdatePlan:
    """What becomes of each step, with the decisions of a person.

    Raises RepositoryError for decisions about actions that need none.
    """
    applicable = [step for step in steps if step.number in intents]
    inapplicable = [step for step in steps if step.number not in intents]
    decided = with_choices(applicable, intents, choices)
    refused: dict[int, str] = {}
    while True:
        rebased = _rebased(
            new,
            applicable,
            decided,
            generator,
            refused,
        )
        newly_refused = refused_steps(
            new,
            rebased,
            generator,
            reserialize=reserialize,
        )
        if not newly_refused.keys() - refused.keys():
            break
        # A step that is left open now may be what another one was made on: rebase them again.
        refused |= newly_refused
    return UpdatePlan(
        document=new,
        steps=rebased,
        inapplicable=tuple(inapplicable),
    )


def _rebased(
    new: Document,
    steps: Sequence[Step],
    intents: Intents,
    generator: str,
    refused: Mapping[int, str],
) -> tuple[StepRebase, ...]:
    """Every step rebased, in order; those that are refused are left open, with the reason."""
    names = generators_of(steps, generator)
    trees: dict[str, Tree] = dict.fromkeys(names, new.tree)
    rebased = []
    for step in steps:
        if step.number in refused:
            updates = left_open(
                step,
                intents[step.number],
                refused[step.number],
            )
        else:
            updates = _rebase_for_each(
                new,
                trees,
                step,
                intents[step.number],
            )
        rebased.append(step_rebase(new, step, updates))
    return tuple(rebased)


def _rebase_for_each(
    new: Document,
    trees: dict[str, Tree],
    step: Step,
    intents: Sequence[Intent],
) -> list[ActionUpdate]:
    """Rebase a step on the tree of each generator that it is for; the first decides its file."""
    updates: list[ActionUpdate] = []
    for name, tree in trees.items():
        if step.is_active(name):
            trees[name], of_generator = rebase(
                new,
                tree,
                step,
                intents,
            )
            updates = updates or of_generator
    return updates
