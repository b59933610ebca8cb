"""What stands where in an OpenAPI document, by a table of its own; references are not followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

Tree = dict[str, Any]
Address = tuple[Any, ...]

_SCHEMA: Final = {
    "properties": "{schema",
    "patternProperties": "{schema",
    "$defs": "{schema",
    "items": "schema",
    "additionalProperties": "schema",
    "not": "schema",
    "allOf": "[schema",
    "anyOf": "[schema",
    "oneOf": "[schema",
}
_PARAMETER: Final = {"schema": "schema", "content": "{media"}
_TABLE: Final[dict[str, dict[str, str]]] = {
    "root": {
        "info": "info",
        "servers": "[server",
        "tags": "[tag",
        "security": "[requirement",
        "paths": "{path",
        "webhooks": "{path",
        "components": "components",
    },
    "components": {
        "schemas": "{schema",
        "parameters": "{parameter",
        "headers": "{header",
        "responses": "{response",
        "requestBodies": "{body",
    },
    "path": {
        "parameters": "[parameter",
        "servers": "[server",
        **dict.fromkeys(("get", "put", "post", "delete", "patch", "query"), "operation"),
    },
    "operation": {
        "parameters": "[parameter",
        "requestBody": "body",
        "responses": "{response",
        "servers": "[server",
        "security": "[requirement",
    },
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "body": {"content": "{media"},
    "response": {"content": "{media", "headers": "{header"},
    "media": {"schema": "schema"},
    "schema": _SCHEMA,
}


@dataclass(frozen=True, eq=False)
class Node:
    """An object of the standard: its kind, where it stands, and what holds it under which key."""

    kind: str
    address: Address
    holder: Any
    key: Any
    value: Any

    @property
    def is_reference(self) -> bool:
        """Whether it only leads to another one."""
        return "$ref" in self.value


def nodes(tree: Tree) -> list[Node]:
    """Every object of the standard in a document, from the top down."""
    return list(_below("root", tree, ()))


def _below(kind: str, value: Tree, address: Address) -> Iterator[Node]:
    for key, said in _TABLE.get(kind, {}).items():
        if key not in value:
            continue
        inner = value[key]
        place = (*address, key)
        if said[0] == "{":
            for name in inner:
                yield from _node(said[1:], inner, name, (*place, name))
        elif said[0] == "[":
            for index in range(len(inner)):
                yield from _node(said[1:], inner, index, (*place, index))
        else:
            yield from _node(said, value, key, place)


def _node(kind: str, holder: Any, key: Any, address: Address) -> Iterator[Node]:
    value = holder[key]
    if isinstance(value, dict):
        yield Node(kind, address, holder, key, value)
        yield from _below(kind, value, address)


def places(tree: Any, address: Address = ()) -> Iterator[tuple[Address, Any]]:
    """Every place of any tree with its value."""
    yield address, tree
    members: Any = ()
    if isinstance(tree, dict):
        members = tree.items()
    elif isinstance(tree, list):
        members = enumerate(tree)
    for key, value in members:
        yield from places(value, (*address, key))


def where(tree: Any, wanted: Any) -> Address | None:
    """The address of an object, told by identity."""
    for address, value in places(tree):
        if value is wanted:
            return address
    return None


def at(tree: Any, address: Address) -> Any:
    """The value at an address that is there."""
    for token in address:
        tree = tree[token]
    return tree


def pointer(address: Address) -> str:
    """An address as a reference within the document."""
    escaped = (str(token).replace("~", "~0").replace("/", "~1") for token in address)
    return "#/" + "/".join(token.replace("{", "%7B").replace("}", "%7D") for token in escaped)


def users(tree: Any, reference: str) -> list[Any]:
    """Every object that refers to a place."""
    return [
        value
        for _, value in places(tree)
        if isinstance(value, dict) and value.get("$ref") == reference
    ]


def fitting(tree: Tree, kind: str, room: str) -> list[Node]:
    """Every schema of the components or of their properties, or parameter or answer of operations.

    `room` is the word that holds them: `schemas`, `properties`, `parameters` or `responses`.
    """
    depth = 3 if room == "schemas" else 5
    first = "components" if kind == "schema" else "paths"
    return [
        node
        for node in nodes(tree)
        if node.kind == kind
        and len(node.address) == depth
        and node.address[0] == first
        and node.address[-2] == room
    ]


def path_of(address: Address) -> str:
    """An address as a normalized JSONPath."""
    tokens = (f"[{t}]" if isinstance(t, int) else f"['{t}']" for t in address)
    return "$" + "".join(tokens)
