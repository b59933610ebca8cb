"""One step's own change of the text: what it does to the document as the steps before it leave it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff

from specmend.document.text.document import Document
from specmend.steps.active import active_steps
from specmend.steps.apply import apply_steps
from specmend.steps.step import Outcome, Step


@dataclass(frozen=True, kw_only=True, slots=True)
class StepDiff:
    """What became of one step, and its change as the lines of a unified diff; none when it changed nothing."""

    outcome: Outcome
    lines: tuple[str, ...]


def step_diff(
    upstream: Document,
    steps: Iterable[Step],
    step: Step,
    generator: str,
    name: str,
    *,
    reserialize: bool = False,
) -> StepDiff:
    """The diff of one step after the earlier ones that take part for the target; `name` is the file's in its head."""
    earlier = [
        other for other in active_steps(steps, generator, upstream) if other.number < step.number
    ]
    before = apply_steps(upstream, earlier, reserialize=reserialize).document
    applied = apply_steps(before, [step], reserialize=reserialize)
    lines = unified_diff(
        _lines(before.text),
        _lines(applied.document.text),
        f"{name} (before step {step.number})",
        f"{name} (after step {step.number})",
        lineterm="",
    )
    return StepDiff(outcome=applied.outcomes[0], lines=tuple(lines))


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
