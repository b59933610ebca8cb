"""Lines and columns of a text, for people."""

from __future__ import annotations

from functools import cached_property
from typing import Final

_STRETCH: Final = 1 << 16
"""So many characters are counted at once."""


class Positions:
    """Line and column of each offset of a text, which is read once, for the first question."""

    def __init__(self, text: str) -> None:
        self._text = text

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        stretch = offset // _STRETCH
        start = stretch * _STRETCH
        breaks, last = self._before[stretch]
        near = self._text.rfind("\n", start, offset)
        column = offset - (last if near < 0 else near)
        return breaks + self._text.count("\n", start, offset) + 1, column

    @cached_property
    def _before(self) -> list[tuple[int, int]]:
        """How many line breaks stand before each stretch of the text, and where the last is."""
        found = [(0, -1)]
        for start in range(0, len(self._text), _STRETCH):
            breaks, last = found[-1]
            near = self._text.rfind("\n", start, start + _STRETCH)
            count = self._text.count("\n", start, start + _STRETCH)
            found.append((breaks + count, last if near < 0 else near))
        return found
