"""A page of Markdown cut to the length of a comment; all that is cut is counted and said.

GitHub takes 65,536 characters for a comment. Surrogate pairs count as two here: so a page is short
enough whether GitHub counts characters, UTF-16 units, or 262,144 bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 65_000
"""How long a page may be; the rest is for what others put around it in a comment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A piece of a part that is shown whole or not at all: its text, and what is folded in it.

    Where the page is too long, `instead` stands for the folded text.
    """

    text: str
    folded: str = ""
    instead: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of a page: what stands before its items, the items, and what stands behind them.

    Items are called by the plural `noun`. A part that `is_folded` is cut before those that are not.
    """

    head: str
    items: tuple[Item, ...] = ()
    tail: str = ""
    noun: str = "lines"
    is_folded: bool = False


def fitted(parts: Sequence[Part], most: int = LONGEST) -> str:
    """A page of at most `most` characters, with a line wherever something of it is not shown."""
    page = _Page(parts)
    over = page.size() - most
    if over <= 0:
        return page.text()
    over = page.drop_items(over, folded=True)
    over = page.drop_folded(over)
    over = page.drop_items(over, folded=False)
    page.drop_parts(over)
    return page.text()


def size(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Page:
    """How many items of each part are shown, and of how many of them what is folded, too."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._shown = [len(part.items) for part in parts]
        self._unfolded = [len(part.items) for part in parts]
        self._last = len(parts)

    def size(self) -> int:
        return sum(size(_whole(part)) for part in self._parts)

    def drop_items(self, over: int, *, folded: bool) -> int:
        """Take items from the last part backwards, from the end of each; gives what is left."""
        for index in range(len(self._parts) - 1, -1, -1):
            part = self._parts[index]
            if over > 0 and part.items and part.is_folded == folded:
                over += size(_note(len(part.items), len(part.items), part.noun))
                while over > 0 and self._shown[index]:
                    self._shown[index] -= 1
                    over -= self._size_of(index, self._shown[index])
        return over

    def drop_folded(self, over: int) -> int:
        """Take what is folded in the items of open parts, from the last one backwards."""
        for index in range(len(self._parts) - 1, -1, -1):
            items = self._parts[index].items
            while over > 0 and self._unfolded[index] and not self._parts[index].is_folded:
                self._unfolded[index] -= 1
                item = items[self._unfolded[index]]
                over -= size(item.folded) - size(item.instead) if item.folded else 0
        return over

    def drop_parts(self, over: int) -> None:
        """Take whole parts from the end; the first one, which says what the page is, stays."""
        if over > 0:
            over += size(_note(len(self._parts), len(self._parts), "parts"))
        while over > 0 and self._last > 1:
            self._last -= 1
            over -= size(self._part(self._last))

    def text(self) -> str:
        written = [self._part(index) for index in range(self._last)]
        if self._last < len(self._parts):
            written.append(_note(len(self._parts) - self._last, len(self._parts), "parts"))
        return "".join(written)

    def _part(self, index: int) -> str:
        part, shown = self._parts[index], self._shown[index]
        items = [self._item(index, number) for number in range(shown)]
        cut = len(part.items) - shown
        note = _note(cut, len(part.items), part.noun) if cut else ""
        return "".join([part.head, *items, note, part.tail])

    def _item(self, index: int, number: int) -> str:
        item = self._parts[index].items[number]
        return item.text + (item.folded if number < self._unfolded[index] else item.instead)

    def _size_of(self, index: int, number: int) -> int:
        return size(self._item(index, number))


def _whole(part: Part) -> str:
    return "".join([part.head, *(item.text + item.folded for item in part.items), part.tail])


def _note(cut: int, of: int, noun: str) -> str:
    return f"\n*{cut:,} of {of:,} {noun} are not shown here: the page would be too long.*\n"
