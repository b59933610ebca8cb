"""A value on one line, for messages and tables."""

from __future__ import annotations

import pytest

from specmend.document.text.one_line import one_line
from specmend.document.tree.values import MISSING, Tree

VALUES: list[tuple[Tree, int, str]] = [
    ("short", 60, '"short"'),
    (MISSING, 60, "absent"),
    ("absent", 60, '"absent"'),
    (None, 60, "null"),
    ({"a": [1]}, 60, '{"a": [1]}'),
    ("é", 60, '"é"'),
    ("x" * 8, 10, '"xxxxxxxx"'),
    ("x" * 9, 10, '"xxxxxxxx…'),
]


@pytest.mark.parametrize(("value", "most", "written"), VALUES)
def test_a_value_is_cut_where_it_is_too_long(value: Tree, most: int, written: str) -> None:
    assert one_line(value, most) == written
    assert len(one_line(value, most)) <= most


def test_the_word_for_nothing_can_be_chosen() -> None:
    assert one_line(MISSING, 60, absent="nothing") == "nothing"
    assert one_line(1, 60, absent="nothing") == "1"
