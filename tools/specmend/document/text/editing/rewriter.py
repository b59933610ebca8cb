"""Walks old nodes and the new tree, and decides which text each difference replaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from specmend.document.text.document import Document
from specmend.document.text.editing.align import shared_front
from specmend.document.text.editing.block import write_after_key, write_item
from specmend.document.text.editing.flow import write_value
from specmend.document.text.editing.literal import can_be_literal, write_literal
from specmend.document.text.editing.scalar import write_flow, write_json, write_key
from specmend.document.text.lines import Lines
from specmend.document.text.node import Entry, Node
from specmend.document.text.style import Style
from specmend.document.text.text_edit import TextEdit
from specmend.document.tree.values import Tree, identical
from specmend.errors import EditRefused, Problem

_BESIDE = 2
"""Members beside a difference: they show how members are set apart."""

_COLON = re.compile(r"[ \t]*:")
_LEAD = re.compile(r"[|>][-+]?[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*\r?\n)*( +)(?=\S)")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value in block style: past its colon or dash, and the column of key or dash."""

    after: int
    column: int
    key: bool


@dataclass(kw_only=True)
class Rewriter:
    """Collects the edits of one document; `block` and `flow` rewrite collections of their style."""

    document: Document
    style: Style
    block: Callable[[Rewriter, Node, Tree], None]
    flow: Callable[[Rewriter, Node, Tree], None]
    edits: list[TextEdit] = field(default_factory=list)
    changed: dict[int, str] = field(default_factory=dict)
    """Where nodes with an anchor start that say something else in the new text, and its name."""

    @property
    def lines(self) -> Lines:
        """The lines of the old text."""
        return Lines(self.document.text)

    def put(self, start: int, end: int, text: str) -> None:
        """Replace a stretch of the old text."""
        self.edits.append(TextEdit(start, end, text))

    def covers(self, node: Node) -> bool:
        """Whether an edit replaces all of a node's text."""
        return any(
            edit.start <= node.outer and node.end <= edit.end and edit.start < edit.end
            for edit in self.edits
        )

    def walk(self, node: Node, old: Tree, new: Tree, slot: Slot | None) -> None:
        """Make the text of a node say `new`; `slot` is its place in block style, else None."""
        if identical(old, new):
            return
        self._note(node)
        if (
            node.kind in {"alias", "scalar"}
            or type(old) is not type(new)
            or not new
            or not (old or node.merges)
            or self._is_bare(node)
        ):
            self.replace(node, new, slot)
        elif node.merges:
            self.refuse(node.outer, "a mapping with a merge key (<<)")
        elif isinstance(old, dict):
            self._walk_mapping(node, old, new)
        else:
            (self.flow if node.flow else self.block)(self, node, new)

    def _walk_mapping(self, node: Node, old: dict[str, Tree], new: dict[str, Tree]) -> None:
        """Walk the members of a mapping; where keys differ, all between the ends that agree."""
        names, meant = list(old), list(new)
        front = back = 0
        if names != meant:
            front = max(shared_front(names, meant) - _BESIDE, 0)
            back = max(shared_front(names[front:][::-1], meant[front:][::-1]) - _BESIDE, 0)
            inner = dict(list(new.items())[front : len(meant) - back])
            self._walk_inner(node, names[front : len(names) - back], inner)
            meant = [*meant[:front], *meant[len(meant) - back :]]
        column = self.lines.column(node.start)
        for name in meant:
            entry = None if new[name] is old[name] else node.entry(name)
            if entry is not None:
                self._refuse_explicit(node, entry)
                slot = None if node.flow else self.slot_of(entry, column)
                self.walk(entry.value, old[name], new[name], slot)

    def _walk_inner(self, node: Node, names: list[str], new: dict[str, Tree]) -> None:
        """Rewrite the part of a mapping that has some of its names."""
        found = map(node.entry, names)
        entries = [entry for entry in found if entry]
        for entry in entries:
            self._refuse_explicit(node, entry)
        value = {name: node.value[name] for name in names}
        part = Node(node.kind, value, node.outer, node.start, node.end, node.flow, children=entries)
        (self.flow if node.flow else self.block)(self, part, new)

    def _refuse_explicit(self, node: Node, entry: Entry) -> None:
        if self.is_explicit(entry):
            self.refuse(node.outer, "a mapping with an explicit key (? key)")

    def replace(self, node: Node, new: Tree, slot: Slot | None) -> None:
        """Write a value anew in the place of a node."""
        if slot and isinstance(new, str) and _wants_literal(node, new):
            self._write_literal(node, new, slot)
        elif node.kind == "scalar" and node.end > node.start and not isinstance(new, dict | list):
            start = node.outer if node.tag else node.start
            self.put(start, node.end, self._one_line(node, new, slot))
        elif slot is None:
            self._replace_in_flow(node, new)
        elif slot.key:
            self._splice(node, slot, write_after_key(new, slot.column, self.style))
        else:
            self._splice(node, slot, write_item(new, slot.column, self.style).removeprefix("-"))

    def rename(self, entry: Entry, name: str, *, flow: bool) -> None:
        """Write another key where an entry's key stands."""
        if entry.key is None:
            return
        style = entry.key.style
        quote = self.style.key_quote if isinstance(entry.key.value, str) else ""
        yaml = self.document.format == "yaml"
        text = write_key(name, style=style, flow=flow, quote=quote) if yaml else write_json(name)
        self._note(entry.key)
        self.put(entry.key.start, entry.key.end, text)

    def slot_of(self, entry: Entry, column: int) -> Slot:
        """The slot of an entry of a block mapping."""
        if entry.key is None:
            raise ValueError("a list member has no key")
        found = _COLON.match(self.document.text, entry.key.end)
        return Slot(found.end() if found else entry.key.end, column, key=True)

    def is_explicit(self, entry: Entry) -> bool:
        """Whether an entry is written with a question mark before its key."""
        if entry.key is None:
            return False
        before = entry.key.outer - 1
        while before >= 0 and self.document.text[before] in " \t":
            before -= 1
        return before >= 0 and self.document.text[before] == "?"

    def refuse(
        self, offset: int, construct: str, advice: str = "write it as an ordinary mapping first"
    ) -> None:
        """Stop with an error that names a construct and its place."""
        line, column = self.document.position(offset)
        message = f"{construct} cannot be edited in place"
        raise EditRefused(
            Problem(
                message=message, file=self.document.name, line=line, column=column, advice=advice
            )
        )

    def _note(self, node: Node) -> None:
        if node.anchor and node.kind != "alias":
            self.changed[node.outer] = node.anchor

    def _is_bare(self, node: Node) -> bool:
        """Whether a mapping is one pair without braces, as in [a: 1]."""
        return node.flow and self.document.text[node.start] not in "{["

    def _replace_in_flow(self, node: Node, new: Tree) -> None:
        before = self.document.text[node.outer - 1 : node.outer]
        # A key without a value, as in {a, b: 1} or {a:}.
        lead = (
            ""
            if node.end > node.outer or before.isspace()
            else {":": " ", "[": "", "{": ""}.get(before, ": ")
        )
        margin = self.lines.margin(node.start)
        self.put(
            node.outer,
            node.end,
            lead + write_value(new, self.document, self.style, margin, node.style),
        )

    def _one_line(self, node: Node, new: Tree, slot: Slot | None) -> str:
        if self.document.format == "json":
            return write_json(new)
        return write_flow(new, style=node.style, flow=slot is None, quote=self.style.quote_for(""))

    def _write_literal(self, node: Node, new: str, slot: Slot) -> None:
        """Write lines of text; those that a block scalar has already stay as they are."""
        lead = (
            _LEAD.match(self.document.text, node.start, node.end)
            if node.style in {"|", ">"}
            else None
        )
        indent = len(lead[1]) if lead else slot.column + (self.style.indent if slot.key else 2)
        self._splice(node, slot, " " + write_literal(new, indent))

    def _splice(self, node: Node, slot: Slot, written: str) -> None:
        """Put a value in a slot: it begins where the old one began, and has lines of its own.

        A comment behind the old value stays, as does one behind the key of a value on other lines.
        """
        head, _, rest = written.partition("\n")
        body = "\n" + rest if rest else ""
        end = max(node.end, slot.after)
        behind_key = self.lines.before_break(self.lines.end(slot.after))
        if not node.entries or node.flow:
            behind = self.lines.before_break(self.lines.end(end))
            self.put(slot.after, end, head)
            self.put(behind, behind, body)
            return
        behind = self.lines.before_break(self.lines.block_end(end, slot.column))
        if behind_key < node.outer:
            self.put(slot.after, slot.after, head)
            self.put(behind_key, behind, body)
        else:
            self.put(slot.after, behind, head + body)


def _wants_literal(node: Node, new: str) -> bool:
    """Whether a string becomes a literal block: blocks stay, and lines do where no quotes stood."""
    if node.style in {"'", '"'} or not can_be_literal(new):
        return False
    return "\n" in new.rstrip("\n") or (node.style in {"|", ">"} and new.endswith("\n"))
