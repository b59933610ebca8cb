"""Who wrote each line of the sanitized document: upstream, at which line, and which steps since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specmend.document.text.document import Document, entry_start
from specmend.document.text.node import find_entry
from specmend.document.tree.pointer import Address, parse_pointer
from specmend.document.tree.values import MISSING, Tree, get
from specmend.steps.apply import Applied


@dataclass(frozen=True, kw_only=True, slots=True)
class BlamedLine:
    """One line with its origin.

    `number` is its line in the sanitized document (0 if a step removed it), `upstream` its line
    there (0 for none). `steps` are those that wrote in it or removed it, the first one first.
    """

    number: int
    upstream: int
    steps: tuple[int, ...]
    text: str


def blame(
    applied: Applied, upstream: Document, first: int, last: int, *, removed: bool
) -> tuple[BlamedLine, ...]:
    """The lines `first` to `last` of the result, from 1.

    With `removed`, the lines of upstream that were removed there as well.
    """
    after = _lines(applied.document.text)
    lines: list[BlamedLine] = []
    removals = _Removed(applied, upstream) if removed else None
    for number, (text, origin) in enumerate(zip(after, applied.lines.lines, strict=False), 1):
        above = list(removals.before(origin.upstream)) if removals and origin.upstream else []
        if first <= number <= last:
            lines += above
            lines.append(
                BlamedLine(number=number, upstream=origin.upstream, steps=origin.steps, text=text)
            )
    if removals and last >= len(after):
        lines += removals.before(len(upstream.text) + 1)
    return tuple(lines)


def line_span(document: Document, address: Address) -> tuple[int, int]:
    """The first and the last line on which the place at an address is written, with its key."""
    entry, node = find_entry(document.root, address)
    first, _ = document.position(entry_start(entry, node))
    end = max(node.end - 1, node.start)
    while end > node.start and document.text[end].isspace():
        end -= 1
    return first, max(first, document.position(end)[0])


def pointed_at(tree: Tree, pointer: str) -> Address | None:
    """The address that a JSON Pointer (RFC 6901) names in a tree, or None.

    Raises ValueError when it is no pointer.
    """
    address: list[str | int] = []
    for token in parse_pointer(pointer):
        address.append(int(token) if isinstance(tree, list) and token.isdecimal() else token)
        tree = get(tree, (address[-1],))
        if tree is MISSING:
            return None
    return tuple(address)


class _Removed:
    """The upstream lines that steps removed, handed out in their order."""

    def __init__(self, applied: Applied, upstream: Document) -> None:
        self.removed, self.text = applied.lines.removed, _lines(upstream.text)
        self.left = sorted(number for number in self.removed if number <= len(self.text))

    def before(self, upstream: int) -> Iterator[BlamedLine]:
        while self.left and self.left[0] < upstream:
            number = self.left.pop(0)
            yield BlamedLine(
                number=0, upstream=number, steps=(self.removed[number],), text=self.text[number - 1]
            )


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
