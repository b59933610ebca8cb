"""Where the places of a text are after its edits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from specmend.document.text.moved import Entries
from specmend.document.text.text_edit import TextEdit


class Shift:
    """Edits of one text, in order; offsets of the old text become those of the new one."""

    def __init__(self, edits: Sequence[TextEdit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        gains = (len(edit.text) - (edit.end - edit.start) for edit in edits)
        self._gains = [0, *accumulate(gains)]

    def start(self, offset: int) -> int:
        """Where that begins which began at an offset; what is inserted there comes before it."""
        return offset + self._gains[bisect_right(self._ends, offset)]

    def end(self, offset: int) -> int:
        """Where that ends which ended at an offset; what is inserted there comes after it."""
        return offset + self._gains[bisect_left(self._starts, offset)]

    def changes(self, start: int, end: int) -> bool:
        """Whether an edit replaces a character between two offsets, or inserts one inside."""
        first = bisect_right(self._ends, start)
        return first < len(self._starts) and self._starts[first] < end

    def touched(self, entries: Entries) -> set[int]:
        """The positions of the entries that edits change, each edit looked up among their heads."""
        heads = entries.now()
        if not heads:
            return set()
        first = bisect_right(self._ends, heads[0])
        found: set[int] = set()
        for start, end in zip(self._starts[first:], self._ends[first:], strict=True):
            if start >= entries.end(-1):
                break
            begin = max(bisect_right(heads, start) - 1, 0)
            stop = max(bisect_left(heads, end), begin + 1)
            found.update(
                position
                for position in range(begin, stop)
                if self.changes(heads[position], entries.end(position))
            )
        return found
