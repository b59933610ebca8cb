"""The nodes of an edited text by incremental parsing: only what the edits touched is read again."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from specmend.document.text.document import Document
from specmend.document.text.editing.runs import Run, runs
from specmend.document.text.editing.shift import Shift
from specmend.document.text.lines import Lines
from specmend.document.text.moved import (
    Entries,
    EntryList,
    edited_mapping,
    entries_of,
    move_entry,
)
from specmend.document.text.node import Entry, Node
from specmend.document.text.reading.json_exact import place_json, read_json
from specmend.document.text.text_edit import TextEdit
from specmend.document.tree.values import MISSING, Tree, identical

SMALL: Final = 1000
"""Characters of a mapping that is read again as a whole, not entry by entry."""


def place_again(
    document: Document, text: str, tree: Tree, edits: Sequence[TextEdit]
) -> Node | None:
    """The nodes of the text that edits of a document gave, where its touched parts say the tree.

    None where that cannot be told from those parts. The parts that no edit touched are not
    looked at: whoever needs the proof reads the whole text.
    """
    root = document.root
    if not (isinstance(root.value, dict) and isinstance(tree, dict) and tree) or root.merges:
        return None
    if document.format == "json":
        return _Json(document, text, edits).root(tree)
    reader = _YamlFlow if root.flow else _Yaml
    return reader(document, text, edits).root(tree)


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of the new text with whole entries of one mapping."""

    start: int
    end: int


class _Reader(ABC):
    """Reads the mappings that changed; a subclass knows the layout of its format."""

    def __init__(self, document: Document, text: str, edits: Sequence[TextEdit]) -> None:
        self.document = document
        self.text = text
        self.shift = Shift(edits)

    @abstractmethod
    def root(self, tree: dict[str, Tree]) -> Node | None:
        """The root of the new text."""

    def mapping(self, node: Node, meant: dict[str, Tree], span: _Span) -> Node | None:
        """A mapping whose entries stand in a span; None where they do not say what is meant."""
        old = entries_of(node)
        changed = self._changed(old, node.value, meant)
        entered = self._entered(old, meant, changed, span)
        made = EntryList()
        waiting: dict[str, Tree] = {}
        for run in runs(list(meant), old.index, changed):
            name, position = run.name, run.start
            if position < 0 or (position in changed and name not in entered):
                waiting[name] = meant[name]
                continue
            head = old.head(position)
            if waiting and not self._read(made, waiting, span, self.shift.start(head)):
                return None
            waiting = {}
            if position not in changed:
                self._keep(made, old, run)
            elif not self._enter(made, old.entry(position), meant[name], entered[name]):
                return None
        if waiting and not self._read(made, waiting, span):
            return None
        return self.close(node, meant, made.entries())

    def _changed(self, old: Entries, said: dict[str, Tree], meant: dict[str, Tree]) -> set[int]:
        """The positions of the entries whose text or value is another now."""
        others = [name for name, value in meant.items() if said.get(name, MISSING) is not value]
        values = {
            old.index[name]
            for name in others
            if name in old.index and not identical(said[name], meant[name])
        }
        return values | self.shift.touched(old)

    def _keep(self, made: EntryList, old: Entries, run: Run) -> None:
        """Take entries that no edit touched; between two of them one may have gone."""
        first, last = old.head(run.start), old.head(run.stop - 1)
        by = self.shift.start(first) - first
        if self.shift.start(last) - last == by:
            made.keep(old, run.start, run.stop, by)
            return
        for position in range(run.start, run.stop):
            head = old.head(position)
            made.keep(old, position, position + 1, self.shift.start(head) - head)

    def _entered(
        self, old: Entries, meant: dict[str, Tree], changed: Collection[int], span: _Span
    ) -> Mapping[str, int]:
        """The entries whose large mapping changed in part, with where their text ends at most.

        That is where the next entry starts. It must be one that keeps its place, too.
        """
        followers = dict(pairwise(meant))
        found: dict[str, int] = {}
        for position in sorted(changed, reverse=True):
            name = str(old.placed[position].name)
            if name not in meant or not self._is_entered(old.entry(position), meant[name]):
                continue
            after = followers.get(name)
            if after is None:
                found[name] = span.end
            elif after in found or (after in old.index and old.index[after] not in changed):
                head = old.head(old.index[after])
                found[name] = self.entry_start(self.shift.start(head))
        return found

    def _is_entered(self, entry: Entry, value: Tree) -> bool:
        """Whether an entry holds a large mapping that stays one, and stays where it begins."""
        node = entry.value
        is_large = node.end - node.start > SMALL
        is_mapping = node.kind == "mapping" and not node.merges
        stays = isinstance(value, dict) and bool(value)
        is_entered = is_large and is_mapping and stays and self.can_enter(entry)
        return is_entered and not self.shift.changes(entry.head, node.start)

    def _enter(self, made: EntryList, entry: Entry, value: dict[str, Tree], limit: int) -> bool:
        node = self.mapping(entry.value, value, self.inner(entry, limit))
        if node is None:
            return False
        moved = move_entry(entry, self.shift.start(entry.head) - entry.head)
        made.add(Entry(entry.name, moved.key, node))
        return True

    def _read(
        self, made: EntryList, meant: dict[str, Tree], span: _Span, head: int | None = None
    ) -> bool:
        """Read the entries between the last one that was made and the one at `head`."""
        last = made.end()
        start = span.start if last is None else self.next_entry(last)
        end = span.end if head is None else self.entry_start(head)
        found = self.read(_Span(start, end), meant)
        for entry in found or ():
            made.add(entry)
        return found is not None

    @abstractmethod
    def entry_start(self, head: int) -> int:
        """Where the text of an entry begins whose key is at an offset."""

    @abstractmethod
    def next_entry(self, end: int) -> int:
        """Where the text begins that follows an entry which ends at an offset."""

    @abstractmethod
    def can_enter(self, entry: Entry) -> bool:
        """Whether the span of an entry's mapping can be told."""

    @abstractmethod
    def inner(self, entry: Entry, limit: int) -> _Span:
        """The new span of an entry's mapping, which ends at a limit at most."""

    @abstractmethod
    def read(self, span: _Span, meant: dict[str, Tree]) -> list[Entry] | None:
        """The entries in a span, where they say what is meant."""

    def _with_anchor(self, made: Node, node: Node) -> Node:
        """The new mapping of a node, which starts with its anchor and tag where it has them."""
        if node.outer < node.start:
            made.outer = self.shift.start(node.outer)
        return made

    @abstractmethod
    def close(self, node: Node, meant: dict[str, Tree], entries: Entries) -> Node:
        """The mapping of a node with its new entries."""


