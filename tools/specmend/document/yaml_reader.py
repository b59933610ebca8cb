"""YAML text to nodes: values by the core schema of YAML 1.2, with the place of each in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml import events as ev
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from specmend.document.core_schema import resolve
from specmend.document.limits import MAX_DEPTH, MAX_NODES, TooLarge
from specmend.document.node import Entry, Node
from specmend.errors import Problem

_TAGS: Final = "tag:yaml.org,2002:"


def read_yaml(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document; a node tree, or every problem that was found.

    Duplicate keys, keys that are not scalars, undefined aliases and a second document are problems.
    """
    builder = _Builder(text, name)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(error, name))
    except yaml.reader.ReaderError as error:
        builder.fault(int(error.position), f"character {error.character!r} is not allowed in YAML", "remove it")
    except TooLarge as error:
        builder.fault(builder.offset, str(error), error.advice)
    return (None if builder.problems else builder.root), builder.problems


class _Builder:
    """Folds parser events into nodes without recursion, so that depth is limited by us and not by the stack."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.offset = 0
        self._open: list[_Collection] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0

    def take(self, event: Any) -> None:
        self.offset = event.start_mark.index
        if isinstance(event, ev.ScalarEvent):
            self._add(self._scalar(event), 1)
        elif isinstance(event, ev.MappingStartEvent | ev.SequenceStartEvent):
            self._begin(event)
        elif isinstance(event, ev.CollectionEndEvent):
            self._finish(event)
        elif isinstance(event, ev.AliasEvent):
            self._alias(event)
        elif isinstance(event, ev.DocumentStartEvent) and self.root is not None:
            self.fault(self.offset, "a second document starts here", "keep one document per file")

    def fault(self, offset: int, message: str, advice: str) -> None:
        line = self.text.count("\n", 0, offset) + 1
        column = offset - self.text.rfind("\n", 0, offset)
        self.problems.append(Problem(message=message, file=self.name, line=line, column=column, advice=advice))

    def _scalar(self, event: Any) -> Node:
        outer, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        start = self._after_properties(event, outer)
        if style in {"|", ">"}:
            end = self._block_scalar_end(start, end)
        value: Any = event.value
        if not style and event.tag is None:
            value = resolve(value)
        elif event.tag is not None:
            value = _tagged(event.tag, value)
        return Node("scalar", value, outer, start, end, style=style, anchor=event.anchor or "", tag=event.tag or "")

    def _begin(self, event: Any) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise TooLarge("depth", MAX_DEPTH)
        outer = event.start_mark.index
        mapping = isinstance(event, ev.MappingStartEvent)
        node = Node(
            "mapping" if mapping else "sequence", {} if mapping else [], outer,
            self._after_properties(event, outer), outer,
            flow=bool(event.flow_style), anchor=event.anchor or "", tag=event.tag or "", children=[],
        )  # fmt: skip
        self._open.append(_Collection(node))

    def _finish(self, event: Any) -> None:
        done = self._open.pop()
        node = done.node
        if node.flow:
            node.end = event.end_mark.index
        else:
            node.end = node.entries[-1].value.end if node.entries else node.start
        for merged in done.merges:
            node.merges = True
            for key, value in merged.items():
                node.value.setdefault(key, value)
        self._add(node, done.weight)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor not in self._anchors:
            self.fault(start, f"alias *{event.anchor} has no anchor before it", "define the anchor first")
            return
        target, weight = self._anchors[event.anchor]
        self._add(Node("alias", target.value, start, start, end, anchor=event.anchor), weight)

    def _add(self, node: Node, weight: int) -> None:
        self._nodes += weight
        if self._nodes > MAX_NODES:
            raise TooLarge("nodes", MAX_NODES)
        if node.anchor and node.kind != "alias":
            self._anchors[node.anchor] = (node, weight)
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.weight += weight
        if parent.node.kind == "sequence":
            parent.node.entries.append(Entry(len(parent.node.value), None, node))
            parent.node.value.append(node.value)
        elif parent.key is None:
            parent.key = node
        else:
            self._pair(parent, parent.key, node)
            parent.key = None

    def _pair(self, parent: _Collection, key: Node, node: Node) -> None:
        if key.kind != "scalar":
            self.fault(key.start, "a key must be a scalar", "write it as a plain or quoted string")
            return
        name = key.value if isinstance(key.value, str) else self.text[key.start : key.end]
        if name == "<<" and not key.style:
            parent.merges += node.value if isinstance(node.value, list) else [node.value]
            parent.node.entries.append(Entry(name, key, node))
            return
        if name in parent.node.value:
            self.fault(key.start, f"the key {name!r} is written twice in one mapping", "keep one of the two")
            return
        parent.node.entries.append(Entry(name, key, node))
        parent.node.value[name] = node.value

    def _after_properties(self, event: Any, offset: int) -> int:
        """Offset of the value itself, past its anchor and tag."""
        for _ in range((event.anchor is not None) + (event.tag is not None)):
            while offset < len(self.text) and not self.text[offset].isspace():
                offset += 1
            while offset < len(self.text) and self.text[offset].isspace():
                offset += 1
        return offset

    def _block_scalar_end(self, start: int, end: int) -> int:
        """The parser ends a block scalar after the blank lines that follow it; they belong to it only with `+`."""
        if "+" in self.text[start : start + 3]:
            return end
        return start + len(self.text[start:end].rstrip())


class _Collection:
    __slots__ = ("key", "merges", "node", "weight")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: Node | None = None
        self.merges: list[dict[str, Any]] = []
        self.weight = 1


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def _tagged(tag: str, value: str) -> Any:
    if tag in {f"{_TAGS}str", "!"}:
        return value
    if tag.startswith(_TAGS):
        return resolve(value)
    return value


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    return Problem(
        message=f"this is not YAML: {error.problem or error.context}",
        file=name,
        line=mark.line + 1 if mark else 0,
        column=mark.column + 1 if mark else 0,
        found=error.context or "",
        advice="mend the syntax at this place",
    )
