"""Aliases of values that change: written out, so that they go on saying what they said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from specmend.document.text.editing.rewriter import Rewriter, Slot
from specmend.document.text.moved import entries_of
from specmend.document.text.node import Entry, Node

_ANCHOR: Final = re.compile(r"&([^\s,\[\]{}]+)")
_MORE: Final = re.compile(r"[^\s,\[\]{}]")


def expand_aliases(rewriter: Rewriter) -> None:
    """Write out each alias whose anchored value the edits change or take away.

    Raises EditRefused where a merge key (<<) uses such a value.
    """
    if rewriter.document.is_ordinary:
        return  # JSON, and YAML without anchors
    stale = _stale(rewriter)
    for use in sorted(_uses(rewriter, stale), key=lambda use: use.alias.start):
        if rewriter.covers(use.alias):
            continue
        if use.merges:
            construct = f"a merge key (<<) of the anchor &{use.alias.anchor}, whose value changes,"
            rewriter.refuse(
                use.alias.start, construct, "write the merged keys out first, in a step of its own"
            )
        rewriter.replace(use.alias, use.alias.value, _slot(rewriter, use))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Use:
    """An alias, with the entry and collection that hold it."""

    alias: Node
    parent: Node
    entry: Entry
    merges: bool


def _stale(rewriter: Rewriter) -> dict[int, str]:
    """Where nodes start that the edits change or take away, with the names of their anchors."""
    text = rewriter.document.text
    stale = dict(rewriter.changed)
    for edit in tuple(rewriter.edits):
        for found in _ANCHOR.finditer(text, edit.start, edit.end):
            node = _anchored(rewriter.document.root, found.start(), found[1])
            if node and rewriter.covers(node):
                stale[node.outer] = found[1]
    return stale


def _uses(rewriter: Rewriter, stale: dict[int, str]) -> Iterator[_Use]:
    """The aliases of stale nodes, found by their names in the text."""
    text, root = rewriter.document.text, rewriter.document.root
    for name in dict.fromkeys(stale.values()):
        target = -1
        for offset in sorted([*_places(text, f"&{name}"), *_places(text, f"*{name}")]):
            if text[offset] == "&":
                node = _anchored(root, offset, name)
                target = node.outer if node else target
            elif target in stale and (use := _alias(root, offset)):
                yield use


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text, and nothing that could be more of it behind."""
    offset = text.find(word)
    while offset >= 0:
        if _MORE.match(text, offset + len(word)) is None:
            yield offset
        offset = text.find(word, offset + 1)


def _anchored(root: Node, offset: int, name: str) -> Node | None:
    """The value or key whose anchor of a name stands at an offset; None for other text."""
    node: Node | None = root
    while node and not _has_anchor(node, offset, name):
        entry = _entry_at(node, offset)
        if entry and entry.key and _has_anchor(entry.key, offset, name):
            return entry.key
        node = entry.value if entry else None
    return node


def _has_anchor(node: Node, offset: int, name: str) -> bool:
    return node.outer <= offset < node.start and node.anchor == name


def _alias(root: Node, offset: int) -> _Use | None:
    """The alias at an offset; None where that is other text."""
    parent, merges = root, False
    while entry := _entry_at(parent, offset):
        node = entry.value
        merges = merges or (entry.name == "<<" and parent.merges)
        if node.kind == "alias":
            is_there = node.start == offset
            return _Use(alias=node, parent=parent, entry=entry, merges=merges) if is_there else None
        parent = node
    return None


def _entry_at(node: Node, offset: int) -> Entry | None:
    """The last child that starts at an offset or before."""
    entries = entries_of(node)
    position = entries.position(offset)
    return None if position is None else entries.entry(position)


def _slot(rewriter: Rewriter, use: _Use) -> Slot | None:
    if use.parent.flow:
        return None
    column = rewriter.lines.column(use.parent.start)
    if use.entry.key:
        return rewriter.slot_of(use.entry, column)
    return Slot(rewriter.document.text.rfind("-", 0, use.alias.start) + 1, column, key=False)
