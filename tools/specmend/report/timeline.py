"""The steps of an API on the versions of its upstream document over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from specmend.report.matrix import SYMBOLS
from specmend.steps.step import Verdict

ABSENT: Final = ""
"""The symbol where a step cannot be judged on a version."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A version of upstream's document: its day or name, and what more is known of it."""

    name: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineRow:
    """A step with its verdict on each version; `mark` says what a change does to it."""

    number: str
    title: str
    verdicts: tuple[Verdict | None, ...]
    mark: str = ""

    @property
    def symbols(self) -> tuple[str, ...]:
        """The verdicts, one character each."""
        return tuple(SYMBOLS[verdict] if verdict else ABSENT for verdict in self.verdicts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """The versions, the oldest first, and a row for each step."""

    versions: tuple[Version, ...]
    rows: tuple[TimelineRow, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts that occur, in the order of the legend."""
        found = {verdict for row in self.rows for verdict in row.verdicts}
        return tuple(verdict for verdict in SYMBOLS if verdict in found)


def in_words(row: TimelineRow, versions: Sequence[Version]) -> str:
    """What becomes of a step over time, one verdict after the other."""
    told: list[str] = []
    before: Verdict | None = None
    for version, verdict in zip(versions, row.verdicts, strict=True):
        if verdict is not None and verdict is not before:
            told.append(f"{verdict} since {version.name}")
        before = verdict
    return ", ".join(told)
