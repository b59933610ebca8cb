"""JSON read and written whole by a serializer: the fast way for ordinary texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from specmend.document.tree.values import Tree, depth_exceeds
from specmend.limits import MAX_DEPTH

_INDENT: Final = re.compile(rb"[{\[]\n( +)\S")
_UNSURE: Final = re.compile(rb'"[ \t\r\n]+:|\\\\":')
"""White space before a colon, or a backslash that ends a string: names cannot be counted."""


@dataclass(frozen=True, slots=True)
class Serial:
    """What a text says, and its indentation where it is exactly what a serializer writes."""

    tree: Tree
    indent: int | None


def decode_json(data: bytes) -> Serial | None:
    """Read a text (RFC 8259); None where the exact reader must look.

    It must for a fault, a name that may stand twice, and nesting beyond the limit.
    """
    from msgspec import MsgspecError, json

    try:
        tree = json.decode(data)
        compact = json.encode(tree)
    except (MsgspecError, ValueError, OverflowError, RecursionError):
        return None
    indent = _indent(data, compact)
    if indent and not _is_deep(data, indent):
        return Serial(tree, indent)
    ordinary = indent or (not _UNSURE.search(data) and _names(data) == _names(compact))
    return Serial(tree, indent) if ordinary and not depth_exceeds(tree, MAX_DEPTH) else None


def encode_json(tree: Tree, indent: int) -> bytes | None:
    """Write a tree with so many spaces per level, read it again and compare.

    None where that does not give the tree back: it holds "not a number", or nests too deep.
    """
    from msgspec import MsgspecError, json

    try:
        compact = json.encode(tree)
        data = json.format(compact, indent=indent)
        again = json.decode(data)
        # Equal bytes tell 1 from 1.0 and from true, and the order of keys;
        # equal values tell null from not a number.
        exact = json.encode(again) == compact and again == tree and not _is_deep(data, indent)
    except (MsgspecError, ValueError, OverflowError, RecursionError):
        return None
    return data if exact else None


def _is_deep(data: bytes, indent: int) -> bool:
    """Whether a text may nest too deep, by its margins: strings of JSON hold no line breaks."""
    return b"\n" + b" " * (indent * MAX_DEPTH) in data


def _indent(data: bytes, compact: bytes) -> int | None:
    from msgspec import json

    found = _INDENT.match(data)
    indent = len(found[1]) if found else 0
    return (
        indent if indent and json.format(compact, indent=indent) == data.rstrip(b"\r\n") else None
    )


def _names(data: bytes) -> int:
    """How many names of members a text holds: quotes before a colon that are not escaped."""
    return data.count(b'":') - data.count(b'\\":')
