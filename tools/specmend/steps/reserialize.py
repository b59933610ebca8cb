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
        made, edits = rewrite(plain, tree)
    except EditRefused:
        made = reserialize(plain, tree)
        edits = (TextEdit(0, len(plain.text), made.text),)
    return PatchState(document=made, lines=lines.after(plain.text, edits, step))


def reserialized_lines(old: Document, new: Document, before: Lines, step: int) -> Lines:
    """The origins of the lines of a document in its new text, which says the same.

    A line comes from that on which its key or value stood. Where its text differs, the step wrote
    in it.
    """
    placed: dict[int, int] = {}
    _place(old, new, (old.root, new.root, 0), placed)
    was, now = old.text.split("\n"), new.text.split("\n")
    lines: list[Line] = []
    at = 0
    for number, text in enumerate(now):
        at = placed.get(number, at + (was[at + 1 : at + 2] == [text]))
        at = len(was) - 1 if number == len(now) - 1 and text == was[-1] else at
        origin = before.lines[at]
        kept = text == was[at] or step in origin.steps
        lines.append(origin if kept else Line(origin.upstream, (*origin.steps, step)))
    left = {line.upstream for line in lines}
    gone = (line.upstream for line in before.lines if line.upstream and line.upstream not in left)
    return Lines(lines=tuple(lines), removed={**before.removed, **dict.fromkeys(gone, step)})


def _place(
    old: Document, new: Document, pair: tuple[Node, Node, int], placed: dict[int, int]
) -> None:
    """Record the old line of each new line on which a key or value starts.

    Where it has none, that of the nearest place above.
    """
    was, now, line = pair
    entries = {entry.name: entry for entry in was.entries}
    for entry in now.entries:
        found = entries.get(entry.name)
        above = old.position(found.head)[0] - 1 if found else line
        placed.setdefault(new.position(entry.head)[0] - 1, above)
        if entry.value.entries:
            _place(old, new, (found.value if found else was, entry.value, above), placed)
