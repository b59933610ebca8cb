"""Finds the place in a document that something said of an operation stands at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specmend.document.openapi.operations import Operation, item_of
from specmend.document.openapi.parameters import declarations
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree


def place_in(tree: Tree, operation: Operation, keys: Sequence[str | int]) -> Address:
    """The place that keys lead to from an operation; references are followed on the way.

    A parameter has its place and name for keys: `"parameters", "query", "limit", "style"`. Keys
    that the document does not have are left out from the end.
    """
    if not keys:
        return operation.address
    if keys[0] == "parameters" and len(keys) >= len(("parameters", "in", "name")):
        start = _parameter(tree, operation, str(keys[1]), str(keys[2]))
        return operation.address if start is None else _walked(tree, start, keys[3:])
    return _walked(tree, operation.address, keys)


def _parameter(tree: Tree, operation: Operation, place: str, name: str) -> Address | None:
    """Where a parameter is declared: by the operation, or by a path item for all of its own."""
    for holder in _holders(operation):
        for address, declared, where in declarations(tree, holder):
            if (declared, where) == (name, place):
                return address
    return None


def _holders(operation: Operation) -> Iterator[Address]:
    yield operation.address
    yield item_of(operation.address)
    # The path item may be a reference that has parameters beside it.
    yield ("paths", operation.path)


def _walked(tree: Tree, address: Address, keys: Sequence[str | int]) -> Address:
    for key in keys:
        reached, value = follow(tree, address)
        if not _has(value, key):
            return reached
        address = (*reached, key)
    return address


def _has(value: Tree, key: str | int) -> bool:
    if isinstance(value, dict):
        return key in value
    return isinstance(value, list) and isinstance(key, int) and key < len(value)
