"""The record of one fact that changed between two documents, with its level in each direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from specmend.document.tree.values import MISSING, Tree

Level = Literal["breaking", "warning", "info"]
"""Whether a client that works today fails, may fail, or does not notice."""

Way = Literal["request", "response"]
"""What a client sends, and what it gets."""

Direction = Literal["request", "response", "both", "none"]

LEVELS: Final[tuple[Level, ...]] = ("breaking", "warning", "info")
"""All levels, the worst one first."""

SHOWN: Final = 20
"""How many operations an entry names; the others are counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """A place in a file; lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One edited place, whatever number of operations it reaches.

    `id` names the check that reports it, and stays the same in later versions. `level` is the worst
    of `levels`, which has one for each direction that the place travels in. `place` is a JSON
    Pointer in the new document, or in the old one for what was removed; members of lists have names
    in it. `was` is the place in the old document, where it is another one. `name` is the property
    that changed, where there is one. `before` and `after` are MISSING for nothing. `affects` are
    the first operations that the place reaches, of `affected` in all. `cause` is a digest of the
    fact, which is the same in every run. `by` says who made the change. `reason` is that of the
    settings, where they give the entry another level.
    """

    id: str
    level: Level
    levels: Mapping[Way, Level]
    direction: Direction
    place: str
    subject: str
    words: str
    before: Tree = MISSING
    after: Tree = MISSING
    old: Location | None = None
    new: Location | None = None
    affects: tuple[str, ...] = ()
    affected: int = 0
    was: str = ""
    name: str = ""
    cause: str = ""
    by: str = "upstream"
    reason: str = ""


def is_at_least(level: Level, least: Level) -> bool:
    """Whether a level is as bad as another one, or worse."""
    return LEVELS.index(level) <= LEVELS.index(least)


def worst(levels: Mapping[Way, Level]) -> Level:
    """The worst level of all directions; `info` for none."""
    return min(levels.values(), key=LEVELS.index, default="info")
