"""YAML text to nodes by the parser's own composer, three times as fast as event by event.

It reads ordinary texts: those without anchors, tags, merge keys and faults. The exact reader
reads any other.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.nodes import MappingNode, ScalarNode

from specmend.document.text.node import Entry, LazyNode, Node
from specmend.document.text.reading.core_schema import OLD_BREAKS, resolve
from specmend.document.tree.values import MISSING, Tree, identical
from specmend.errors import InternalError
from specmend.limits import MAX_DEPTH, MAX_NODES

_PROPERTIES: Final = (
    re.compile(r"&(?<![^\s\[{,:?-]&)[0-9A-Za-z_-]"),
    re.compile(r"!(?<![^\s\[{,:?-]!)(?!\S)"),
)
"""What may be an anchor or a tag without a name; the composer tells neither."""


def compose_yaml(text: str, said: Tree = MISSING) -> Node | None:
    """The nodes of an ordinary text, or None; children are placed when they are asked for.

    `said` is what the text says, where that is known: it becomes the value of the nodes itself.
    """
    try:
        root = _compose(text)
        return root and _node(text, root, _value(root) if said is MISSING else said)
    except (yaml.YAMLError, _NotOrdinary, ValueError):
        return None


def place_said(text: str, tree: Tree) -> Node | None:
    """The nodes of an ordinary text that says exactly a tree, in its order of keys; else None."""
    try:
        root = _compose(text)
        return root and (_node(text, root, tree) if identical(_value(root), tree) else None)
    except (yaml.YAMLError, _NotOrdinary, ValueError):
        return None


def block_scalar_end(text: str, start: int, end: int) -> int:
    """Offset before the line break of a block scalar's last line.

    The parser goes on past the blank lines that follow; they belong to the scalar only with `+`.
    """
    written = text[start:end]
    if "+" in written[:3]:
        kept = written.rstrip(" \t")
        return start + len(kept.removesuffix("\n").removesuffix("\r"))
    last = start + len(written.rstrip())
    found = text.find("\n", last, end)
    return (end if found < 0 else found) - (text[found - 1] == "\r")


def _compose(text: str) -> Any:
    """The root that the parser composes; None for what is not ordinary, which it may raise too."""
    if _may_hold_too_many(text) or (
        not text.isascii() and any(character in text for character in OLD_BREAKS)
    ):
        return None
    root = _Composer(text).get_single_node()
    if root is None or any(
        _starts_at(root, found.start()) for p in _PROPERTIES for found in p.finditer(text)
    ):
        return None
    return root


def _may_hold_too_many(text: str) -> bool:
    """Whether there may be more nodes than the limit, by the characters that come with them."""
    return len(text) > MAX_NODES and 2 * text.count(":") + sum(map(text.count, "?,-[{")) > MAX_NODES


class _NotOrdinary(InternalError):
    pass


class _Composer(CParser):
    """The composer, counting how deep it is, and giving no tags of its own."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0

    def descend_resolver(self, _parent: Any, _index: Any) -> None:
        self.depth += 1
        # The exact reader knows whether it is a scalar, which may stand there.
        if self.depth > MAX_DEPTH:
            raise _NotOrdinary

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> None:
        """Give no tag, so that those that are written out stand alone."""


def _starts_at(node: Any, offset: int) -> bool:
    """Whether a node starts at an offset, as one does at the first anchor of a text."""
    while node.start_mark.index != offset:
        if node.__class__ is ScalarNode:
            return False
        children = (
            [n for pair in node.value for n in pair]
            if node.__class__ is MappingNode
            else node.value
        )
        before = [child for child in children if child.start_mark.index <= offset]
        if not before:
            return False
        node = before[-1]
    return True


def _value(node: Any) -> Tree:
    """The plain data of a composed node; raises _NotOrdinary for what is not ordinary."""
    if node.tag is not None:
        raise _NotOrdinary
    if node.__class__ is ScalarNode:
        return node.value if node.style else resolve(node.value)
    if node.__class__ is not MappingNode:
        return [_value(member) for member in node.value]
    made: dict[str, Tree] = {}
    for key, value in node.value:
        if (
            key.__class__ is not ScalarNode
            or key.tag is not None
            or (key.value == "<<" and not key.style)
        ):
            raise _NotOrdinary
        # As above, without a call: most values are scalars.
        if value.__class__ is ScalarNode and value.tag is None:
            made[key.value] = value.value if value.style else resolve(value.value)
        else:
            made[key.value] = _value(value)
    if len(made) != len(node.value):
        raise _NotOrdinary
    return made


def _node(text: str, composed: Any, value: Tree) -> Node:
    start = composed.start_mark.index
    if composed.__class__ is ScalarNode:
        end, style = composed.end_mark.index, composed.style or ""
        if style in {"|", ">"}:
            end = block_scalar_end(text, start, end)
        return Node("scalar", value, start, start, end, style=style)
    return LazyNode(
        "mapping" if composed.__class__ is MappingNode else "sequence",
        value,
        start,
        start,
        _end(text, composed),
        flow=bool(composed.flow_style),
        expand=lambda node: _entries(text, composed, node.value),
    )


def _end(text: str, composed: Any) -> int:
    """Where a collection ends: its bracket, or the end of its last child."""
    while composed.__class__ is not ScalarNode and not composed.flow_style:
        if not composed.value:
            return int(composed.start_mark.index)
        last = composed.value[-1]
        composed = last[1] if composed.__class__ is MappingNode else last
    end = int(composed.end_mark.index)
    if composed.__class__ is ScalarNode and composed.style in {"|", ">"}:
        return block_scalar_end(text, composed.start_mark.index, end)
    return end


def _entries(text: str, composed: Any, value: Tree) -> list[Entry]:
    if isinstance(value, list):
        pairs = zip(composed.value, value, strict=True)
        return [
            Entry(index, None, _node(text, member, made))
            for index, (member, made) in enumerate(pairs)
        ]
    return [
        Entry(key.value, _key(key), _node(text, member, value[key.value]))
        for key, member in composed.value
    ]


def _key(key: Any) -> Node:
    start = key.start_mark.index
    name = key.value if key.style else resolve(key.value)
    return Node("scalar", name, start, start, key.end_mark.index, style=key.style or "")
