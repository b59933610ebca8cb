"""Which step of one series is which of another one: unchanged, changed, renumbered, or gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from specmend.review.records import Fate
from specmend.steps.step import Step


@dataclass(frozen=True, kw_only=True, slots=True)
class StepPair:
    """A step before and after a change; one of the two is None where it came or went."""

    fate: Fate
    before: Step | None = None
    after: Step | None = None

    @property
    def number(self) -> int:
        """Its number now, or the one that it had."""
        step = self.after or self.before
        return step.number if step else 0


def step_pairs(
    old: Sequence[Step], new: Sequence[Step], retired: Collection[str] = ()
) -> tuple[StepPair, ...]:
    """Every step that came, went or is another one than before, by number.

    `retired` are the names of the files that were retired since. A step is known again by the name
    of its file, by its content, or by its title.
    """
    left, right = list(old), list(new)
    pairs: list[StepPair] = []
    for sign in _SIGNS:
        for before, after in _found(left, right, sign):
            left.remove(before)
            right.remove(after)
            pairs += _pair(before, after)
    names = {_name(file) for file in retired}
    for before in left:
        fate: Fate = "retired" if _name(before.source.name) in names else "removed"
        pairs.append(StepPair(fate=fate, before=before))
    pairs += [StepPair(fate="added", after=after) for after in right]
    return tuple(sorted(pairs, key=lambda pair: pair.number))


def _pair(before: Step, after: Step) -> Iterator[StepPair]:
    if before.source.data != after.source.data:
        yield StepPair(fate="changed", before=before, after=after)
    elif before.number != after.number:
        yield StepPair(fate="renumbered", before=before, after=after)


def _found(
    old: Sequence[Step], new: Iterable[Step], sign: Callable[[Step], object]
) -> list[tuple[Step, Step]]:
    """The steps of both series that share a sign, and are alone with it in each of them."""
    before, after = _alone(old, sign), _alone(new, sign)
    return [(step, after[key]) for key, step in before.items() if key in after]


def _alone(steps: Iterable[Step], sign: Callable[[Step], object]) -> dict[object, Step]:
    found: dict[object, list[Step]] = {}
    for step in steps:
        found.setdefault(sign(step), []).append(step)
    return {key: listed[0] for key, listed in found.items() if len(listed) == 1}


def _file(step: Step) -> object:
    return PurePosixPath(step.source.name).name


def _content(step: Step) -> object:
    return step.source.data


def _words(step: Step) -> object:
    return _name(step.source.name)


def _title(step: Step) -> object:
    return step.title


_SIGNS: Final = (_file, _content, _words, _title)
"""By what a step is known again, the surest sign first."""


def _name(file: str) -> str:
    """The words of the name of a step's file, without its number."""
    return PurePosixPath(file).name.partition("-")[2]
