"""The steps on the versions of upstream over time: symbols, legend and words."""

from __future__ import annotations

from tests.report.histories import TIMELINE

from specmend.report.timeline import in_words, symbols_of
from specmend.steps.step import Verdict


def test_symbols_and_legend() -> None:
    assert [symbols_of(row) for row in TIMELINE.rows] == [
        (".",) * 8,
        (".", ".", ".", ".", "A", "A", "A", "A"),
        ("", "", ".", ".", ".", ".", "C", "."),
    ]
    assert TIMELINE.verdicts == (Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT)


def test_in_words() -> None:
    assert [in_words(row, TIMELINE.versions) for row in TIMELINE.rows] == [
        "applies since 2026-01-03",
        "applies since 2026-01-03, already-upstream since 2026-05-03",
        "applies since 2026-03-03, conflict since 2026-07-03, applies since 2026-08-03",
    ]
