"""Replacements of stretches of a text, and the text that results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replaces the characters from `start` up to `end` by `text`; equal offsets insert."""

    start: int
    end: int
    text: str


def in_order(edits: Iterable[TextEdit]) -> tuple[TextEdit, ...]:
    """Edits by position, insertions first, those at one place in the order they were made.

    Raises ValueError when two edits overlap.
    """
    ordered = tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))
    for before, after in pairwise(ordered):
        if after.start < before.end:
            raise ValueError(f"edits overlap at offset {after.start}")
    return ordered


def splice(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with all edits made; whatever no edit covers stays as it is."""
    parts: list[str] = []
    at = 0
    for edit in in_order(edits):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
