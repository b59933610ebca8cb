"""The unified diff of what steps did to a text, by the lines that they changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import Final

from specmend.document.text.document import Document
from specmend.steps.apply import Applied

_CONTEXT: Final = 3


def line_diff(before: Document, applied: Applied, names: tuple[str, str]) -> tuple[str, ...]:
    """The lines of the diff between a text and the same after steps; none where they are equal.

    Only the lines around a change are compared: a text may have very many.
    """
    old, new = _lines(before.text), _lines(applied.document.text)
    hunks = [line for window in _windows(old, new, applied) for line in _hunk(old, new, window)]
    return (f"--- {names[0]}", f"+++ {names[1]}", *hunks) if hunks else ()


_Window = tuple[int, int, int, int]
"""The first line and the one after the last, in the old text and in the new one, from 0."""


def _windows(old: Sequence[str], new: Sequence[str], applied: Applied) -> Iterator[_Window]:
    """The changed stretches with the lines around them; those that are close are one."""
    found: list[int] = []
    for start, end, first, last in _changed(old, new, applied):
        if found and start - found[1] <= 2 * _CONTEXT:
            found[1], found[3] = end, last
            continue
        if found:
            yield _widened(found, len(old), len(new))
        found = [start, end, first, last]
    if found:
        yield _widened(found, len(old), len(new))


def _widened(found: Sequence[int], old: int, new: int) -> _Window:
    start, end, first, last = found
    above = min(_CONTEXT, start, first)
    below = min(_CONTEXT, old - end, new - last)
    return start - above, end + below, first - above, last + below


def _changed(old: Sequence[str], new: Sequence[str], applied: Applied) -> Iterator[_Window]:
    """Each stretch that differs: between lines of the new text that are lines of the old one."""
    start = first = 0
    for at, line in enumerate(applied.lines.lines[: len(new)]):
        number = line.upstream - 1
        if line.steps or number < start or number >= len(old):
            continue
        if number > start or at > first:
            yield start, number, first, at
        start, first = number + 1, at + 1
    if start < len(old) or first < len(new):
        yield start, len(old), first, len(new)


def _hunk(old: Sequence[str], new: Sequence[str], window: _Window) -> Iterator[str]:
    """The diff of one window, with its place in the whole text."""
    start, end, first, last = window
    lines = unified_diff(old[start:end], new[first:last], lineterm="", n=2 * _CONTEXT + end - start)
    body = list(lines)[3:]
    if body:
        yield f"@@ -{_range(start, end)} +{_range(first, last)} @@"
        yield from body


def _range(start: int, end: int) -> str:
    """A range of lines as a unified diff has it: without the length where that is one."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
