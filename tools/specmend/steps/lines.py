"""Which step wrote each line of the sanitized document, and which upstream line it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from specmend.document.text_edit import TextEdit


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line comes from: its upstream line (from 1, 0 for none) and the steps that wrote in it."""

    upstream: int
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """The origin of every line of a text, first line first, and the step that removed each upstream line."""

    lines: tuple[Line, ...]
    removed: Mapping[int, int] = field(default_factory=dict)

    def after(self, text: str, edits: tuple[TextEdit, ...], step: int) -> Lines:
        """The origins after a step's edits of `text`, which is the text before them."""
        tracker = _Tracker(text, self, step)
        for edit in edits:
            tracker.take(edit)
        return tracker.finish()


def upstream_lines(text: str) -> Lines:
    """The origins of an upstream text: every line is its own."""
    return Lines(lines=tuple(Line(number) for number in range(1, text.count("\n") + 2)))


class _Tracker:
    """Walks a text's edits in order and builds the line origins of the result."""

    def __init__(self, text: str, before: Lines, step: int) -> None:
        self.text, self.before, self.step = text, before, step
        self.starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
        self.lines: list[Line] = []
        self.removed = dict(before.removed)
        self.at = 0  # the next old line to carry over

    def take(self, edit: TextEdit) -> None:
        first, last = self._line_of(edit.start), self._line_of(edit.end)
        # A line that an edit begins or ends in the middle of is changed, not replaced.
        whole_start = edit.start == self.starts[first]
        whole_end = edit.end == self.starts[last]
        self._carry(first)
        added = edit.text.count("\n")
        if whole_start and whole_end and (edit.text.endswith("\n") or not edit.text):
            self._remove(range(first, last))
            self.lines += [Line(0, (self.step,))] * added
            self.at = max(self.at, last)
            return
        self._mix(first, last, added)

    def finish(self) -> Lines:
        self._carry(len(self.starts))
        return Lines(lines=tuple(self.lines), removed=self.removed)

    def _line_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def _carry(self, until: int) -> None:
        self.lines += self.before.lines[self.at : until]
        self.at = max(self.at, until)

    def _remove(self, gone: range) -> None:
        for index in gone:
            if index >= self.at:
                upstream = self.before.lines[index].upstream
                if upstream:
                    self.removed[upstream] = self.step

    def _mix(self, first: int, last: int, added: int) -> None:
        """The edit joins the text before it on line `first` with the text after it on line `last`."""
        head = self.lines.pop() if self.at > first else self.before.lines[first]
        self._remove(range(max(first + 1, self.at), last + 1))
        self.lines.append(self._marked(head))
        self.lines += [Line(0, (self.step,))] * added
        self.at = last + 1

    def _marked(self, line: Line) -> Line:
        steps = line.steps if self.step in line.steps else (*line.steps, self.step)
        return Line(line.upstream, steps)
