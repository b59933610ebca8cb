"""A value of a document together with the stretch of text that wrote it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree

Kind = Literal["mapping", "sequence", "scalar", "alias"]


@dataclass(slots=True)
class Node:
    """One value and where its text stands; offsets count characters of the text, from 0.

    `outer` is where the value starts with its anchor and tag, `start` without them, `end` is past
    its last character, comments excluded. `style` is the quote or block indicator of a scalar, ""
    where it is plain.
    """

    kind: Kind
    value: Tree
    outer: int
    start: int
    end: int
    flow: bool = False
    style: str = ""
    anchor: str = ""
    tag: str = ""
    merges: bool = False
    children: list[Entry] | None = None
    expand: Callable[[Node], list[Entry]] | None = None

    @property
    def entries(self) -> list[Entry]:
        """The children in the order of the text; found on first use where the format allows it."""
        if self.children is None:
            self.children = self.expand(self) if self.expand else []
        return self.children

    def entry(self, name: str | int) -> Entry | None:
        """The child of a name or index, if there is one."""
        return next((entry for entry in self.entries if entry.name == name), None)


class LazyNode(Node):
    """A node whose children are found on first use, however they are asked for."""

    __slots__ = ("_found",)
    _found: list[Entry] | None

    @property
    def children(self) -> list[Entry] | None:
        """The children, as entries has them."""
        if self._found is None and self.expand:
            self._found = self.expand(self)
        return self._found

    @children.setter
    def children(self, found: list[Entry] | None) -> None:
        self._found = found


@dataclass(slots=True)
class Entry:
    """One child of a collection: its key or index, the key's node (none in lists), its value."""

    name: str | int
    key: Node | None
    value: Node

    @property
    def head(self) -> int:
        """Offset at which the entry starts: its key, or in a list its value."""
        return self.key.outer if self.key else self.value.outer


def find_entry(root: Node, address: Address) -> tuple[Entry | None, Node]:
    """The deepest entry and node on the way to an address (the root itself has no entry).

    Where the way ends early (a key that is not there, an alias), the nearest node above is given.
    """
    entry: Entry | None = None
    node = root
    for token in address:
        child = node.entry(token)
        if child is None:
            break
        entry, node = child, child.value
    return entry, node
