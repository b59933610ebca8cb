"""The operations that a client can call, wherever in a document they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.identifiers import identifiers
from specmend.document.openapi.operations import (
    METHODS,
    MORE_METHODS,
    Operation,
    method_of,
    operations_in,
)
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

_LISTS: Final = ("parameters", "servers")
"""What a path item says of all its operations."""


def calls(tree: Tree) -> Iterator[Operation]:
    """The operations of all paths; a path item that is a reference has those of what it leads to.

    Where both have an operation in one field, that is a collision, and the one beside the
    reference is given.
    """
    for path in _paths(tree):
        seen: set[Address] = set()
        for address in _items(tree, ("paths", path)):
            for inside, node in operations_in(get(tree, address)):
                if inside not in seen:
                    seen.add(inside)
                    place = (*address, *inside)
                    yield Operation(path=path, method=method_of(inside), address=place, node=node)


def lost_path_items(tree: Tree) -> Iterator[tuple[Address, str]]:
    """The references of path items that lead out of the document, nowhere, or in a circle."""
    for path in _paths(tree):
        *_, last = _items(tree, ("paths", path))
        item = get(tree, last)
        reference = item.get("$ref") if isinstance(item, dict) else None
        if isinstance(reference, str):
            yield (*last, "$ref"), reference


def collisions(tree: Tree) -> Iterator[tuple[Address, Address]]:
    """The fields that stand beside the reference of a path item, and in what it leads to as well.

    Each is given with its address beside the reference, and its address in the other path item.
    What such a field means is undefined (OpenAPI 3.0.3 section 4.7.9, 3.1 section 4.8.9).
    """
    for path in _paths(tree):
        first: dict[Address, Address] = {}
        for address in _items(tree, ("paths", path)):
            for inside in _fields(get(tree, address)):
                if inside in first:
                    yield first[inside], (*address, *inside)
                first.setdefault(inside, (*address, *inside))


def _fields(item: Tree) -> Iterator[Address]:
    """The fields of a path item of which only one can count; each additional method is one."""
    fields = item if isinstance(item, dict) else {}
    more = fields.get(MORE_METHODS)
    yield from ((field,) for field in (*METHODS, *_LISTS) if field in fields)
    yield from ((MORE_METHODS, name) for name in (more if isinstance(more, dict) else ()))


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
        target = _target(tree, address, reference) if isinstance(reference, str) else None
        address = target if target is not None else address


def _target(tree: Tree, address: Address, reference: str) -> Address | None:
    """Where a reference leads, which since OpenAPI 3.2 may be a URI of the document itself."""
    if reference.startswith("#"):
        return locate(tree, reference)
    return identifiers(tree).place_of(tree, address, reference)
