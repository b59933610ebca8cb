"""The record of an API's steps: what each changes, with the values before and after taken from the documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specmend.document.text.document import Document
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import format_path
from specmend.document.tree.values import MISSING, Tree
from specmend.errors import Problem
from specmend.steps.apply import apply_steps
from specmend.steps.step import Step, Touch, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One place that a step changes: its path, and what stands there before and after (MISSING for nothing)."""

    path: str
    before: Tree
    after: Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class StepRecord:
    """One step of the record; `is_active` tells whether it is applied for the target that was asked for."""

    step: Step
    verdict: Verdict
    is_active: bool
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def record_of(
    upstream: Document, steps: Iterable[Step], generator: str, *, reserialize: bool = False
) -> tuple[StepRecord, ...]:
    """The record of all steps, in order. A step that takes no part is tried where it stands, and set aside."""
    records = []
    document = upstream
    for step in steps:
        applied = apply_steps(document, [step], reserialize=reserialize)
        outcome = applied.outcomes[0]
        is_active = step.is_active(generator) and step.applies_to.fits(upstream)
        rows = tuple(_row(touch) for touch in outcome.touches)
        records.append(
            StepRecord(
                step=step,
                verdict=outcome.verdict,
                is_active=is_active,
                rows=rows,
                problems=outcome.problems,
            )
        )
        document = applied.document if is_active else document
    return tuple(records)


def in_words(value: Tree, most: int = 60) -> str:
    """A value on one line, cut to `most` characters; `absent` for none."""
    written = "absent" if value is MISSING else write_json(value)
    return written if len(written) <= most else written[: most - 1] + "…"


def _row(touch: Touch) -> Row:
    if touch.address == touch.to:
        return Row(path=format_path(touch.address), before=touch.before, after=touch.after)
    # A renamed key: its name is what changed, not what stands under it.
    return Row(path=format_path(touch.address[:-1]), before=touch.address[-1], after=touch.to[-1])
