"""The record of one change of an API between two versions of its document."""

from __future__ import annotations

import pytest

from specmend.diff.api_change import ApiChange
from specmend.diff.delta import Direction

LINES: list[tuple[Direction, str]] = [
    ("", "schema Pet: lost `id`"),
    ("request", "schema Pet (sent): lost `id`"),
    ("answer", "schema Pet (answered): lost `id`"),
    ("both", "schema Pet (sent and answered): lost `id`"),
]


@pytest.mark.parametrize(("direction", "line"), LINES)
def test_a_change_in_one_line(direction: Direction, line: str) -> None:
    change = ApiChange(
        subject="schema Pet", direction=direction, message="lost `id`", address=("a",)
    )
    assert change.line == line
