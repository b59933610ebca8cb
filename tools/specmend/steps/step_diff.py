"""The change that one step makes to the text, after the steps before it."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.steps.apply import apply_steps
from specmend.steps.line_diff import line_diff
from specmend.steps.series import Series
from specmend.steps.step import Outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class StepDiff:
    """What became of one step, and its change as the lines of a unified diff.

    No lines when it changed nothing.
    """

    outcome: Outcome
    lines: tuple[str, ...]


def step_diff(series: Series, number: int, name: str) -> StepDiff:
    """The change that one step makes to the text as the active steps before it leave it.

    `name` is the file's name in the head of the diff. Raises RepositoryError when there is no such
    step.
    """
    step = series.step(number)
    before = series.before(number).apply().document
    applied = apply_steps(before, [step], reserialize=series.reserialize)
    names = f"{name} (before step {number})", f"{name} (after step {number})"
    return StepDiff(outcome=applied.outcomes[0], lines=line_diff(before, applied, names))
