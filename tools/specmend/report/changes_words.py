"""Changes in words, for tables and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from specmend.diff.change import LEVELS, Change, Level
from specmend.document.tree.values import MISSING

DIRECTIONS: Final[Mapping[str, str]] = {
    "request": "sent",
    "response": "answered",
    "both": "sent and answered",
    "none": "",
}
"""What each direction is in words."""

HEADINGS: Final[Mapping[Level, str]] = {
    "breaking": "What breaks",
    "warning": "What may break",
    "info": "What else changed",
}
"""The heading over the changes of each level."""

_FEW: Final = 3


def by_level(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """The headings of the levels that occur, with their changes, the worst level first."""
    found = [(level, [one for one in changes if one.level == level]) for level in LEVELS]
    return [(HEADINGS[level], listed) for level, listed in found if listed]


def verdict(changes: Sequence[Change]) -> str:
    """How many changes there are, in one sentence."""
    if not changes:
        return "Nothing changed that a call or a reader sees."
    levels = [change.level for change in changes]
    words: Mapping[Level, tuple[str, str]] = {
        "breaking": ("breaks", "break"),
        "warning": ("may break", "may break"),
        "info": ("is for information", "are for information"),
    }
    parts = []
    for level in LEVELS:
        count = levels.count(level)
        if count:
            parts.append(f"{count} {words[level][count > 1]}")
    noun = "change" if len(changes) == 1 else "changes"
    return f"{len(changes)} {noun}: {', '.join(parts)}."


def fact(change: Change) -> str:
    """What changed, with its subject and its direction."""
    direction = DIRECTIONS[change.direction]
    shown = f" ({direction})" if direction else ""
    return f"{change.subject}{shown}: {change.words}"


def places(change: Change) -> str:
    """Where it stands in both files, or in the one that has it."""
    found = [(change.old, change.before), (change.new, change.after)]
    shown = [str(place) for place, value in found if place is not None and value is not MISSING]
    return " → ".join(dict.fromkeys(shown))


def reaches(change: Change) -> str:
    """Which operations it reaches, the first ones by name; empty where the subject says it all."""
    if change.affected == 0 or change.affects == (change.subject,):
        return ""
    named = ", ".join(change.affects[:_FEW])
    more = change.affected - len(change.affects[:_FEW])
    return f"{named} and {more} more" if more > 0 else named
