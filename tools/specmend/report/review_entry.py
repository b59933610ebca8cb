"""One fact of a review as a line for people: what happens, what to write instead, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from specmend.diff.change import LEVELS, Change, Level
from specmend.report.changes_words import places, reaches
from specmend.report.review_words import on_the_wire, sentence
from specmend.review.records import Cause
from specmend.surface.change import SurfaceChange

KINDS: Final[Mapping[Level, str]] = {"breaking": "bad", "warning": "doubt", "info": "note"}
"""How each level looks on a page for a browser, beside its name."""

_FEW: Final = 4
"""So many places, and so many other facts of one cause, stand in its line."""

_MARKS: Final[Mapping[str, str]] = {
    "run-time": "breaks at run time",
    "types": "breaks type checks",
    "breaking": "breaks",
    "warning": "may break",
    "info": "no break",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A fact with its level, and a mark for it in words; `more` is of the same cause.

    `more` has pairs of where something changes, on the wire or in Python, and the fact. `where` are
    places in files, `also` further places in the package, `reaches` the operations, and `hidden`
    the number of other facts of the cause, which stand in the list of everything.
    """

    words: str
    level: Level
    mark: str
    by: str
    check: str
    cause: str
    instead: str = ""
    reason: str = ""
    more: tuple[tuple[str, str], ...] = ()
    where: str = ""
    also: str = ""
    reaches: str = ""
    hidden: int = 0

    @property
    def kind(self) -> str:
        """How its level looks on a page for a browser."""
        return KINDS[self.level]


def entry_of(cause: Cause) -> Entry:
    """The line of a cause: the worst of what changes in the package, or else on the wire."""
    wire, package = cause.wire, cause.package
    if package:
        first = of_package(package[0])
        others = [*(("Python", _with_instead(one)) for one in package[1:]), *(_on_wire(wire))]
        where, reach = (places(wire[0]), reaches(wire[0])) if wire else ("", "")
        instead = first.instead
    else:
        first, others = of_wire(wire[0]), _on_wire(wire[1:])
        where, reach, instead = first.where, first.reaches, ""
    shown = _both_kinds(others)
    return replace(
        first,
        by=cause.by,
        instead=instead,
        more=shown,
        where=where,
        reaches=reach,
        hidden=len(dict.fromkeys(others)) - len(shown),
    )


def of_wire(change: Change) -> Entry:
    """The line of a change on the wire."""
    return Entry(
        words=sentence(on_the_wire(change)),
        level=change.level,
        mark=_MARKS[change.level],
        by=change.by,
        check=change.id,
        cause=change.cause,
        reason=change.reason,
        where=places(change),
        reaches=reaches(change),
    )


def of_package(change: SurfaceChange) -> Entry:
    """The line of a change in the package."""
    return Entry(
        words=sentence(change.words),
        level=change.level,
        mark=_MARKS[change.breaks or change.level],
        by=change.by,
        check=change.id,
        cause=change.cause,
        instead=change.instead,
        also=_listed(change.affects, change.affected),
    )


def by_level(entries: Sequence[Entry]) -> list[Entry]:
    """Entries in their order, the worst level first."""
    return sorted(entries, key=lambda entry: LEVELS.index(entry.level))


def _with_instead(change: SurfaceChange) -> str:
    return f"{change.words}; {change.instead}" if change.instead else change.words


def _on_wire(changes: Sequence[Change]) -> list[tuple[str, str]]:
    return [("on the wire", on_the_wire(change)) for change in changes]


def _both_kinds(others: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The first facts; one of each kind at least, each of them once."""
    distinct = list(dict.fromkeys(others))
    if len(distinct) <= _FEW:
        return tuple(distinct)
    wire = [one for one in distinct if one[0] == "on the wire"][:1]
    rest = [one for one in distinct if one not in wire]
    return (*rest[: _FEW - len(wire)], *wire)


def _listed(names: Sequence[str], count: int) -> str:
    shown = ", ".join(f"`{name}`" for name in names[:_FEW])
    more = count - min(len(names), _FEW)
    return f"{shown} and {more:,} more" if more > 0 else shown
