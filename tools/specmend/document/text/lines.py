"""Where the lines of a text begin and end, and what stands on them beside its values."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANK_OR_COMMENT = re.compile(r"(?P<margin>[ \t]*)(?P<comment>#[^\n]*)?\r?(?:\n|\Z)")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, asked for by offsets of its characters."""

    text: str

    def start(self, offset: int) -> int:
        """Offset at which the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def end(self, offset: int) -> int:
        """Offset past the line break of the line that holds an offset."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def before_break(self, end: int) -> int:
        """Offset before the line break that ends at an offset, if one does."""
        end -= self.text.endswith("\n", 0, end)
        return end - self.text.endswith("\r", 0, end)

    def block_end(self, offset: int, column: int) -> int:
        """Offset past the line of an offset and the comments after it, if deeper than a column."""
        end = at = self.end(offset)
        while at < len(self.text) and (line := _BLANK_OR_COMMENT.match(self.text, at)):
            at = line.end()
            if line["comment"]:
                if len(line["margin"]) <= column:
                    break
                end = at
        return end

    def column(self, offset: int) -> int:
        """Column of an offset, from 0."""
        return offset - self.start(offset)

    def margin(self, offset: int) -> str:
        """The white space that begins the line of an offset."""
        found = _SPACE.match(self.text, self.start(offset), offset)
        return found[0] if found else ""
