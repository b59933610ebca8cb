"""Nodes that stand further on, or further back, in a text than when they were placed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add

from specmend.document.text.node import Entry, LazyNode, Node
from specmend.document.tree.values import Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class Entries:
    """The entries of a collection as they were placed once, and how far each has moved since.

    `heads` are the offsets at which they started then, `index` has their positions by name.
    """

    placed: Sequence[Entry]
    heads: Sequence[int]
    moved: Sequence[int]
    index: Mapping[str | int, int]

    def head(self, position: int) -> int:
        """Where the entry of a position starts now."""
        return self.heads[position] + self.moved[position]

    def end(self, position: int) -> int:
        """Where the value of a position ends now."""
        return self.placed[position].value.end + self.moved[position]

    def entry(self, position: int) -> Entry:
        """The entry of a position where it stands now."""
        return move_entry(self.placed[position], self.moved[position])

    def position(self, offset: int) -> int | None:
        """The position of the last entry that starts at an offset or before it."""
        found = bisect_right(range(len(self.heads)), offset, key=self.head)
        return found - 1 if found else None

    def now(self) -> list[int]:
        """Where every entry starts now."""
        return list(map(add, self.heads, self.moved))


class EntryList:
    """Gathers the entries of a mapping in their order."""

    def __init__(self) -> None:
        self._placed: list[Entry] = []
        self._heads: list[int] = []
        self._moved: list[int] = []

    def add(self, entry: Entry) -> None:
        """Take an entry that stands where it is placed."""
        self._placed.append(entry)
        self._heads.append(entry.head)
        self._moved.append(0)

    def keep(self, entries: Entries, start: int, stop: int, by: int) -> None:
        """Take a stretch of other entries, which move by so many characters."""
        self._placed += entries.placed[start:stop]
        self._heads += entries.heads[start:stop]
        self._moved += [moved + by for moved in entries.moved[start:stop]]

    def end(self) -> int | None:
        """Where the last entry ends, None where there is none yet."""
        return self._placed[-1].value.end + self._moved[-1] if self._placed else None

    def entries(self) -> Entries:
        """All that were gathered."""
        index = {entry.name: position for position, entry in enumerate(self._placed)}
        return Entries(placed=self._placed, heads=self._heads, moved=self._moved, index=index)


def entries_of(node: Node) -> Entries:
    """The entries of a node, not one of them moved before it is asked for."""
    if node.__class__ is _Moved:
        inner = entries_of(node.placed)
        by = node.by
        return Entries(
            placed=inner.placed,
            heads=inner.heads,
            moved=[one + by for one in inner.moved],
            index=inner.index,
        )
    if node.__class__ is _Edited:
        return node.held
    return entries_as_placed(node.entries)


def entries_as_placed(entries: Sequence[Entry]) -> Entries:
    """Entries none of which has moved."""
    return Entries(
        placed=entries,
        heads=[entry.head for entry in entries],
        moved=[0] * len(entries),
        index={entry.name: position for position, entry in enumerate(entries)},
    )


def move_entry(entry: Entry, by: int) -> Entry:
    """The entry with all below it, moved by so many characters; itself where that is none."""
    if not by:
        return entry
    return Entry(entry.name, entry.key and move_node(entry.key, by), move_node(entry.value, by))


def move_node(node: Node, by: int) -> Node:
    """The node with all below it, moved by so many characters; children move when asked for."""
    if node.__class__ is _Moved:
        placed, by = node.placed, node.by + by
    else:
        placed = node
    moved = _Moved(
        placed.kind,
        placed.value,
        placed.outer + by,
        placed.start + by,
        placed.end + by,
        placed.flow,
        placed.style,
        placed.anchor,
        placed.tag,
        placed.merges,
        None,
        lambda _: [move_entry(entry, by) for entry in placed.entries],
    )
    moved.placed, moved.by = placed, by
    return moved


def edited_mapping(node: Node, value: Tree, start: int, end: int, held: Entries) -> Node:
    """A mapping in the place of a node, with another value and other entries."""
    made = _Edited("mapping", value, start, start, end, node.flow, anchor=node.anchor, tag=node.tag)
    made.expand = lambda _: list(map(move_entry, held.placed, held.moved))
    made.held = held
    return made


class _Moved(LazyNode):
    """A node whose children are those of `placed`, moved."""

    __slots__ = ("by", "placed")
    placed: Node
    by: int

    def entry(self, name: str | int) -> Entry | None:
        """The entry of a name; the others are not moved for it."""
        found = self.placed.entry(name)
        return found and move_entry(found, self.by)


class _Edited(LazyNode):
    """A mapping some entries of which have moved."""

    __slots__ = ("held",)
    held: Entries

    def entry(self, name: str | int) -> Entry | None:
        """The entry of a name; the others are not moved for it."""
        position = self.held.index.get(name)
        return None if position is None else self.held.entry(position)
