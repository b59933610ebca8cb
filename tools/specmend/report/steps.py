"""The record of an API's steps: what each changes, with the values before and after."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.document.tree.pointer import format_path
from specmend.document.tree.values import Tree
from specmend.errors import Problem
from specmend.steps.apply import try_steps
from specmend.steps.series import Series
from specmend.steps.step import Outcome, Step, Touch, Verdict


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Row:
    """One place that a step changes: its path and the values there (MISSING for nothing)."""

    path: str
    before: Tree
    after: Tree


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class StepRecord:
    """One step of the record; `is_active` says whether it is applied for the generator."""

    step: Step
    verdict: Verdict
    is_active: bool
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def record_of(series: Series) -> tuple[StepRecord, ...]:
    """The record of all steps, in order.

    A step that is not active is tried where it stands, and what it does is left out afterwards.
    """
    active = series.active()
    outcomes = try_steps(series.document, series.steps, active, reserialize=series.reserialize)
    numbers = {step.number for step in active}
    return tuple(_record(outcome, is_active=outcome.step.number in numbers) for outcome in outcomes)


def _record(
    outcome: Outcome,
    *,
    is_active: bool,
) -> StepRecord:
    return StepRecord(
        step=outcome.step,
        verdict=outcome.verdict,
        is_active=is_active,
        rows=tuple(map(_row, outcome.touches)),
        problems=outcome.problems,
    )


def _row(touch: Touch) -> Row:
    if touch.address == touch.to:
        path = format_path(touch.address)
        return Row(
            path=path,
            before=touch.before,
            after=touch.after,
        )
    # A renamed key: its name is what changed, not what stands under it.
    path = format_path(touch.address[:-1])
    return Row(
        path=path,
        before=touch.address[-1],
        after=touch.to[-1],
    )