class _Yaml(_Reader):
    """Block mappings, in which every entry has lines of its own."""

    def root(self, tree: dict[str, Tree]) -> Node | None:
        root = self.document.root
        if not _starts_with_key(root):
            return None
        return self.mapping(root, tree, _Span(0, len(self.text)))

    def entry_start(self, head: int) -> int:
        return Lines(self.text).start(head)

    def next_entry(self, end: int) -> int:
        return Lines(self.text).end(end)

    def can_enter(self, entry: Entry) -> bool:
        node = entry.value
        is_below = "\n" in self.document.text[entry.head : node.start]
        return is_below and not node.flow and _starts_with_key(node)

    def inner(self, entry: Entry, limit: int) -> _Span:
        return _Span(self.next_entry(self.shift.start(entry.head)), limit)

    def read(self, span: _Span, meant: dict[str, Tree]) -> list[Entry] | None:
        root = _placed(self.document, self.text[span.start : span.end], meant)
        if root is None or root.flow or not _starts_with_key(root):
            return None
        return [move_entry(entry, span.start) for entry in root.entries]

    def close(self, node: Node, meant: dict[str, Tree], entries: Entries) -> Node:
        start, end = entries.head(0), entries.end(-1)
        return self._with_anchor(edited_mapping(node, meant, start, end, entries), node)


class _Json(_Reader):
    """Objects, with commas between their members."""

    def root(self, tree: dict[str, Tree]) -> Node | None:
        root = self.document.root
        return self.mapping(root, tree, self._inside(root))

    def entry_start(self, head: int) -> int:
        return head

    def next_entry(self, end: int) -> int:
        return end

    def can_enter(self, entry: Entry) -> bool:
        return entry.value.flow

    def inner(self, entry: Entry, limit: int) -> _Span:  # noqa: ARG002
        return self._inside(entry.value)

    def _inside(self, node: Node) -> _Span:
        return _Span(self.shift.start(node.start) + 1, self.shift.end(node.end) - 1)

    def read(self, span: _Span, meant: dict[str, Tree]) -> list[Entry] | None:
        written = self.text[span.start : span.end]
        members = written.strip(" \t\r\n,")
        text = "{" + members + "}"
        root, _ = read_json(text, self.document.name)
        if root is None or not identical(root.value, meant):
            return None
        by = span.start + written.index(members) - 1
        return [move_entry(entry, by) for entry in place_json(text, meant).entries]

    def close(self, node: Node, meant: dict[str, Tree], entries: Entries) -> Node:
        inside = self._inside(node)
        return edited_mapping(node, meant, inside.start - 1, inside.end + 1, entries)


class _YamlFlow(_Json):
    """Mappings of YAML in braces, as in a file with the ending of YAML that holds JSON."""

    def read(self, span: _Span, meant: dict[str, Tree]) -> list[Entry] | None:
        written = self.text[span.start : span.end]
        members = written.strip(" \t\r\n,")
        root = _placed(self.document, "{" + members + "}", meant)
        by = span.start + written.index(members) - 1
        return None if root is None else [move_entry(entry, by) for entry in root.entries]

    def close(self, node: Node, meant: dict[str, Tree], entries: Entries) -> Node:
        return self._with_anchor(super().close(node, meant, entries), node)


def _placed(document: Document, text: str, meant: dict[str, Tree]) -> Node | None:
    # The parser of YAML takes its time to load, and JSON does not need it.
    from specmend.document.text.reading.yaml_fast import place_said
    from specmend.document.text.reading.yaml_part import place_part

    return (place_said if document.is_ordinary else place_part)(text, meant)


def _starts_with_key(node: Node) -> bool:
    """Whether a block mapping starts with its first key, and not with the `?` of an explicit one.

    YAML 1.2 section 8.2.2 has both.
    """
    entries = entries_of(node)
    return bool(entries.placed) and entries.head(0) == node.start
