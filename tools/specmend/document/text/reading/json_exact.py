"""JSON text to nodes (RFC 8259), never by a YAML parser; children are placed when asked for."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from specmend.document.text.node import Entry, Kind, Node
from specmend.document.text.positions import Positions
from specmend.document.tree.values import Tree, depth_exceeds
from specmend.errors import InternalError, LimitExceeded, Problem
from specmend.limits import DEPTH, MAX_DEPTH, exceeded

_SPACE = re.compile(r"[ \t\r\n]*")


def read_json(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Read one JSON document; a node tree, or every problem that was found.

    Duplicate names, NaN and Infinity are problems (RFC 8259 sections 4 and 6).
    """
    pairs, positions = _Pairs(), Positions(text)
    try:
        value = json.loads(text, object_pairs_hook=pairs.take, parse_constant=_refuse_constant)
        _refuse_depth(value)
    except json.JSONDecodeError as error:
        return None, [
            _problem(
                positions, name, error.pos, f"this is not JSON: {error.msg}", "mend the syntax here"
            )
        ]
    except _Constant as error:
        at = _place_of_constant(text, str(error))
        return None, [
            _problem(positions, name, at, f"{error} is not a JSON value", "write a number, or null")
        ]
    except (RecursionError, LimitExceeded):
        refusal = exceeded(DEPTH)
        return None, [_problem(positions, name, 0, str(refusal), refusal.advice)]
    except ValueError as error:
        return None, [
            _problem(
                positions, name, 0, f"a number cannot be read: {error}", "shorten it, or quote it"
            )
        ]
    root = place_json(text, value)
    return (root, []) if not pairs.duplicates else (None, _duplicates(text, name, root))


def place_json(text: str, value: Tree) -> Node:
    """The root node of a text that says a value; raises nothing for a text that was read before.

    Each character of the text may be a byte of UTF-8 instead: then the offsets count bytes.
    """
    end = len(text)
    while text[end - 1] in " \t\r\n":
        end -= 1
    return _node(text, value, _skip(text, 0), end)


def _refuse_depth(value: Tree) -> None:
    if depth_exceeds(value, MAX_DEPTH):
        raise exceeded(DEPTH)


class _Pairs:
    """Builds each object and notices a name that stands in it twice."""

    def __init__(self) -> None:
        self.duplicates = False

    def take(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) != len(pairs):
            self.duplicates = True
        return made


class _Constant(InternalError):
    pass


def _refuse_constant(word: str) -> Any:
    raise _Constant(word)


def _place_of_constant(text: str, constant: str) -> int:
    """Offset of the first occurrence outside strings."""
    tokens = re.finditer(rf'"(?:[^"\\]|\\.)*"|{constant}', text)
    return next((token.start() for token in tokens if token[0] == constant), 0)


def _node(text: str, value: Any, start: int, end: int) -> Node:
    if isinstance(value, dict | list):
        kind: Kind = "mapping" if isinstance(value, dict) else "sequence"

        def expand(node: Node) -> list[Entry]:
            return _expand(text, node)

        return Node(kind, value, start, start, end, flow=True, expand=expand)
    return Node("scalar", value, start, start, end, style='"' if isinstance(value, str) else "")


def _expand(text: str, node: Node) -> list[Entry]:
    """Place the direct children of a collection."""
    try:
        return _by_layout(text, node)
    except (_NotLaidOut, ValueError, IndexError, StopIteration):
        return _by_decoding(text, node)


class _NotLaidOut(InternalError):
    pass


def _by_layout(text: str, node: Node) -> list[Entry]:
    """The children, where collections close on a line indented as the one they open on.

    Raises _NotLaidOut, or what the scanners raise, when they differ from the node's value.
    """
    entries: list[Entry] = []
    scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
    at = _skip(text, node.start + 1)
    for name, value in (
        node.value.items() if isinstance(node.value, dict) else enumerate(node.value)
    ):
        key: Node | None = None
        if isinstance(name, str):
            found, end = scanstring(text, at + 1)
            written = text[at:end]
            key = Node("scalar", name, at, at, end, style='"')
            at = _skip(text, _skip(text, end) + 1)
            if found != name and not _is_in_bytes(written, name):
                raise _NotLaidOut
        end = (
            _closing_line(text, at)
            if value and isinstance(value, dict | list)
            else scan(text, at)[1]
        )
        entries.append(Entry(name, key, _node(text, value, at, end)))
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
    if text[at] not in "}]" or at + 1 != node.end:
        raise _NotLaidOut
    return entries


def _closing_line(text: str, at: int) -> int:
    """Where the collection that opens at an offset ends; strings of JSON hold no line breaks."""
    if text[at + 1] not in "\r\n":
        raise _NotLaidOut
    start = text.rfind("\n", 0, at) + 1
    margin = text[start : _skip(text, start)]
    closing = f"\n{margin}{'}' if text[at] == '{' else ']'}"
    found = text.find(closing, at)
    if found < 0:
        raise _NotLaidOut
    return found + len(closing)


def _by_decoding(text: str, node: Node) -> list[Entry]:
    """The children in any layout: each is decoded anew to find its end."""
    entries: list[Entry] = []
    decoder = json.JSONDecoder()
    at = _skip(text, node.start + 1)
    while text[at] not in "}]":
        key: Node | None = None
        name: str | int = len(entries)
        if isinstance(node.value, dict):
            found, end = scanstring(text, at + 1)
            name = found if found in node.value else _of_bytes(text[at:end], found)
            key = Node("scalar", name, at, at, end, style='"')
            at = _skip(text, _skip(text, end) + 1)
        decoded, end = decoder.raw_decode(text, at)
        entries.append(Entry(name, key, _node(text, _kept(node.value, name, decoded), at, end)))
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return entries


def _is_in_bytes(written: str, name: str) -> bool:
    """Whether a name stands in a text of which each character is a byte of UTF-8."""
    return not name.isascii() and _of_bytes(written, "") == name


def _of_bytes(written: str, found: str) -> str:
    """The name that the bytes of a text spell; what was found where they spell none."""
    try:
        return scanstring(written.encode("latin-1").decode(), 1)[0]  # type: ignore[no-any-return]
    except UnicodeError:
        return found


def _kept(parent: Any, name: str | int, decoded: Any) -> Any:
    """The value of the first decoding, so that identity tells what is untouched.

    It is another value, or missing, only where a name is written twice.
    """
    try:
        kept = parent[name]
    except (KeyError, IndexError):
        return decoded
    return kept if type(kept) is type(decoded) else decoded


def _duplicates(text: str, name: str, root: Node) -> list[Problem]:
    problems: list[Problem] = []
    positions = Positions(text)
    todo = [root]
    while todo:
        seen: dict[str | int, int] = {}
        for entry in todo.pop().entries:
            if entry.name in seen and entry.key:
                line, column = positions.position(seen[entry.name])
                where = f"{line}:{column}"
                message = (
                    f"the name '{entry.name}' is written twice in one object, first at {where}"
                )
                problems.append(
                    _problem(positions, name, entry.key.start, message, "keep one of the two")
                )
            if entry.key:
                seen.setdefault(entry.name, entry.key.start)
            if entry.value.kind != "scalar":
                todo.append(entry.value)
    return sorted(problems, key=lambda p: (p.line, p.column))


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _problem(positions: Positions, name: str, offset: int, message: str, advice: str) -> Problem:
    line, column = positions.position(offset)
    return Problem(message=message, file=name, line=line, column=column, advice=advice)
