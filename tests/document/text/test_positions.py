"""Offsets become lines and columns, both from 1."""

from __future__ import annotations

import pytest

from specmend.document.text.positions import Positions

TEXT = "ab\n\r\nc"


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (2, 2)), (5, (3, 1)), (6, (3, 2))],
)
def test_position(offset: int, place: tuple[int, int]) -> None:
    assert Positions(TEXT).position(offset) == place


def test_a_text_without_line_breaks_has_one_line() -> None:
    assert Positions("").position(0) == (1, 1)


def test_a_long_text_is_counted_in_stretches() -> None:
    text = "a" * 70_000 + "\n" + "b" * 140_000 + "\n\nc"
    found = [Positions(text).position(at) for at in (70_000, 70_001, 200_000, len(text))]
    assert found == [(1, 70_001), (2, 1), (2, 130_000), (4, 2)]
