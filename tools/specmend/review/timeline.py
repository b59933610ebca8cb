"""The record of the steps of an API on the versions of its upstream document over time."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.steps.step import Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A version of upstream's document: its day or name, and what more is known of it."""

    name: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineRow:
    """A step with its verdict on each version; `mark` says what a change does to it.

    The verdict is None on a version that cannot be read.
    """

    number: int
    title: str
    verdicts: tuple[Verdict | None, ...]
    mark: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """The versions, the oldest first, and a row for each step."""

    versions: tuple[Version, ...]
    rows: tuple[TimelineRow, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts that occur, in the order of the legend."""
        found = {verdict for row in self.rows for verdict in row.verdicts}
        return tuple(verdict for verdict in Verdict if verdict in found)
