"""The words of the pages of a review."""

from __future__ import annotations

from tests.report.histories import MOVED

from specmend.report.review_words import count, files_line, title_of, tools_line
from specmend.review.records import FileCount, ToolMove


def test_words() -> None:
    assert (count(1, "line"), count(2000, "line")) == ("1 line", "2,000 lines")
    assert tools_line(ToolMove(name="ruff", old="1", new="2")) == "ruff 1 → 2"
    assert files_line(FileCount(place="a", added=1, removed=1200)) == "1 added, 1,200 removed"
    assert title_of(MOVED.apis[0]) == "pets: main → HEAD"
