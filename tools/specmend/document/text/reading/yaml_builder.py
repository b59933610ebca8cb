"""Events of a YAML parser folded into nodes, with every problem that they have."""

from __future__ import annotations

import re
from typing import Any, Final

from yaml import events as ev

from specmend.document.text.node import Entry, Node
from specmend.document.text.positions import Positions
from specmend.document.text.reading.core_schema import resolve
from specmend.document.text.reading.yaml_fast import block_scalar_end
from specmend.errors import Problem
from specmend.limits import DEPTH, MAX_DEPTH, MAX_NODES, NODES, exceeded

_TAGS: Final = "tag:yaml.org,2002:"
_PROPERTY: Final = re.compile(r"\S+(\s+(#[^\n]*)?)*")


class Builder:
    """Folds parser events into nodes without recursion, so that our limit of depth holds."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.offset = 0
        self._positions = Positions(text)
        self._open: list[Collection] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0

    def take(self, event: Any) -> None:
        """Take the next event of the text."""
        self.offset = event.start_mark.index
        if isinstance(event, ev.ScalarEvent):
            self.add(self._scalar(event), 1)
        elif isinstance(event, ev.MappingStartEvent | ev.SequenceStartEvent):
            self._begin(event)
        elif isinstance(event, ev.CollectionEndEvent):
            self._finish(event)
        elif isinstance(event, ev.AliasEvent):
            self.alias(event)
        elif isinstance(event, ev.DocumentStartEvent) and self.root is not None:
            self.fault(self.offset, "a second document starts here", "keep one document per file")

    def fault(self, offset: int, message: str, advice: str, found: str = "") -> None:
        """Keep a problem at an offset of the text."""
        line, column = self._positions.position(offset)
        self.problems.append(
            Problem(
                message=message,
                file=self.name,
                line=line,
                column=column,
                found=found,
                advice=advice,
            )
        )

    def _scalar(self, event: Any) -> Node:
        outer, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        start = min(self._after_properties(event, outer), end)
        if style in {"|", ">"}:
            end = block_scalar_end(self.text, start, end)
        value: Any = event.value
        try:
            if event.tag is not None:
                value = _tagged(event.tag, value)
            elif not style:
                value = resolve(value)
        except ValueError:
            self.fault(
                start,
                f"{value[:20]!r}... is not a number that can be read",
                "quote it to make it a string",
            )
        return Node(
            "scalar",
            value,
            outer,
            start,
            end,
            style=style,
            anchor=event.anchor or "",
            tag=event.tag or "",
        )

    def _begin(self, event: Any) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise exceeded(DEPTH)
        outer = event.start_mark.index
        mapping = isinstance(event, ev.MappingStartEvent)
        node = Node(
            "mapping" if mapping else "sequence",
            {} if mapping else [],
            outer,
            self._after_properties(event, outer),
            outer,
            flow=bool(event.flow_style),
            anchor=event.anchor or "",
            tag=event.tag or "",
            children=[],
        )
        self._open.append(Collection(node))

    def _finish(self, event: Any) -> None:
        done = self._open.pop()
        node = done.node
        if node.flow:
            node.end = event.end_mark.index
        else:
            node.end = node.entries[-1].value.end if node.entries else node.start
        if done.merge is not None:
            node.merges = True
            # Keys of the mapping itself win, then those of the first that is merged.
            layers = [*reversed(done.merge), dict(node.value)]
            node.value.clear()
            for layer in layers:
                node.value.update(layer)
        self.add(node, done.weight)

    def alias(self, event: Any) -> None:
        """Add what an alias stands for."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor not in self._anchors:
            self.fault(
                start, f"alias *{event.anchor} has no anchor before it", "define the anchor first"
            )
            self.add(Node("scalar", None, start, start, end), 1)
            return
        target, weight = self._anchors[event.anchor]
        self.add(Node("alias", target.value, start, start, end, anchor=event.anchor), weight)

    def add(self, node: Node, weight: int) -> None:
        """Add a finished node to the collection that is open; its weight is the nodes in it."""
        self._nodes += weight
        if self._nodes > MAX_NODES:
            raise exceeded(NODES)
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

    def _fault_twice(self, name: str, first: Node, second: Node) -> None:
        line, column = self._positions.position(first.start)
        message = f"the key '{name}' is written twice in one mapping, first at {line}:{column}"
        self.fault(second.start, message, "keep one of the two")

    def _pair(self, parent: Collection, key: Node, node: Node) -> None:
        if key.kind != "scalar":
            self.fault(key.start, "a key must be a scalar", "write it as a plain or quoted string")
            return
        name = key.value if isinstance(key.value, str) else self.text[key.start : key.end]
        merge = name == "<<" and not key.style
        if name in parent.node.value or (merge and parent.merge is not None):
            first = next(entry for entry in parent.node.entries if entry.name == name)
            self._fault_twice(name, first.key or key, key)
            return
        parent.node.entries.append(Entry(name, key, node))
        if merge:
            self.merge(parent, node)
        else:
            parent.node.value[name] = node.value

    def merge(self, parent: Collection, node: Node) -> None:
        """Note what the merge key of a mapping brings in."""
        parent.merge = node.value if isinstance(node.value, list) else [node.value]
        if not all(isinstance(merged, dict) for merged in parent.merge):
            self.fault(
                node.start,
                "only mappings can be merged",
                "let << name a mapping, or a list of mappings",
            )
            parent.merge = []

    def _after_properties(self, event: Any, offset: int) -> int:
        """Offset of the value itself, past its anchor and tag and any comment between."""
        for _ in range((event.anchor is not None) + (event.tag is not None)):
            found = _PROPERTY.match(self.text, offset)
            offset = found.end() if found else offset
        return offset


class Collection:
    """A collection whose end has not come yet."""

    __slots__ = ("key", "merge", "node", "weight")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: Node | None = None
        self.merge: list[dict[str, Any]] | None = None
        self.weight = 1


def _tagged(tag: str, value: str) -> Any:
    if tag in {f"{_TAGS}str", "!"}:
        return value
    if tag == f"{_TAGS}float":
        return float(resolve(value) or 0)
    return resolve(value) if tag.startswith(_TAGS) else value
