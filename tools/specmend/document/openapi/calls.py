"""The operations that a client can call, wherever in a document they stand."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.operations import Operation, method_of, operations_in
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get


def calls(tree: Tree) -> Iterator[Operation]:
    """The operations of all paths; a path item that is a reference has those of what it leads to.

    Where both have an operation for one method, the one beside the reference counts (OpenAPI 3.1
    section 4.8.9 leaves it open).
    """
    for path in _paths(tree):
        seen: set[str] = set()
        for address in _items(tree, ("paths", path)):
            for inside, node in operations_in(get(tree, address)):
                method = method_of(inside)
                if method not in seen:
                    seen.add(method)
                    place = (*address, *inside)
                    yield Operation(path=path, method=method, address=place, node=node)


def lost_path_items(tree: Tree) -> Iterator[tuple[Address, str]]:
    """The references of path items that lead out of the document, nowhere, or in a circle."""
    for path in _paths(tree):
        *_, last = _items(tree, ("paths", path))
        item = get(tree, last)
        reference = item.get("$ref") if isinstance(item, dict) else None
        if isinstance(reference, str):
            yield (*last, "$ref"), reference


def _paths(tree: Tree) -> list[str]:
    paths = get(tree, ("paths",))
    return [path for path in paths if not path.startswith("x-")] if isinstance(paths, dict) else []


def _items(tree: Tree, address: Address) -> Iterator[Address]:
    """A path item, and those that it leads to one after the other."""
    seen: set[Address] = set()
    while address not in seen:
        seen.add(address)
        yield address
        item = get(tree, address)
        reference = item.get("$ref") if isinstance(item, dict) else None
        target = locate(tree, reference) if isinstance(reference, str) else None
        address = target if target is not None else address
