"""The values of a document whose type is not what OpenAPI has at their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.kinds import DOCUMENT, UNKNOWN, Spot, spot_below
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class Misshape:
    """A value of the wrong type: where it stands, what it is, and what it should be."""

    address: Address
    value: Tree
    expected: str


_OBJECT: Final = "an object"
_LIST: Final = "a list"
_TEXT: Final = "a string"
_SCHEMA: Final = "an object or a boolean"

_ONE_TEXT: Final = Spot("one", "text")
_TEXTS_IN_LIST: Final = Spot("list", "text")
_WITH_SIBLINGS: Final = ("path item", "schema")
"""Where what stands beside a reference counts."""

_TEXTS: Final[Mapping[str, Mapping[str, Spot]]] = {
    "operation": {"operationId": _ONE_TEXT, "tags": _TEXTS_IN_LIST},
    "parameter": {"name": _ONE_TEXT, "in": _ONE_TEXT},
    "server": {"url": _ONE_TEXT},
    "tag": {"name": _ONE_TEXT},
}
"""The texts that say what a client is called and what it sends, by the object they stand in."""

_UNREAD: Final = frozenset({"data", "unknown", "schema name", "example", "link", "callback", "xml"})
"""What no client is made of, or of what any value will do."""

_EXPECTED: Final = {"map": _OBJECT, "patterned": _OBJECT, "list": _LIST}


def misshapes(tree: Tree) -> Iterator[Misshape]:
    """The values whose type OpenAPI does not have at their place, in document order.

    What stands inside such a value is not looked at, nor what stands beside a reference and does
    not count there (OpenAPI 3.1 section 4.8.23). Webhooks, examples, links and callbacks are left
    out: no client is made of them.
    """
    todo: list[tuple[Address, Tree, Spot]] = [((), tree, DOCUMENT)]
    while todo:
        address, value, spot = todo.pop()
        expected = _expected(spot)
        if _is(value, expected):
            todo += reversed(list(_below(address, value, spot)))
        else:
            yield Misshape(address=address, value=value, expected=expected)


def _expected(spot: Spot) -> str:
    if spot.shape in _EXPECTED:
        return _EXPECTED[spot.shape]
    return {"text": _TEXT, "schema": _SCHEMA}.get(spot.kind, _OBJECT)


def _is(value: Tree, expected: str) -> bool:
    if expected == _TEXT:
        return isinstance(value, str)
    if expected == _LIST:
        return isinstance(value, list)
    return isinstance(value, dict) or (expected == _SCHEMA and isinstance(value, bool))


def _below(address: Address, value: Tree, spot: Spot) -> Iterator[tuple[Address, Tree, Spot]]:
    """The values inside a value that have a shape, each with its address and what belongs there."""
    refers = spot.may_refer and isinstance(value, dict) and "$ref" in value
    for token, child in _members(value):
        below = _spot(spot, token, refers=refers)
        if below.kind not in _UNREAD:
            yield (*address, token), child, below


def _spot(spot: Spot, key: str | int, *, refers: bool) -> Spot:
    """What stands under a key or index; `refers` says that the object is a reference."""
    if key == "$ref" and refers:
        return _ONE_TEXT
    if refers and spot.kind not in _WITH_SIBLINGS:
        return UNKNOWN
    if spot == _TEXTS_IN_LIST:
        return _ONE_TEXT
    if spot == DOCUMENT and key == "webhooks":
        return UNKNOWN
    if spot.shape == "one" and isinstance(key, str) and key in _TEXTS.get(spot.kind, {}):
        return _TEXTS[spot.kind][key]
    return spot_below(spot, key)


def _members(value: Tree) -> list[tuple[str | int, Tree]]:
    members: list[tuple[str | int, Tree]] = []
    if isinstance(value, dict):
        members += value.items()
    elif isinstance(value, list):
        members += enumerate(value)
    return members
