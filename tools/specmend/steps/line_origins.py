"""Which step wrote each line of the sanitized document, and which upstream line it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from specmend.document.text.text_edit import TextEdit


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line comes from: its upstream line and the steps that wrote in it.

    Lines count from 1; 0 stands for none. A line without steps is its upstream line, unchanged.
    """

    upstream: int
    steps: tuple[int, ...] = ()

    def changed_by(self, step: int) -> Line:
        """The same line after a step wrote in it."""
        return self if step in self.steps else Line(self.upstream, (*self.steps, step))


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """The origin of every line of a text, in order, and who removed each upstream line."""

    lines: tuple[Line, ...]
    removed: Mapping[int, int] = field(default_factory=dict)

    def replaced_by(self, lines: Sequence[Line], step: int) -> Lines:
        """The origins of the lines that a step left, with it as the one that removed the others."""
        left = {line.upstream for line in lines}
        removed = [
            line.upstream for line in self.lines if line.upstream and line.upstream not in left
        ]
        return Lines(lines=tuple(lines), removed={**self.removed, **dict.fromkeys(removed, step)})

    def after(self, text: str, edits: Sequence[TextEdit], step: int) -> Lines:
        """The origins after a step's edits of `text`, which is the text before them, in order."""
        made: tuple[Line, ...] = ()
        removed = dict(self.removed)
        at = 0
        for window in _windows(text, edits):
            first = text.count("\n", 0, window.start)
            after = first + text.count("\n", window.start, window.end) + window.is_last
            old = self.lines[first:after]
            new = _Tracker(text, window, old, step).follow()
            left = {line.upstream for line in new}
            gone = (line.upstream for line in old if line.upstream and line.upstream not in left)
            removed |= dict.fromkeys(gone, step)
            made += (*self.lines[at:first], *new)
            at = after
        return Lines(lines=made + self.lines[at:], removed=removed)


def upstream_lines(text: str) -> Lines:
    """The origins of an upstream text: every line is its own."""
    return Lines(lines=tuple(Line(number) for number in range(1, text.count("\n") + 2)))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Window:
    """Whole lines of a text from `start` up to `end`, and the edits that touch them."""

    start: int
    end: int
    is_last: bool
    edits: tuple[TextEdit, ...]


def _windows(text: str, edits: Sequence[TextEdit]) -> list[_Window]:
    """The lines that edits touch; between two windows stand whole lines that none touches."""
    found: list[_Window] = []
    for edit in edits:
        start = text.rfind("\n", 0, edit.start) + 1
        end = text.find("\n", edit.end) + 1 or len(text)
        before: tuple[TextEdit, ...] = ()
        if found and start <= found[-1].end:
            last = found.pop()
            start, end, before = last.start, max(end, last.end), last.edits
        is_last = end == len(text)
        found.append(_Window(start=start, end=end, is_last=is_last, edits=(*before, edit)))
    return found


class _Tracker:
    """Walks a window and its edits in order, and puts the new lines together from their pieces."""

    def __init__(self, text: str, window: _Window, before: Sequence[Line], step: int) -> None:
        self.text = text[window.start : window.end]
        self.window, self.before, self.step = window, before, step
        self.old = _split(self.text)
        if window.is_last and (not self.text or self.text.endswith("\n")):
            self.old.append("")  # the line after the last line break
        self.starts = _starts(self.old)
        self.lines: list[Line] = []
        self.last = -1  # the old line that was carried over last
        self.piece = ""  # the line of the result that is being put together
        self.sources: list[
            tuple[int, int]
        ] = []  # the old lines it has characters of, as (how many, -which)

    def follow(self) -> list[Line]:
        """The origins of the lines that the window becomes."""
        at = 0
        for edit in self.window.edits:
            self._keep(at, edit.start - self.window.start)
            for part in _split(edit.text):
                self._add(part)
            at = edit.end - self.window.start
        self._keep(at, len(self.text))
        if self.window.is_last:
            self._finish()
        return self.lines

    def _keep(self, start: int, end: int) -> None:
        """Take over a stretch of the old text: ends of lines, whole lines, beginnings."""
        while start < end:
            index = bisect_right(self.starts, start) - 1
            whole = bisect_right(self.starts, end) - 1
            if not self.piece and start == self.starts[index] and whole > index:
                self.lines += self.before[index:whole]
                self.last, start = whole - 1, self.starts[whole]
                continue
            stop = min(end, self.starts[index] + len(self.old[index]))
            part = self.text[start:stop]
            if part.strip():
                self.sources.append((len(part.strip()), -index))
            self._add(part)
            start = stop

    def _add(self, part: str) -> None:
        self.piece += part
        if part.endswith("\n"):
            self._finish()

    def _finish(self) -> None:
        """Close a line: it comes from the old line that most of its characters are of.

        An old line that was carried over already does not count.
        """
        free = [source for source in self.sources if -source[1] > self.last]
        index = -max(free)[1] if free else self._blank_end()
        if index is None:
            self.lines.append(Line(0, (self.step,)))
        else:
            origin = self.before[index]
            self.lines.append(
                origin if self.piece == self.old[index] else origin.changed_by(self.step)
            )
            self.last = index
        self.piece, self.sources = "", []

    def _blank_end(self) -> int | None:
        """The last line, where it is blank and still there: mostly past the last line break."""
        end = len(self.old) - 1
        return end if self.piece == self.old[end] and self.last < end else None


def _split(text: str) -> list[str]:
    """The lines of a text with their breaks, cut at line feeds alone."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _starts(lines: list[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line)
    return starts
