"""The numbers of actions: the name by which a person decides about one, whatever goes before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

NUMBER: Final = "x-number"
"""The field of an action whose number is not the one that its place in the file gives."""

Fields = Mapping[str, Any]


def numbers_of(actions: Sequence[Fields]) -> list[int]:
    """The number of each action: its own, or else the next one that no action has."""
    taken = {action[NUMBER] for action in actions if NUMBER in action}
    numbers: list[int] = []
    last = 0
    for action in actions:
        last = action[NUMBER] if NUMBER in action else _next(last, taken)
        taken.add(last)
        numbers.append(last)
    return numbers


def numbers_twice(actions: Sequence[Fields]) -> Iterator[tuple[int, int]]:
    """The index of every action whose own number an earlier action has, with that one's index."""
    first: dict[int, int] = {}
    for index, action in enumerate(actions):
        if NUMBER in action and first.setdefault(action[NUMBER], index) != index:
            yield index, first[action[NUMBER]]


def numbered(actions: Sequence[Fields], numbers: Sequence[int]) -> list[Fields]:
    """The actions with these numbers: written where an action waits for a person, or must say it.

    What waits says its number, so that it keeps it whatever a person does with the actions before.
    """
    taken = {number for action, number in _pairs(actions, numbers) if "x-conflict" in action}
    written: list[Fields] = []
    last = 0
    for action, number in _pairs(actions, numbers):
        is_said = "x-conflict" in action or _next(last, taken) != number
        written.append(_with(action, number) if is_said else _without(action))
        taken.add(number)
        last = number
    return written


def _pairs(actions: Sequence[Fields], numbers: Sequence[int]) -> Iterator[tuple[Fields, int]]:
    return zip(actions, numbers, strict=True)


def _next(number: int, taken: set[int]) -> int:
    number += 1
    while number in taken:
        number += 1
    return number


def _with(action: Fields, number: int) -> Fields:
    """An action with its number; a new one stands before what a person has to decide."""
    if NUMBER in action:
        return {**action, NUMBER: number}
    behind = {key: value for key, value in action.items() if key == "x-conflict"}
    return {**_without(action, "x-conflict"), NUMBER: number, **behind}


def _without(action: Fields, key: str = NUMBER) -> Fields:
    return {name: value for name, value in action.items() if name != key}
