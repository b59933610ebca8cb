"""What a person decides about an action that upstream's move left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from specmend.errors import Problem, RepositoryError

_WRITTEN = re.compile(r"(\d+)(?:\.(\d+))?=(ours|theirs|drop)")

Key = tuple[int, int | None]
"""The number of a step, and the index of its action from 0, or None for all of its actions that are open."""


class Choice(StrEnum):
    """Whose word holds: ours (the action stays), theirs (it is retired), or it is dropped without a trace."""

    OURS = "ours"
    THEIRS = "theirs"
    DROP = "drop"


Choices = Mapping[Key, Choice]


def read_choices(written: Iterable[str]) -> dict[Key, Choice]:
    """The decisions written as `4=ours` or `4.2=drop`; raises RepositoryError with every one that is not."""
    made: dict[Key, Choice] = {}
    problems = []
    for text in written:
        found = _WRITTEN.fullmatch(text.strip())
        key = (int(found[1]), int(found[2]) - 1 if found[2] else None) if found else (0, None)
        if not found or (key[1] is not None and key[1] < 0):
            problems.append(
                Problem(
                    message=f"--accept {text!r} is not a decision",
                    expected="as 4=ours, 4.2=theirs or 4=drop",
                )
            )
        elif made.setdefault(key, Choice(found[3])) != found[3]:
            problems.append(Problem(message=f"--accept decides twice about {written_key(key)}"))
    if problems:
        raise RepositoryError(*problems)
    return made


def choice_of(choices: Choices, step: int, index: int) -> Choice | None:
    """What was decided about an action: by its own number, or by that of its step."""
    return choices.get((step, index), choices.get((step, None)))


def written_key(key: Key) -> str:
    """A step or an action as people name it: from 1."""
    step, index = key
    return str(step) if index is None else f"{step}.{index + 1}"
