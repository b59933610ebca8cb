"""Lines and columns of a text, for people."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property


class Positions:
    """Line and column of each offset of a text, which is read once, for the first question."""

    def __init__(self, text: str) -> None:
        self._text = text

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_left(self._breaks, offset)
        return line + 1, offset - (self._breaks[line - 1] if line else -1)

    @cached_property
    def _breaks(self) -> list[int]:
        """Offsets of the line breaks."""
        return [found.start() for found in re.finditer("\n", self._text)]
