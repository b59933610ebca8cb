"""A timeline of steps in symbols and in words."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.report.matrix import SYMBOLS
from specmend.review.timeline import TimelineRow, Version
from specmend.steps.step import Verdict


def symbols_of(row: TimelineRow) -> tuple[str, ...]:
    """The verdicts on a step, one character each; nothing where it could not be judged."""
    return tuple(SYMBOLS[verdict] if verdict else "" for verdict in row.verdicts)


def in_words(row: TimelineRow, versions: Sequence[Version]) -> str:
    """What becomes of a step over time, one verdict after the other."""
    told: list[str] = []
    before: Verdict | None = None
    for version, verdict in zip(versions, row.verdicts, strict=True):
        if verdict is not None and verdict is not before:
            told.append(f"{verdict} since {version.name}")
        before = verdict
    return ", ".join(told)
