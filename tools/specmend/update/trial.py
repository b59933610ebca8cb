"""Try the rebased steps as `apply` does: read them again and apply them to the document."""

from __future__ import annotations

from collections.abc import Iterable

from specmend.document.text.document import Document
from specmend.document.text.editing.rewrite import rewrite
from specmend.errors import EditRefused
from specmend.steps.apply import apply_steps
from specmend.steps.check_action import PatchState, check_action
from specmend.steps.line_origins import Lines
from specmend.steps.read import read_step
from specmend.steps.series import active_steps
from specmend.steps.step import Outcome, Step
from specmend.update.records import StepRebase, StepUpdate


def refused_steps(
    new: Document,
    rebased: Iterable[StepRebase],
    generator: str,
    *,
    reserialize: bool,
) -> dict[int, str]:
    """Why rebased steps cannot be applied, by their numbers; unresolved ones are not tried."""
    steps = [
        read_step(one.file, one.step.number)
        for one in rebased
        if one.file and one.update is not StepUpdate.UNRESOLVED
    ]
    reasons: dict[int, str] = {}
    for name in generators_of(steps, generator):
        active = active_steps(steps, name, new)
        for outcome in _failures(
            new,
            active,
            reserialize=reserialize,
        ):
            reasons.setdefault(outcome.step.number, outcome.problems[0].message)
    return reasons


def generators_of(
    steps: Iterable[Step],
    generator: str,
) -> list[str]:
    """A generator, and every other one that a step is for."""
    names = [step.generator for step in steps if step.generator]
    return list(dict.fromkeys([generator, *names]))


def _failures(
    new: Document,
    steps: list[Step],
    *,
    reserialize: bool,
) -> list[Outcome]:
    if _can_apply(new, steps):
        return []
    # Only step by step can it be known which one fails; that is slow on large documents.
    applied = apply_steps(new, steps, reserialize=reserialize)
    return [outcome for outcome in applied.outcomes if outcome.problems]


def _can_apply(
    new: Document,
    steps: Iterable[Step],
) -> bool:
    """Whether every step applies as recorded, and the text can be edited for all at once."""
    tree = new.tree
    state = PatchState(document=new, lines=Lines(lines=()))
    for step in steps:
        for action in step.actions:
            tree, outcome = check_action(
                state,
                tree,
                step,
                action,
                enforce=True,
            )
            if outcome.problem:
                return False
    try:
        rewrite(new, tree)
    except EditRefused:
        return False
    return True
