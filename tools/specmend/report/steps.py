"""The record of an API's steps: what each changes, with the values before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specmend.document.text.document import Document
from specmend.document.tree.pointer import format_path
from specmend.document.tree.values import Tree
from specmend.errors import Problem
from specmend.steps.apply import apply_steps
from specmend.steps.step import Step, Touch, Verdict


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


def record_of(
    upstream: Document,
    steps: Iterable[Step],
    generator: str,
    *,
    reserialize: bool = False,
) -> tuple[StepRecord, ...]:
    """The record of all steps, in order.

    A step that is not active is tried where it stands in the series, and changes nothing for the
    steps after it.
    """
    records = []
    document = upstream
    for step in steps:
        applied = apply_steps(
            document,
            [step],
            reserialize=reserialize,
        )
        outcome = applied.outcomes[0]
        is_active = step.is_active(generator) and step.applies_to.fits(upstream)
        record = StepRecord(
            step=step,
            verdict=outcome.verdict,
            is_active=is_active,
            rows=tuple(map(_row, outcome.touches)),
            problems=outcome.problems,
        )
        records.append(record)
        if is_active:
            document = applied.document
    return tuple(records)


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
