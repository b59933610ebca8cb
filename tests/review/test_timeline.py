"""What the record of a timeline says of itself."""

from __future__ import annotations

from specmend.review.timeline import Timeline, TimelineRow, Version
from specmend.steps.step import Verdict


def test_the_verdicts_of_a_legend_are_those_that_occur() -> None:
    verdicts = (Verdict.CONFLICT, None, Verdict.APPLIES)
    row = TimelineRow(number=1, title="A step", verdicts=verdicts)
    versions = tuple(Version(name=name) for name in "abc")
    found = Timeline(versions=versions, rows=(row, row)).verdicts
    assert found == (Verdict.APPLIES, Verdict.CONFLICT)
