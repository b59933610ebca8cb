"""Objects rewritten by tables of rules."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.source.swagger.notes import Notes, Place
from specmend.source.swagger.rewrite import GONE, Rule, constant, renamed, rewrite

RULES: dict[str, Rule] = {
    "old": renamed("new"),
    "x-flag": renamed("flag", bool),
    "two": constant({"c": 1, "d": 2}),
    "gone": GONE,
}
CASES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"a": 1, "b": [2]}, {"a": 1, "b": [2]}),
    ({"a": 1, "old": 2, "b": 3}, {"a": 1, "new": 2, "b": 3}),
    ({"old": 2, "new": 1}, {"old": 2, "new": 1}),
    ({"x-flag": True}, {"flag": True}),
    ({"x-flag": "yes"}, {"x-flag": "yes"}),
    ({"two": 0, "a": 1}, {"c": 1, "d": 2, "a": 1}),
    ({"a": 1, "gone": 2}, {"a": 1}),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_fields_keep_their_order(before: dict[str, Any], after: dict[str, Any]) -> None:
    made = rewrite(before, Place(old=(), new=()), Notes(before), RULES)
    assert made == after
    assert list(made) == list(after)
