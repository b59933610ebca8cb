"""The objects of an OpenAPI document by their kind: where its path items, operations, parameters and schemas stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, replace

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

_Shape = Literal["one", "list", "map", "patterned"]
"""One object, a list of them, a map by free names, or a map in which names with `x-` are extensions."""

_OPERATIONS: Final[Mapping[str, tuple[_Shape, str]]] = dict.fromkeys(METHODS, ("one", "operation"))
_CONTENT: Final[Mapping[str, tuple[_Shape, str]]] = {"content": ("map", "media type")}
_PARTS: Final[Mapping[str, Mapping[str, tuple[_Shape, str]]]] = {
    "document": {
        "paths": ("patterned", "path item"),
        "webhooks": ("map", "path item"),
        "components": ("one", "components"),
    },
    "components": {
        "schemas": ("map", "schema"),
        "responses": ("map", "response"),
        "parameters": ("map", "parameter"),
        "requestBodies": ("map", "request body"),
        "headers": ("map", "header"),
        "links": ("map", "link"),
        "callbacks": ("map", "callback"),
        "pathItems": ("map", "path item"),
        "mediaTypes": ("map", "media type"),
        "securitySchemes": ("map", "security scheme"),
        "examples": ("map", "example"),
    },
    "path item": {
        **_OPERATIONS,
        "additionalOperations": ("map", "operation"),
        "parameters": ("list", "parameter"),
        "servers": ("list", "server"),
    },
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "request body"),
        "responses": ("patterned", "response"),
        "callbacks": ("map", "callback"),
        "servers": ("list", "server"),
    },
    "parameter": {"schema": ("one", "schema"), **_CONTENT, "examples": ("map", "example")},
    "header": {"schema": ("one", "schema"), **_CONTENT, "examples": ("map", "example")},
    "request body": _CONTENT,
    "response": {"headers": ("map", "header"), **_CONTENT, "links": ("map", "link")},
    "media type": {
        "schema": ("one", "schema"),
        "itemSchema": ("one", "schema"),
        "encoding": ("map", "encoding"),
        "examples": ("map", "example"),
    },
    "encoding": {"headers": ("map", "header")},
    "schema": {
        **dict.fromkeys(
            ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
             "unevaluatedItems", "unevaluatedProperties", "contentSchema"),
            ("one", "schema"),
        ),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), ("list", "schema")),
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs"), ("map", "schema")),
    },
}  # fmt: skip
"""What the objects of OpenAPI 3.0.3, 3.1 and 3.2 section 4 hold."""


def objects(tree: Tree, *kinds: str) -> Iterator[tuple[Address, Tree]]:
    """Every object of the kinds, with its address, in document order; a reference in its place counts as one.

    The kinds are those of the standard in small letters: `path item`, `operation`, `parameter`, `schema`, …
    A schema may be a boolean (OpenAPI 3.1).
    """
    todo: list[tuple[Address, Tree, str]] = [((), tree, "document")]
    while todo:
        address, value, kind = todo.pop()
        if kind in kinds:
            yield address, value
        todo += reversed(
            [((*address, *rest), child, below) for rest, child, below in _children(value, kind)]
        )


def map_objects(tree: Tree, kind: str, change: Callable[[dict[str, Tree]], Tree]) -> Tree:
    """A tree in which every object of a kind gave way to what a function makes of it, inner ones first."""
    for address, value in reversed(list(objects(tree, kind))):
        if isinstance(value, dict):
            old = get(tree, address)
            new = change(old)
            if new is not old:
                tree = replace(tree, address, new)
    return tree


def _children(value: Tree, kind: str) -> Iterator[tuple[Address, Tree, str]]:
    if not isinstance(value, dict):
        return
    if kind == "callback":
        yield from (
            ((key,), item, "path item") for key, item in value.items() if not key.startswith("x-")
        )
        return
    parts = _PARTS.get(kind, {})
    for key, child in value.items():
        if key in parts:
            shape, below = parts[key]
            yield from _members(key, child, shape, below)


def _members(key: str, child: Tree, shape: str, below: str) -> Iterator[tuple[Address, Tree, str]]:
    if shape == "one":
        # `items` was a list in older drafts, and `additionalProperties` may be a boolean.
        if isinstance(child, dict | bool):
            yield (key,), child, below
    elif shape == "list":
        yield from (
            ((key, i), member, below)
            for i, member in enumerate(child if isinstance(child, list) else ())
        )
    elif isinstance(child, dict):
        free = shape == "map"
        yield from (
            ((key, name), member, below)
            for name, member in child.items()
            if free or not name.startswith("x-")
        )
