"""Edits in flow collections of YAML and anywhere in JSON: members come and go with their commas."""

from __future__ import annotations

from specmend.document.text.editing.align import align_lists, align_mappings
from specmend.document.text.editing.flow import Quotes, write_member
from specmend.document.text.editing.rewriter import Rewriter
from specmend.document.text.node import Node
from specmend.document.tree.values import Tree


def rewrite_flow(rewriter: Rewriter, node: Node, new: Tree) -> None:
    """Edit a flow mapping or list so that it says `new`, not empty and of the same kind."""
    plan = (align_mappings if node.kind == "mapping" else align_lists)(node.value, new)
    entries = node.entries
    if not plan.kept:
        rewriter.replace(node, new, None)
        return
    first = min(plan.kept)
    separator = _separator(rewriter, node)
    margin = rewriter.lines.margin(entries[0].head)
    quotes = _quotes(node)
    names = list(new) if isinstance(new, dict) else list(range(len(new)))

    def member(index: int) -> str:
        return write_member(
            names[index], new[names[index]], rewriter.document, rewriter.style, margin, quotes
        )

    if first:
        rewriter.put(entries[0].head, entries[first].head, "")
    for index in plan.inserted.get(-1, []):
        rewriter.put(entries[first].head, entries[first].head, member(index) + separator)
    for index, entry in enumerate(entries):
        if index in plan.kept:
            name = names[plan.kept[index]]
            if entry.key and name != entry.name:
                rewriter.rename(entry, str(name), flow=True)
            rewriter.walk(entry.value, entry.value.value, new[name], None)
            added = "".join(separator + member(place) for place in plan.inserted.get(index, []))
            if added:
                rewriter.put(entry.value.end, entry.value.end, added)
        elif index > first:
            rewriter.put(entries[index - 1].value.end, entry.value.end, "")


def _separator(rewriter: Rewriter, node: Node) -> str:
    """What stands between two members, as the first two have it."""
    text, entries = rewriter.document.text, node.entries
    if len(entries) > 1:
        between = text[entries[0].value.end : entries[1].head]
        if "#" not in between:
            return between.replace("\r\n", "\n")
    lead = text[node.start + 1 : entries[0].head].replace("\r\n", "\n")
    if "\n" in lead and "#" not in lead:
        return "," + lead
    return ", " if rewriter.style.colon.endswith(" ") else ","


def _quotes(node: Node) -> Quotes:
    keys = {entry.key.style for entry in node.entries if entry.key}
    values = {entry.value.style for entry in node.entries if isinstance(entry.value.value, str)}
    return keys.pop() if len(keys) == 1 else "", values.pop() if len(values) == 1 else ""
