"""The picture of a timeline: nothing overlaps, and all of it is inside."""

from __future__ import annotations

from tests.report.histories import TIMELINE

from specmend.report.timeline_picture import CELL, picture_of
from specmend.review.timeline import Timeline, TimelineRow, Version
from specmend.steps.step import Verdict


def test_a_cell_stands_in_its_column_and_row() -> None:
    picture = picture_of(TIMELINE)
    assert [row["y"] for row in picture.rows] == [84, 84 + CELL, 84 + 2 * CELL]
    assert [len(row["cells"]) for row in picture.rows] == [8, 8, 6]
    first, last = picture.rows[2]["cells"][0], picture.rows[2]["cells"][-1]
    assert first["x"] + CELL // 2 == picture.columns[2]["x"]
    assert last["x"] + CELL <= picture.width
    assert picture.height >= picture.rows[-1]["y"] + CELL
    assert [symbol for symbol, _, _ in picture.legend] == [".", "A", "C"]
    assert picture.rows[2]["cells"][4]["title"] == "0003 on 2026-07-03: conflict"


def test_long_names_are_cut() -> None:
    row = TimelineRow(number=1, title="x" * 90, verdicts=(Verdict.GONE,), mark="added")
    picture = picture_of(Timeline(versions=(Version(name="v" * 30),), rows=(row,)))
    assert len(picture.columns[0]["name"]) == 14
    assert len(picture.rows[0]["title"]) == 33
