"""The walk over old nodes and the new tree that decides which stretch of text each difference replaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from specmend.document.block_writer import write_after_key
from specmend.document.document import Document
from specmend.document.flow_writer import write_value
from specmend.document.node import Entry, Node
from specmend.document.scalar import write_flow, write_json, write_string
from specmend.document.style import Style
from specmend.document.text_edit import TextEdit
from specmend.document.tree import Tree, identical
from specmend.errors import EditRefused

_COLON = re.compile(r"[ \t]*:")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value stands in block style: past its colon or dash, and the column of that key or dash."""

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

    def put(self, start: int, end: int, text: str) -> None:
        """Replace a stretch of the old text."""
        self.edits.append(TextEdit(start, end, text))

    def walk(self, node: Node, old: Tree, new: Tree, slot: Slot | None) -> None:
        """Make the text of a node say `new`; `slot` is where it stands in block style, None in flow style."""
        if identical(old, new):
            return
        if node.kind == "alias" or type(old) is not type(new) or not new or not node.entries:
            self.replace(node, new, slot)
        elif node.merges:
            self.refuse(node, "a mapping with a merge key (<<)")
        else:
            (self.flow if node.flow else self.block)(self, node, new)

    def replace(self, node: Node, new: Tree, slot: Slot | None) -> None:
        """Write a value anew in the place of a node."""
        if node.kind == "scalar" and node.end > node.start and not isinstance(new, dict | list):
            start = node.outer if node.tag else node.start
            self.put(start, node.end, self._scalar(node, new, slot))
        elif slot is None:
            margin = self.margin(node.start)
            self.put(node.outer, node.end, write_value(new, self.document, self.style, margin, node.style))
        else:
            self._replace_in_block(node, new, slot)

    def rename(self, entry: Entry, name: str) -> None:
        """Write another key where an entry's key stands."""
        if entry.key is None:
            return
        style = entry.key.style
        text = write_json(name) if self.document.format == "json" else write_string(name, style=style, flow=False)
        self.put(entry.key.start, entry.key.end, text)

    def slot_of(self, entry: Entry, column: int) -> Slot:
        """The slot of an entry of a block mapping."""
        if entry.key is None:
            raise ValueError("a list member has no key")
        before = self.document.text[self.line_start(entry.key.outer) : entry.key.outer].strip()
        found = _COLON.match(self.document.text, entry.key.end)
        if found is None or before.endswith("?"):
            self.refuse(entry.key, "an explicit key (? key)")
        return Slot(found.end() if found else entry.key.end, column, key=True)

    def refuse(self, node: Node, construct: str) -> None:
        """Stop with an error that names a construct and its place."""
        line, column = self.document.position(node.outer)
        problem = self.document.problem((), f"{construct} cannot be edited in place")
        raise EditRefused(
            type(problem)(
                message=problem.message, file=problem.file, line=line, column=column,
                advice="write it as an ordinary mapping first",
            )
        )  # fmt: skip

    def line_start(self, offset: int) -> int:
        """Offset at which the line of an offset begins."""
        return self.document.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Offset past the line break of the line that holds an offset."""
        found = self.document.text.find("\n", offset)
        return len(self.document.text) if found < 0 else found + 1

    def margin(self, offset: int) -> str:
        """The white space that begins the line of an offset."""
        start = self.line_start(offset)
        line = self.document.text[start:offset]
        return line[: len(line) - len(line.lstrip())]

    def _scalar(self, node: Node, new: Tree, slot: Slot | None) -> str:
        if self.document.format == "json":
            return write_json(new)
        if isinstance(new, str) and slot and slot.key and "\n" in new and node.style in {"", "|", ">"}:
            return write_after_key(new, slot.column, self.style).removeprefix(" ")
        return write_flow(new, style=node.style, flow=slot is None)

    def _replace_in_block(self, node: Node, new: Tree, slot: Slot) -> None:
        # A list under a dash, and a mapping, are written as under a key that stands at the dash.
        style = self.style
        text = write_after_key(new, slot.column, style)
        if not slot.key and isinstance(new, list) and new and style.dash == 0:
            text = write_after_key(new, slot.column + 2, style)
        end = max(node.end, slot.after)
        self.put(slot.after, end, text)
