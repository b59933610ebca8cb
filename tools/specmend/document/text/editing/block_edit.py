"""Edits inside a block-style collection of YAML: whole lines come and go, the others stay."""

from __future__ import annotations

from typing import Any

from specmend.document.text.editing.align import Plan, align_lists, align_mappings
from specmend.document.text.editing.block import write_item, write_pair
from specmend.document.text.editing.rewriter import Rewriter, Slot
from specmend.document.text.node import Entry, Node
from specmend.document.tree.values import Tree

_Member = tuple[str | None, Tree]
"""A new member with its name, which there is none of in lists."""


def rewrite_block(rewriter: Rewriter, node: Node, new: Tree) -> None:
    """Edit a block mapping or list so that it says `new`, not empty and of the same kind."""
    plan = (align_mappings if node.kind == "mapping" else align_lists)(node.value, new)
    members: list[_Member] = (
        list(new.items()) if isinstance(new, dict) else [(None, value) for value in new]
    )
    if not plan.kept:
        _replace_all(rewriter, node, members)
        return
    column = rewriter.lines.column(node.start)
    heads = _heads(rewriter, node, column)
    _drop(rewriter, node, plan, heads, column)
    _insert_front(rewriter, members, plan, heads, column)
    names = list(new) if isinstance(new, dict) else range(len(new))
    for index, entry in enumerate(node.entries):
        if index in plan.kept:
            _keep(rewriter, entry, new, names[plan.kept[index]], heads[index], column)
            _insert_after(rewriter, members, plan.inserted.get(index, []), entry.value, column)


def _replace_all(rewriter: Rewriter, node: Node, members: list[_Member]) -> None:
    """Keep nothing: the new entries stand where the first old one stood."""
    column = rewriter.lines.column(node.start)
    written = [_written(rewriter, member, column) for member in members]
    rewriter.put(node.start, node.end, f"\n{' ' * column}".join(written))


def _heads(rewriter: Rewriter, node: Node, column: int) -> list[int]:
    """Where each entry starts: its key, or its dash."""
    if node.kind == "mapping":
        return [entry.head for entry in node.entries]
    heads = [node.start]
    text = rewriter.document.text
    for before in node.entries[:-1]:
        found = text.find(f"\n{' ' * column}-", max(before.value.end, heads[-1] + 1) - 1)
        heads.append(found + 1 + column)
    return heads


def _drop(rewriter: Rewriter, node: Node, plan: Plan, heads: list[int], column: int) -> None:
    first = min(plan.kept)
    text = rewriter.document.text
    for index in plan.dropped(len(node.entries)):
        start = rewriter.lines.start(heads[index])
        if index < first and text[rewriter.lines.start(heads[0]) : heads[0]].strip():
            # The collection starts behind a dash: what follows moves up to it.
            rewriter.put(heads[index], heads[index + 1], "")
        else:
            rewriter.put(
                start,
                rewriter.lines.block_end(max(node.entries[index].value.end, heads[index]), column),
                "",
            )


def _insert_front(
    rewriter: Rewriter, members: list[_Member], plan: Plan, heads: list[int], column: int
) -> None:
    inserted = plan.inserted.get(-1, [])
    if not inserted:
        return
    at = heads[min(plan.kept)]
    margin = " " * column
    rewriter.put(
        at,
        at,
        "".join(f"{_written(rewriter, members[index], column)}\n{margin}" for index in inserted),
    )


def _insert_after(
    rewriter: Rewriter, members: list[_Member], inserted: list[int], node: Node, column: int
) -> None:
    if not inserted:
        return
    at = rewriter.lines.block_end(node.end, column)
    margin = " " * column
    lines = "".join(f"{margin}{_written(rewriter, members[index], column)}\n" for index in inserted)
    if at and rewriter.document.text[at - 1] != "\n":
        lines = "\n" + lines.removesuffix("\n")
        _chomp(rewriter, node)
    rewriter.put(at, at, lines)


def _chomp(rewriter: Rewriter, node: Node) -> None:
    """Say that a block scalar has no last line break, now that other lines follow it."""
    while node.entries:
        node = node.entries[-1].value
    header = rewriter.document.text[node.start : node.end].partition("\n")[0]
    if node.style in {"|", ">"} and not set("+-") & set(header):
        rewriter.put(node.start + 1, node.start + 1, "-")


def _keep(rewriter: Rewriter, entry: Entry, new: Tree, name: Any, head: int, column: int) -> None:
    if entry.key is None:
        rewriter.walk(entry.value, entry.value.value, new[name], Slot(head + 1, column, key=False))
        return
    if name != entry.name:
        rewriter.rename(entry, name, flow=False)
    if entry.value.value is not new[name]:
        rewriter.walk(entry.value, entry.value.value, new[name], rewriter.slot_of(entry, column))


def _written(rewriter: Rewriter, member: _Member, column: int) -> str:
    name, value = member
    if name is None:
        return write_item(value, column, rewriter.style)
    return write_pair(name, value, column, rewriter.style)
