"""Members each of which is now what the other one was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from specmend.diff.swapped import FEW, in_turn, may_be_one, with_swapped


def told(found: Mapping[str, list[str]], old: Mapping[str, Any], new: Mapping[str, Any]) -> Any:
    def more(name: str, other: str) -> list[str]:
        return [] if old[name] == new[other] else [f"{name}-{other}"] * abs(old[name] - new[other])

    made = with_swapped(
        found,
        lambda name, other: None if name not in old or other not in new else more(name, other),
        lambda names, parts: f"{'<>'.join(names)}: {'+'.join(parts)}",
    )
    return [*made]


@pytest.mark.parametrize(
    ("found", "old", "new", "expected"),
    [
        ({"a": ["1"], "b": ["2"]}, {"a": 1, "b": 2}, {"a": 2, "b": 3}, ["1", "2"]),
        (
            {"a": ["1", "2"], "b": ["3"]},
            {"a": 1, "b": 5},
            {"a": 5, "b": 2},
            ["a<>b: 1+2+3", "a-b"],
        ),
        ({"a": ["1", "2"], "b": ["3"]}, {"a": 1, "b": 5}, {"a": 5, "b": 3}, ["1", "2", "3"]),
        ({"a": ["1"], "b": ["2"]}, {"a": 1}, {"b": 1}, ["1", "2"]),
        ({"a": ["1"]}, {"a": 1}, {"a": 2}, ["1"]),
        ({"a": ["1"], "b": []}, {"a": 1, "b": 2}, {"a": 2, "b": 1}, ["1"]),
        ({"a": ["1"], "b": ["2"]}, {"a": 1, "b": 2}, {"a": 2, "b": 1}, ["a<>b: 1+2"]),
        (
            {"a": ["1"], "b": ["2"], "c": ["3"]},
            {"a": 1, "b": 2, "c": 1},
            {"a": 2, "b": 1, "c": 2},
            ["a<>b: 1+2", "3"],
        ),
        (
            {"a": ["1"], "b": ["2"], "c": ["3"]},
            {"a": 1, "b": 2, "c": 3},
            {"a": 3, "b": 1, "c": 2},
            ["a<>b<>c: 1+2+3"],
        ),
    ],
)
def test_two_that_are_swapped_are_one(found: Any, old: Any, new: Any, expected: list[str]) -> None:
    assert told(found, old, new) == expected


def test_of_many_members_none_is_compared_crosswise() -> None:
    names = [str(number) for number in range(FEW + 1)]
    each = {name: [name] for name in names}
    assert told(each, dict.fromkeys(names, 1), dict.fromkeys(names, 1)) == names


def test_names_in_words() -> None:
    assert in_turn(["a", "b"]) == "a and b"
    assert in_turn(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 2}}, True),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "d": 2}}, True),
        ({"a": 1, "b": 2, "c": 3}, {"a": 2, "b": 3, "c": 4}, False),
        ({"a": 1, "b": 2}, {"c": 1, "d": 2}, False),
        ({"a": [1, 2]}, {"a": [1, 2, 3]}, True),
        ({"type": ["a"]}, {"type": "a"}, True),
        ({"$ref": "#/a"}, {"a": 1, "b": 2, "c": 3}, True),
    ],
)
def test_what_is_written_otherwise_is_not_compared(one: Any, other: Any, expected: bool) -> None:
    assert may_be_one(one, other) is expected
