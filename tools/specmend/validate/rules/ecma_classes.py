"""The classes of regular expressions of ECMA-262 (section 22.2.1, and annex B.1.2)."""

from __future__ import annotations

from typing import Final

from specmend.validate.rules.ecma_escapes import Escapes, escape_at

_NOT_IN_SETS: Final = "(){}/|"


def class_end(pattern: str, at: int, escapes: Escapes) -> int | None:
    """Where a class ends that begins at a bracket; None for one that is none."""
    has_sets = escapes.flag == "v"
    pieces, depth = _Pieces(escapes), 0
    while at < len(pattern):
        sign, end = pattern[at], at + 1
        if sign == "[" and (has_sets or not depth):
            depth += 1
            end += pattern.startswith("^", end)
            pieces.begin()
        elif sign == "]":
            depth -= 1
            pieces.begin()
            if not depth:
                return end
        else:
            end = _piece_end(pattern, at, escapes)
            if not end or not pieces.take(pattern[at:end], pattern[end : end + 1]):
                return None
        at = end
    return None


def _piece_end(pattern: str, at: int, escapes: Escapes) -> int:
    """Where a sign or an escape ends; 0 for one that may not stand in a class."""
    if pattern[at] == "\\":
        return escape_at(pattern, at, escapes, in_class=True) or 0
    return 0 if escapes.flag == "v" and pattern[at] in _NOT_IN_SETS else at + 1


class _Pieces:
    """The pieces of a class one after the other: a range goes upwards, from one sign to another."""

    def __init__(self, escapes: Escapes) -> None:
        self.escapes = escapes
        self.begin()

    def begin(self) -> None:
        """Begin anew: no piece stands before, with which there could be a range."""
        self.first: str | None = None
        self.is_range = False

    def take(self, piece: str, following: str) -> bool:
        """Whether a piece may stand here, before another sign."""
        first = self.first
        if self.is_range:
            self.begin()
            return self._goes_up(first or "", piece)
        if piece != "-" or first is None or following == "]":
            self.first = piece
            return True
        if self.escapes.flag == "v" and following in ("-", "["):
            # An operator on sets, and no range.
            self.begin()
        else:
            self.is_range = True
        return True

    def _goes_up(self, first: str, last: str) -> bool:
        low, high = self.escapes.sign(first), self.escapes.sign(last)
        if low is None or high is None:
            # Older patterns may have a class there.
            return not self.escapes.flag
        return low <= high
