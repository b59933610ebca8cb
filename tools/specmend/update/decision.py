"""What a person decides about an action that an update left unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from specmend.errors import Problem, UsageError

_WRITTEN: Final = re.compile(r"(\d+)(?:\.(\d+))?=(ours|theirs|drop)")

Key = tuple[int, int | None]
"""The numbers of a step and of its action; None for all its unresolved actions."""


class Choice(StrEnum):
    """Keep our action, retire it because upstream is right, or drop it without a trace."""

    OURS = "ours"
    THEIRS = "theirs"
    DROP = "drop"


Choices = Mapping[Key, Choice]


def read_choices(written: Iterable[str]) -> dict[Key, Choice]:
    """Decisions written as `4=ours` or `4.2=drop`; raises UsageError with every wrong one."""
    choices: dict[Key, Choice] = {}
    problems: list[Problem] = []
    for text in written:
        decision = _read_choice(text)
        if decision is None:
            problems.append(_unreadable(text))
            continue
        key, choice = decision
        if choices.setdefault(key, choice) is not choice:
            message = f"--accept decides twice about {written_key(key)}"
            problems.append(Problem(message=message))
    if problems:
        raise UsageError(*problems)
    return choices


def choice_of(
    choices: Choices,
    step: int,
    action: int,
) -> Choice | None:
    """The decision about an action, by its own number or by that of its step."""
    for_step = choices.get((step, None))
    return choices.get((step, action), for_step)


def written_key(key: Key) -> str:
    """A step or an action as people name it."""
    step, action = key
    if action is None:
        return str(step)
    return f"{step}.{action}"


def _read_choice(text: str) -> tuple[Key, Choice] | None:
    """A decision, None where it is not written as one."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    step, action, choice = match.groups()
    if action is None:
        return (int(step), None), Choice(choice)
    if int(action) == 0:
        return None
    return (int(step), int(action)), Choice(choice)


def _unreadable(text: str) -> Problem:
    return Problem(
        message=f"--accept {text!r} is not a decision",
        expected="as 4=ours, 4.2=theirs or 4=drop",
    )
