"""Aliases of values that change: written out, so that they go on saying what they said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specmend.document.text.editing.rewriter import Rewriter, Slot
from specmend.document.text.node import Entry, Node


def expand_aliases(rewriter: Rewriter) -> None:
    """Write out each alias whose anchored value the edits change or take away.

    Raises EditRefused where a merge key (<<) uses such a value.
    """
    if rewriter.document.root.expand:
        return  # JSON, and YAML without anchors, place their children on first use
    uses = list(_uses(rewriter.document.root, {}))
    stale = _stale(rewriter, {id(use.target): use.target for use in uses})
    for use in uses:
        if id(use.target) not in stale or rewriter.covers(use.alias):
            continue
        if use.merges:
            construct = f"a merge key (<<) of the anchor &{use.alias.anchor}, whose value changes,"
            rewriter.refuse(
                use.alias.start, construct, "write the merged keys out first, in a step of its own"
            )
        rewriter.replace(use.alias, use.alias.value, _slot(rewriter, use))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Use:
    """An alias, what it stands for, and the entry and collection that hold it."""

    alias: Node
    target: Node
    parent: Node
    entry: Entry
    merges: bool


def _uses(parent: Node, anchors: dict[str, Node], *, merges: bool = False) -> Iterator[_Use]:
    """Every alias in the order of the text; `anchors` holds what each name stands for so far."""
    if parent.anchor:
        anchors[parent.anchor] = parent
    for entry in parent.entries:
        node = entry.value
        merging = merges or (entry.name == "<<" and parent.merges)
        if entry.key and entry.key.anchor:
            anchors[entry.key.anchor] = entry.key
        if node.kind == "alias":
            yield _Use(
                alias=node, target=anchors[node.anchor], parent=parent, entry=entry, merges=merging
            )
        else:
            yield from _uses(node, anchors, merges=merging)


def _stale(rewriter: Rewriter, targets: dict[int, Node]) -> set[int]:
    """Which of the anchored nodes the edits change or take away."""
    return {
        key for key, node in targets.items() if key in rewriter.changed or rewriter.covers(node)
    }


def _slot(rewriter: Rewriter, use: _Use) -> Slot | None:
    if use.parent.flow:
        return None
    column = rewriter.lines.column(use.parent.start)
    if use.entry.key:
        return rewriter.slot_of(use.entry, column)
    return Slot(rewriter.document.text.rfind("-", 0, use.alias.start) + 1, column, key=False)
