"""The words of the pages of a review."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from specmend.diff.change import Change, Direction
from specmend.document.openapi.components import SCHEMA_PREFIX
from specmend.review.records import Fate, FileCount, Review, ToolMove

FATES: Final[Mapping[Fate, str]] = {
    "added": "Added",
    "removed": "Removed",
    "retired": "Retired",
    "changed": "Changed",
    "renumbered": "Renumbered",
}
"""What happened to a step, as a word at the start of a line."""

NOTES: Final[Mapping[str, str]] = {
    "removed": "Removed",
    "changed": "Changed",
    "added": "Added",
    "deprecated": "Deprecated",
    "fixed": "Fixed",
}
"""The headings of the notes for users, by their names in the record."""

MOST_REASONS: Final = 3
"""So many facts are named as those that made the next version."""


_WAYS: Final[Mapping[Direction, str]] = {
    "request": ", in requests",
    "response": ", in answers",
    "both": ", in requests and answers",
    "none": "",
}
_SCHEMAS: Final = SCHEMA_PREFIX.removeprefix("#")
_PATH: Final = re.compile(r"(?<!`)\$(?:\.\.?[^\s.\[\];,:]+|\[[^\]]*\])+")
"""A path in a document (RFC 9535), as messages have it."""


def sentence(text: str) -> str:
    """A text with a capital letter at its start, and paths in a document as code."""
    shown = text if "`" in text else _PATH.sub(r"`\g<0>`", text)
    return f"{shown[:1].upper()}{shown[1:]}"


def on_the_wire(change: Change) -> str:
    """What changed in a document; of a schema with the direction, which others show themselves."""
    way = _WAYS[change.direction] if change.place.startswith(_SCHEMAS) else ""
    return f"{change.subject}{way}: {change.words}"


def wire_only(review: Review) -> tuple[str, str]:
    """The heading of what breaks on the wire, and a sentence about the package."""
    if review.doubt:
        return "What breaks on the wire", "What this does to the Python package is not known."
    return "What breaks on the wire only", "The Python package stays whole."


def title_of(review: Review) -> str:
    """The title of the page of an API."""
    return f"{review.api}: {review.base.name} → {review.head.name}"


def count(number: int, noun: str) -> str:
    """A number with its noun, as in `1 line` and `2,000 lines`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tools_line(one: ToolMove) -> str:
    """A tool that has another version now."""
    return f"{one.name} {one.old} → {one.new}"


def files_line(one: FileCount) -> str:
    """How many files of a folder came, changed and went."""
    counts = {"added": one.added, "changed": one.changed, "removed": one.removed}
    return ", ".join(f"{number:,} {name}" for name, number in counts.items() if number)
