"""The record of one changed fact, and the order of levels."""

from __future__ import annotations

import pytest

from specmend.diff.change import Level, Location, is_at_least, worst


def test_a_location_is_written_as_editors_know_it() -> None:
    assert str(Location(file="a.yaml", line=3, column=5)) == "a.yaml:3:5"


@pytest.mark.parametrize(
    ("level", "least", "expected"),
    [
        ("breaking", "info", True),
        ("breaking", "breaking", True),
        ("warning", "breaking", False),
        ("info", "warning", False),
    ],
)
def test_levels_have_an_order(level: Level, least: Level, expected: bool) -> None:
    assert is_at_least(level, least) is expected


def test_the_worst_level_of_all_directions() -> None:
    assert worst({"request": "info", "response": "breaking"}) == "breaking"
    assert worst({}) == "info"
