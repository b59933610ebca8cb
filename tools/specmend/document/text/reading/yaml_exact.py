"""YAML text to nodes: values by the core schema of YAML 1.2, with the place of each in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml import events as ev
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from specmend.document.text.node import Entry, Node
from specmend.document.text.positions import Positions
from specmend.document.text.reading.core_schema import OLD_BREAKS, resolve
from specmend.document.text.reading.yaml_fast import block_scalar_end, compose_yaml
from specmend.document.tree.values import Tree
from specmend.errors import LimitExceeded, Problem
from specmend.limits import DEPTH, MAX_DEPTH, MAX_NODES, NODES, exceeded

_TAGS: Final = "tag:yaml.org,2002:"
_PROPERTY = re.compile(r"\S+(\s+(#[^\n]*)?)*")


def read_yaml(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document; a node tree, or every problem that was found.

    Duplicate keys, keys that are not scalars, undefined aliases and a second document are problems.
    """
    root = compose_yaml(text)
    return read_by_events(text, name) if root is None else (root, [])


def place_yaml(text: str, said: Tree) -> Node:
    """The nodes of a text that was found to say a tree; raises ValueError for any other text."""
    # The composer knows no anchors, tags and merge keys; the exact reader knows them all.
    root = compose_yaml(text, said)
    if root is None:
        root, _ = read_by_events(text, "")
    if root is None:
        raise ValueError("the text is no document")
    return root


def read_by_events(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """The same for any text, event by event; slower, and exact about everything."""
    builder = _Builder(text, name)
    stand_ins = _stand_ins(text)
    try:
        for event in _events(text.translate(stand_ins) if stand_ins else text):
            builder.take(_restored(event, stand_ins) if stand_ins else event)
    except yaml.MarkedYAMLError as error:
        _report_syntax(builder, error)
    except yaml.reader.ReaderError as error:
        # The parser counts bytes.
        at = len(text.encode()[: error.position].decode(errors="ignore"))
        builder.fault(
            at, f"the character U+{ord(text[at]):04X} is not allowed in YAML", "remove it"
        )
    except LimitExceeded as error:
        builder.fault(builder.offset, str(error), error.advice)
    return (None if builder.problems else builder.root), builder.problems


def _report_syntax(builder: _Builder, error: yaml.MarkedYAMLError) -> None:
    mark = error.problem_mark or error.context_mark
    at = mark.index if mark else len(builder.text)
    if _flow_depth(builder.text[:at]) > MAX_DEPTH:
        # The scanner reads ahead and has its own limit: the builder may never get there.
        limit = exceeded(DEPTH)
        builder.fault(at, str(limit), limit.advice)
        return
    if builder.text[at : at + 1] == "\t":
        builder.fault(at, "a tab stands where YAML has spaces", "indent this line with spaces")
        return
    message = f"this is not YAML: {error.problem}"
    builder.fault(at, message, "mend the syntax here", error.context or "")


def _flow_depth(text: str) -> int:
    """How many brackets are open at the end of a text."""
    return sum(map(text.count, "[{")) - sum(map(text.count, "]}"))


class _Builder:
    """Folds parser events into nodes without recursion, so that our limit of depth holds."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.offset = 0
        self._positions = Positions(text)
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

    def fault(self, offset: int, message: str, advice: str, found: str = "") -> None:
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
        self._open.append(_Collection(node))

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
        self._add(node, done.weight)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor not in self._anchors:
            self.fault(
                start, f"alias *{event.anchor} has no anchor before it", "define the anchor first"
            )
            self._add(Node("scalar", None, start, start, end), 1)
            return
        target, weight = self._anchors[event.anchor]
        self._add(Node("alias", target.value, start, start, end, anchor=event.anchor), weight)

    def _add(self, node: Node, weight: int) -> None:
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

    def _pair(self, parent: _Collection, key: Node, node: Node) -> None:
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
            self._merge(parent, node)
        else:
            parent.node.value[name] = node.value

    def _merge(self, parent: _Collection, node: Node) -> None:
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


class _Collection:
    __slots__ = ("key", "merge", "node", "weight")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: Node | None = None
        self.merge: list[dict[str, Any]] | None = None
        self.weight = 1


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


def _tagged(tag: str, value: str) -> Any:
    if tag in {f"{_TAGS}str", "!"}:
        return value
    if tag == f"{_TAGS}float":
        return float(resolve(value) or 0)
    return resolve(value) if tag.startswith(_TAGS) else value


def _stand_ins(text: str) -> dict[int, int]:
    """Private characters that stand for the old line breaks, where the text has any."""
    if text.isascii() or not any(character in text for character in OLD_BREAKS):
        return {}
    unused = (code for code in range(0xE000, 0xF900) if chr(code) not in text)
    return dict(zip(map(ord, OLD_BREAKS), unused, strict=False))


def _restored(event: Any, stand_ins: dict[int, int]) -> Any:
    if isinstance(event, ev.ScalarEvent):
        event.value = event.value.translate({private: code for code, private in stand_ins.items()})
    return event
