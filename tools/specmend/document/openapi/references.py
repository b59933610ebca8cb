"""The references of a document: where they stand and what they name."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from specmend.document.tree.pointer import Address, parse_pointer
from specmend.document.tree.values import MISSING, Tree

_DATA_KEYS = frozenset({"example", "examples", "default", "enum", "const", "value"})
_NAMED = frozenset(
    {"properties", "patternProperties", "dependentSchemas", "schemas", "$defs", "definitions", "responses",
     "parameters", "requestBodies", "headers", "links", "callbacks", "pathItems", "securitySchemes", "content",
     "encoding"}
)  # fmt: skip


def references(tree: Tree) -> Iterator[tuple[Address, str]]:
    """Every `$ref` with its address, in document order; what stands in examples and defaults is data."""
    todo: list[tuple[Address, Tree, bool]] = [((), tree, False)]
    while todo:
        address, value, names = todo.pop()
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str) and not names:
                yield (*address, "$ref"), reference
            todo += reversed(
                [
                    ((*address, k), v, names_below(k, names=names))
                    for k, v in value.items()
                    if names or not is_data(k)
                ]
            )
        elif isinstance(value, list):
            todo += reversed([((*address, i), v, False) for i, v in enumerate(value)])


def resolve(tree: Tree, reference: str) -> Tree:
    """The value that a reference inside the document names, or MISSING (RFC 6901 section 6)."""
    try:
        tokens = address_of(reference)
    except ValueError:
        return MISSING
    for token in map(str, tokens):
        if isinstance(tree, dict) and token in tree:
            tree = tree[token]
        elif isinstance(tree, list) and token.isdecimal() and int(token) < len(tree):
            tree = tree[int(token)]
        else:
            return MISSING
    return tree


def address_of(reference: str) -> Address:
    """The address that a reference inside the document names; its tokens are all texts."""
    return parse_pointer(unquote(reference.removeprefix("#")))


def locate(tree: Tree, reference: str) -> Address | None:
    """The address of the value that a reference names, with the indexes of lists as numbers; None for nothing."""
    if not reference.startswith("#") or resolve(tree, reference) is MISSING:
        return None
    address: Address = ()
    for token in address_of(reference):
        address = (*address, int(token) if isinstance(tree, list) else token)
        tree = tree[address[-1]]
    return address


def is_data(key: str) -> bool:
    """Whether what stands under a keyword is data, in which nothing refers to anything."""
    return key in _DATA_KEYS or key.startswith("x-")


def names_at(address: Address) -> bool:
    """Whether the keys of the mapping at an address are names that somebody chose."""
    names = False
    for token in address:
        names = names_below(token, names=names) if isinstance(token, str) else False
    return names


def names_below(key: str, *, names: bool) -> bool:
    """Whether the keys below are names that somebody chose, as those of `properties`, and not keywords."""
    return not names and key in _NAMED
