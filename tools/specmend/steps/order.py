"""The order of a series: steps moved, numbered anew or left out, and what then no longer applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError
from specmend.steps.active import active_steps
from specmend.steps.apply import apply_steps
from specmend.steps.step import Step

Numbers = Mapping[int, int]
"""Old numbers with the new ones; numbers that stay are not listed."""


def moved(steps: Iterable[Step], number: int, to: int) -> Numbers:
    """One step given another number; those in its way go one up or down, into the place it left or the first gap."""
    taken = {step.number for step in steps} - {number}
    numbers, direction = {number: to}, 1 if to < number else -1
    at = to
    while at in taken:
        numbers[at] = at + direction
        at += direction
    return {old: new for old, new in numbers.items() if old != new}


def renumbered(steps: Iterable[Step], by: int) -> Numbers:
    """Every step numbered anew in the order they have, `by` apart."""
    ordered = sorted(step.number for step in steps)
    return {old: by * place for place, old in enumerate(ordered, 1) if old != by * place}


def with_numbers(steps: Iterable[Step], numbers: Numbers) -> tuple[Step, ...]:
    """The steps under their new numbers, in the order of these."""
    made = (replace(step, number=numbers.get(step.number, step.number)) for step in steps)
    return tuple(sorted(made, key=lambda step: step.number))


def newly_broken(
    upstream: Document,
    before: Sequence[Step],
    after: Sequence[Step],
    generator: str,
    *,
    reserialize: bool = False,
) -> list[Problem]:
    """The problems of steps that apply in the one series and not in the other; `reserialize` as apply_steps has it.

    Each target that a step is made for is tried, and the one given.
    """
    generators = dict.fromkeys([generator, *(step.generator for step in after if step.generator)])
    found = [
        problem
        for name in generators
        for problem in _broken(upstream, before, after, name, reserialize=reserialize)
    ]
    return list(dict.fromkeys(found))


def _broken(
    upstream: Document,
    before: Sequence[Step],
    after: Sequence[Step],
    generator: str,
    *,
    reserialize: bool,
) -> list[Problem]:
    was = apply_steps(upstream, active_steps(before, generator, upstream), reserialize=reserialize)
    now = apply_steps(upstream, active_steps(after, generator, upstream), reserialize=reserialize)
    good = {outcome.step.source.name for outcome in was.outcomes if not outcome.problems}
    return [
        problem
        for outcome in now.outcomes
        if outcome.step.source.name in good
        for problem in outcome.problems
    ]


if TYPE_CHECKING:
    from collections.abc import Sequence

    from specmend.steps.step import Step


def numbered(steps: Sequence[Step], number: int, api: str) -> Step:
    """The step of a number; raises RepositoryError when the series has none."""
    found = next((step for step in steps if step.number == number), None)
    if found is None:
        known = ", ".join(str(step.number) for step in steps) or "none"
        raise RepositoryError(
            Problem(
                message=f"{api} has no step {number}",
                expected=known,
                advice=f"see specmend log {api}",
            )
        )
    return found
