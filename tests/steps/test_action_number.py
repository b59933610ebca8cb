"""The numbers of actions: a number stays with its action, whatever goes before or comes behind."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from specmend.steps.action_number import numbered, numbers_of, numbers_twice

SAID: list[tuple[list[int | None], list[int]]] = [
    # The numbers that actions say, and those that they have.
    ([], []),
    ([None, None, None], [1, 2, 3]),
    ([2], [2]),
    ([2, None], [2, 3]),
    ([None, 4, None], [1, 4, 5]),
    ([3, 1, None], [3, 1, 2]),
    ([None, 1, 2, None], [3, 1, 2, 4]),
    ([None, 3, None, 2], [1, 3, 4, 2]),
]


@pytest.mark.parametrize(("said", "numbers"), SAID)
def test_an_action_has_the_number_that_it_says_or_the_next_free_one(
    said: list[int | None], numbers: list[int]
) -> None:
    assert numbers_of(list(map(_action, said))) == numbers


WRITTEN: list[tuple[list[int], set[int], list[int | None]]] = [
    # The numbers that actions are to have, those that wait, and what is written.
    ([1, 2, 3], set(), [None, None, None]),
    ([2, 3], set(), [2, None]),
    ([1, 3], set(), [None, 3]),
    ([2, 5, 6], set(), [2, 5, None]),
    ([1, 2], {2}, [None, 2]),
    ([1, 2], {1}, [1, None]),
    ([1, 4, 2, 3], set(), [None, 4, 2, None]),
    ([3, 2, 1], {1}, [3, 2, 1]),
]


@pytest.mark.parametrize(("numbers", "waiting", "said"), WRITTEN)
def test_a_number_is_written_where_the_place_says_another_or_a_person_decides(
    numbers: list[int], waiting: set[int], said: list[int | None]
) -> None:
    actions = [_action(None, waits=number in waiting) for number in numbers]
    written = numbered(actions, numbers)
    assert [action.get("x-number") for action in written] == said
    assert numbers_of(written) == numbers
    assert [list(action)[-1] for action in written if "x-conflict" in action] == [
        "x-conflict" for _ in waiting
    ]


def test_whatever_goes_the_numbers_of_the_others_stay() -> None:
    for kept in product([True, False], repeat=4):
        numbers = [number for number, stays in enumerate(kept, 1) if stays]
        written = numbered([_action(None)] * len(numbers), numbers)
        assert numbers_of(written) == numbers
        again = [number for number in numbers if number != 3]
        left = [action for action, number in zip(written, numbers, strict=True) if number != 3]
        assert numbers_of(numbered(left, again)) == again


def test_a_number_that_is_needless_by_now_goes() -> None:
    assert numbered([_action(1), _action(None)], [1, 2]) == [_action(None), _action(None)]


def test_two_actions_with_one_number_are_told() -> None:
    actions = list(map(_action, [2, None, 2, 3, 2]))
    assert list(numbers_twice(actions)) == [(2, 0), (4, 0)]


def _action(number: int | None, *, waits: bool = False) -> dict[str, Any]:
    action: dict[str, Any] = {"target": "$.a", "update": 1}
    if number is not None:
        action["x-number"] = number
    return {**action, "x-conflict": {}} if waits else action
