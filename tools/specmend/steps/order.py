"""The order of a series: steps moved, renumbered or removed, and what no longer applies then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from specmend.errors import Problem
from specmend.steps.leave_out import is_record
from specmend.steps.series import Series
from specmend.steps.step import Step
from specmend.steps.step_name import HIGHEST

Numbers = Mapping[int, int]
"""Old numbers with the new ones; numbers that stay are not listed."""


def moved(steps: Iterable[Step], number: int, to: int) -> Numbers:
    """One step given another number.

    Those in its way go one up or down, into the place it left or into the first gap.
    """
    taken = {step.number for step in steps} - {number}
    numbers, direction = {number: to}, 1 if to < number else -1
    at = to
    while at in taken:
        numbers[at] = at + direction
        at += direction
    return {old: new for old, new in numbers.items() if old != new}


def renumbered(steps: Iterable[Step], by: int) -> Numbers:
    """Every step numbered anew in the order they have, `by` apart.

    The step that leaves out what cannot be generated stays the last one.
    """
    ordered = sorted(step.number for step in steps if not _stays(step))
    return {old: by * place for place, old in enumerate(ordered, 1) if old != by * place}


def with_numbers(steps: Iterable[Step], numbers: Numbers) -> tuple[Step, ...]:
    """The steps under their new numbers, in the order of these."""
    moved_steps = [replace(step, number=numbers.get(step.number, step.number)) for step in steps]
    return tuple(sorted(moved_steps, key=lambda step: step.number))


def newly_broken(before: Series, after: Series) -> list[Problem]:
    """The problems of steps that apply in the one series and do not apply in the other.

    Both are tried for every generator that a step of the later one is for.
    """
    problems = [
        problem
        for generator in after.generators()
        for problem in _broken(before.for_generator(generator), after.for_generator(generator))
    ]
    return list(dict.fromkeys(problems))


def _stays(step: Step) -> bool:
    return step.number == HIGHEST and is_record(step)


def _broken(before: Series, after: Series) -> list[Problem]:
    outcomes = before.apply().outcomes
    good = {outcome.step.source.name for outcome in outcomes if not outcome.problems}
    return [
        problem
        for outcome in after.apply().outcomes
        if outcome.step.source.name in good
        for problem in outcome.problems
    ]
