"""Differences of values are told by place and as JSON, without the words of a library."""

from __future__ import annotations

import pytest

from specmend.document.tree.values import Tree
from specmend.project.value_differences import value_differences


@pytest.mark.parametrize(
    ("meant", "found", "lines"),
    [
        ({"a": [1, None]}, {"a": [1, None]}, []),
        ({"a": {"b": "x"}}, {"a": {"b": 1}}, ['/a/b: "x" → 1']),
        ({"a/b": {"c~": 1}}, {"a/b": {"c~": True}}, ["/a~1b/c~0: 1 → true"]),
        ({}, {"a": None}, ["/a: null was added"]),
        ({"a": [1, 2]}, {"a": [1]}, ["/a/1: 2 was removed"]),
        ({"a": "x"}, {"a": "x\ny"}, ['/a: "x" → "x\\ny"']),
        ({"b": 1, "a": 1}, {"b": 2, "a": 2}, ["/a: 1 → 2", "/b: 1 → 2"]),
        ([1], {"a": 1}, ['the document: [1] → {"a": 1}']),
    ],
)
def test_a_difference_is_a_place_and_two_values(meant: Tree, found: Tree, lines: list[str]) -> None:
    assert value_differences(meant, found) == lines


def test_a_long_value_is_cut() -> None:
    (line,) = value_differences({}, {"a": ["word"] * 1000})
    assert len(line) < 100
