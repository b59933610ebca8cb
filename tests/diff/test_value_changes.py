"""The changes of plain values: mappings by key, lists by member."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.value_changes import is_member, unpaired, value_changes
from specmend.document.tree.values import MISSING

CASES: list[tuple[Any, Any, list[str]]] = [
    ({"a": [1]}, {"a": [1]}, []),
    (1, 2, ["v 1 → 2"]),
    (MISSING, 2, ["gained v 2"]),
    ({"a": 1, "b": 1}, {"b": 2, "c": 1}, ["lost v.a 1", "v.b 1 → 2", "gained v.c 1"]),
    ([1, 2], [1, 2, 3], ["v gained 3"]),
    ([1, 2, 3], [3, 1], ["v lost 2"]),
    ([1], [1, 1], ["v gained 1"]),
    ([1, 2], [2, 1], ["v has another order"]),
    (
        [{"name": "a", "x": 1}, {"name": "b"}],
        [{"name": "c"}, {"name": "a", "x": 2}, {"name": "b"}],
        ["v.1.x 1 → 2", 'v gained {"name": "c"}'],
    ),
]


@pytest.mark.parametrize(("old", "new", "messages"), CASES)
def test_a_list_that_grew_is_told_as_grown(old: Any, new: Any, messages: list[str]) -> None:
    assert [delta.message for delta in value_changes(old, new, ("v",), ())] == messages


def test_a_member_has_a_place_of_its_own() -> None:
    (delta,) = value_changes([1], [2, 1], ("v",), ("x",))
    assert (delta.address, delta.member) == (("x", 0), 2)


def test_members_that_the_other_list_has_not() -> None:
    assert unpaired([1, 2, 2], [2, 3]) == ([0, 2], [1])
    assert is_member({"a": 1}, [{"a": 1}])
    assert not is_member(1, [True])
