"""A document serialized again, where a step cannot be spliced in, with the origin of each line."""

from __future__ import annotations

from specmend.document.text.document import Document
from specmend.document.text.editing.reserialize import reserialize
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.text.node import Node
from specmend.document.text.text_edit import TextEdit
from specmend.document.tree.values import Tree
from specmend.errors import EditRefused
from specmend.steps.check_action import PatchState
from specmend.steps.line_origins import Line, Lines


def reserialize_state(state: PatchState, tree: Tree, step: int) -> PatchState:
    """The state in plain text first, and then edited to say `tree`.

    Raises EditRefused when no text says it.
    """
    plain = reserialize(state.document, state.document.tree)
    lines = reserialized_lines(state.document, plain, state.lines, step)
    try:
        document, edits = rewrite(plain, tree)
    except EditRefused:
        document = reserialize(plain, tree)
        edits = (TextEdit(0, len(plain.text), document.text),)
    return PatchState(document=document, lines=lines.after(plain.text, edits, step))


def reserialized_lines(old: Document, new: Document, before: Lines, step: int) -> Lines:
    """The origins of the lines of a document in its new text, which says the same.

    A line comes from that on which its key or value stood. Where its text differs, the step wrote
    in it.
    """
    placed: dict[int, int] = {}
    _place(old, new, (old.root, new.root, 0), placed)
    old_lines, new_lines = old.text.split("\n"), new.text.split("\n")
    lines: list[Line] = []
    at = 0
    for number, text in enumerate(new_lines):
        follows = old_lines[at + 1 : at + 2] == [text]
        at = placed.get(number, at + follows)
        if number == len(new_lines) - 1 and text == old_lines[-1]:
            at = len(old_lines) - 1
        origin = before.lines[at]
        is_kept = text == old_lines[at] or step in origin.steps
        lines.append(origin if is_kept else origin.changed_by(step))
    return before.replaced_by(lines, step)


def _place(
    old: Document, new: Document, pair: tuple[Node, Node, int], placed: dict[int, int]
) -> None:
    """Record the old line of each new line on which a key or value starts.

    Where it has none, that of the nearest place above.
    """
    old_node, new_node, line = pair
    entries = {entry.name: entry for entry in old_node.entries}
    for entry in new_node.entries:
        old_entry = entries.get(entry.name)
        old_line = old.position(old_entry.head)[0] - 1 if old_entry else line
        placed.setdefault(new.position(entry.head)[0] - 1, old_line)
        if entry.value.entries:
            child = old_entry.value if old_entry else old_node
            _place(old, new, (child, entry.value, old_line), placed)
