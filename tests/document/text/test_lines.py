"""Lines are found by the offsets of their characters."""

from __future__ import annotations

import pytest

from specmend.document.text.lines import Lines

TEXT = "a: 1\r\n  b: 2\n\n    # deep\n  # flush\nc"


@pytest.mark.parametrize(
    ("offset", "start", "end"), [(0, 0, 6), (4, 0, 6), (6, 6, 13), (13, 13, 14), (36, 35, 36)]
)
def test_a_line_begins_and_ends(offset: int, start: int, end: int) -> None:
    lines = Lines(TEXT)
    assert (lines.start(offset), lines.end(offset)) == (start, end)


@pytest.mark.parametrize(("end", "before"), [(6, 4), (13, 12), (14, 13), (3, 3), (36, 36), (0, 0)])
def test_a_line_break_is_stepped_over(end: int, before: int) -> None:
    assert Lines(TEXT).before_break(end) == before


@pytest.mark.parametrize(
    ("column", "rest"), [(4, "\n    # deep\n  # flush\nc"), (2, "  # flush\nc"), (1, "c")]
)
def test_comments_that_are_deeper_belong_to_what_they_follow(column: int, rest: str) -> None:
    lines = Lines(TEXT)
    assert TEXT[lines.block_end(8, column) :] == rest


@pytest.mark.parametrize(
    ("offset", "column", "margin"), [(0, 0, ""), (8, 2, "  "), (7, 1, " "), (35, 0, "")]
)
def test_a_column_and_a_margin(offset: int, column: int, margin: str) -> None:
    lines = Lines(TEXT)
    assert (lines.column(offset), lines.margin(offset)) == (column, margin)
