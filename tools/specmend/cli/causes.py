"""Problems by their causes: what several have in common is said once, with the first places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.errors import Problem

MOST_PLACES: Final = 3
"""How many places of one cause are shown; the others are counted."""

_ALWAYS: Final = ("advice", "step")
"""What one of the problems says for all of them: it shows the way."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """The problems of one cause, at least one, in their order."""

    problems: tuple[Problem, ...]

    @property
    def location(self) -> str:
        """The place of a problem that is the only one; several have theirs below the heading."""
        return "" if self._is_many else self.problems[0].location

    @property
    def heading(self) -> str:
        """What the first of the problems says, with their number where they are several."""
        count = f" ({len(self.problems)} places)" if self._is_many else ""
        return self.problems[0].message + count

    def shared(self, field: str) -> str:
        """What all problems say in a field; what a person shall do is that of the first."""
        texts = dict.fromkeys(getattr(problem, field) for problem in self.problems)
        said = [text for text in texts if text]
        return next(iter(said), "") if len(texts) == 1 or field in _ALWAYS else ""

    def places(self) -> Iterator[str]:
        """The first of several places, with what differs there, and the number of the others."""
        for problem in self.problems[:MOST_PLACES] if self._is_many else ():
            yield ": ".join(filter(None, (problem.location, self._differences(problem))))
        if len(self.problems) > MOST_PLACES:
            yield f"and {len(self.problems) - MOST_PLACES} more"

    @property
    def _is_many(self) -> bool:
        return len(self.problems) > 1

    def _differences(self, problem: Problem) -> str:
        """What a problem does not share with the others."""
        words = [problem.message] if problem.message != self.shared("message") else []
        for field in ("found", "expected"):
            text = getattr(problem, field)
            if text and text != self.shared(field):
                words.append(f"{field} {text}")
        return "; ".join(words)


def causes_of(problems: Sequence[Problem]) -> tuple[Cause, ...]:
    """The causes of problems, in the order of the first problem of each.

    Problems without a cause are of one when they say the same of more places than are shown.
    """
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        alike.setdefault(problem.kind, []).append(problem)
    places = {problem: place for place, problem in enumerate(problems)}
    causes = [Cause(problems=tuple(each)) for group in alike.values() for each in _parted(group)]
    return tuple(sorted(causes, key=lambda cause: places[cause.problems[0]]))


def _parted(group: list[Problem]) -> list[list[Problem]]:
    """Problems that share no more than their words, each by itself where all can be shown."""
    is_one = group[0].cause or len(group) > MOST_PLACES
    return [group] if is_one else [[problem] for problem in group]
