"""The values of a document whose type is not what OpenAPI has at their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.kinds import (
    DOCUMENT,
    UNKNOWN,
    Spot,
    is_stray_extension,
    spot_at,
    spot_below,
)
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
TEXT: Final = "a string"
FLAG: Final = "a boolean"

_SHAPES: Final = {"map": _OBJECT, "patterned": _OBJECT, "list": _LIST}
_KINDS: Final = {
    "text": TEXT,
    "word": TEXT,
    "flag": FLAG,
    "type": "a string or a list",
    "schema": "an object or a boolean",
}
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    _OBJECT: (dict,),
    _LIST: (list,),
    TEXT: (str,),
    FLAG: (bool,),
    "a string or a list": (str, list),
    "an object or a boolean": (dict, bool),
}

_ONE_TEXT: Final = Spot("one", "text")
_TEXTS: Final = Spot("list", "text")
_WORD: Final = Spot("one", "word")
_FLAG: Final = Spot("one", "flag")
_VALUE: Final = Spot("one", "value")
_WORDS: Final = {"summary": _WORD, "description": _WORD}

_FIELDS: Final[Mapping[str, Mapping[str, Spot]]] = {
    "document": {"info": Spot("one", "info"), "webhooks": UNKNOWN},
    "info": {"title": _ONE_TEXT, "version": _ONE_TEXT, "description": _WORD},
    "operation": {"operationId": _ONE_TEXT, "tags": _TEXTS, "deprecated": _FLAG, **_WORDS},
    "parameter": {
        "name": _ONE_TEXT,
        "in": _ONE_TEXT,
        "description": _WORD,
        "style": _WORD,
        **dict.fromkeys(("required", "deprecated", "explode", "allowReserved"), _FLAG),
    },
    "request body": {"description": _WORD, "required": _FLAG},
    "response": {"description": _WORD},
    "server": {"url": _ONE_TEXT},
    "tag": {"name": _ONE_TEXT},
    "schema": {
        **dict.fromkeys(("title", "description", "format", "pattern"), _WORD),
        "type": Spot("one", "type"),
        "enum": Spot("list", "value"),
    },
    "discriminator": {"propertyName": _ONE_TEXT, "mapping": Spot("map", "text")},
}
"""What the tables of kinds leave open, and a client is made of.

`required` of a schema is left out: upstreams write `true` there, as JSON Schema once had it."""

_UNREAD: Final = frozenset({"data", "unknown", "schema name", "example", "link", "callback", "xml"})
"""What no client is made of, or of what any value will do."""

_HEADER: Final = Spot("one", "header")
"""Only looked at from outside: no client reads what is in it."""

_MAY_BE_NULL: Final = ("word", "flag", "type", "value")
"""Fields of which null says no more than their absence, to all that reads them."""

_WITH_SIBLINGS: Final = ("path item", "schema")
"""Where what stands beside a reference counts; in OpenAPI 3.0 not in a schema (section 4.7.23)."""

_WITH_SIBLINGS_30: Final = ("path item",)


def misshapes(tree: Tree) -> Iterator[Misshape]:
    """The values whose type OpenAPI does not have at their place, in document order.

    What stands inside such a value is not looked at, nor what stands beside a reference and does
    not count there (OpenAPI 3.0.3 section 4.7.23, 3.1 section 4.8.23). Webhooks, examples, links
    and callbacks are left out: no client is made of them.
    """
    is_30 = isinstance(tree, dict) and str(tree.get("openapi")).startswith("3.0")
    counting = _WITH_SIBLINGS_30 if is_30 else _WITH_SIBLINGS
    todo: list[tuple[Address, Tree, Spot]] = [((), tree, DOCUMENT)]
    while todo:
        address, value, spot = todo.pop()
        if _fits(value, spot):
            todo += reversed(list(_below(address, value, spot, counting)))
        else:
            yield Misshape(address=address, value=value, expected=_expected(spot))


def _expected(spot: Spot) -> str:
    return _SHAPES.get(spot.shape) or _KINDS.get(spot.kind, _OBJECT)


def _fits(value: Tree, spot: Spot) -> bool:
    is_left_empty = value is None and spot.kind in _MAY_BE_NULL
    return is_left_empty or isinstance(value, _TYPES[_expected(spot)])


def _below(
    address: Address, value: Tree, spot: Spot, counting: Sequence[str]
) -> Iterator[tuple[Address, Tree, Spot]]:
    """The values inside a value that have a shape, each with its address and what belongs there."""
    if spot == _HEADER:
        return
    refers = spot.may_refer and isinstance(value, dict) and "$ref" in value
    alone = refers and spot.kind not in counting
    for token, child in _members(value):
        if isinstance(token, str) and _is_stray(address, spot, token, child):
            continue
        below = _spot(spot, token, refers=refers, alone=alone)
        if below.kind not in _UNREAD and below != _VALUE:
            yield (*address, token), child, below


def _is_stray(address: Address, spot: Spot, key: str, child: Tree) -> bool:
    """Whether a key is an extension among names, other than those of a schema."""
    in_schema = bool(address) and spot_at(address[:-1]).kind == "schema"
    return not in_schema and is_stray_extension(spot, key, child)


def _spot(spot: Spot, key: str | int, *, refers: bool, alone: bool) -> Spot:
    """What stands under a key or index.

    `refers` says that the object is a reference, `alone` that nothing beside it counts.
    """
    if key == "$ref" and refers:
        return _ONE_TEXT
    if alone:
        return UNKNOWN
    fields = _FIELDS.get(spot.kind, {}) if spot.shape == "one" else {}
    if isinstance(key, str) and key in fields:
        return fields[key]
    return spot_below(spot, key)


def _members(value: Tree) -> list[tuple[str | int, Tree]]:
    members: list[tuple[str | int, Tree]] = []
    if isinstance(value, dict):
        members += value.items()
    elif isinstance(value, list):
        members += enumerate(value)
    return members
