"""The references of a document: where they stand and what they name."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from specmend.document.pointer import Address, parse_pointer
from specmend.document.tree import MISSING, Tree

_DATA_KEYS = frozenset({"example", "examples", "default", "enum", "const", "value"})
_NAMED = frozenset({"properties", "patternProperties", "schemas", "$defs", "definitions", "responses"})


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
                [((*address, k), v, names_below(k, names=names)) for k, v in value.items() if names or not is_data(k)]
            )
        elif isinstance(value, list):
            todo += reversed([((*address, i), v, False) for i, v in enumerate(value)])


def resolve(tree: Tree, reference: str) -> Tree:
    """The value that a reference inside the document names, or MISSING (RFC 6901 section 6)."""
    try:
        tokens = parse_pointer(unquote(reference.removeprefix("#")))
    except ValueError:
        return MISSING
    for token in tokens:
        if isinstance(tree, dict) and token in tree:
            tree = tree[token]
        elif isinstance(tree, list) and token.isdecimal() and int(token) < len(tree):
            tree = tree[int(token)]
        else:
            return MISSING
    return tree


def is_data(key: str) -> bool:
    """Whether what stands under a keyword is data, in which nothing refers to anything."""
    return key in _DATA_KEYS or key.startswith("x-")


def names_below(key: str, *, names: bool) -> bool:
    """Whether the keys below are names that somebody chose, as those of `properties`, and not keywords."""
    return not names and key in _NAMED
