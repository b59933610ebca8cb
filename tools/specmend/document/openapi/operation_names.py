"""Operations by what a client calls them with: a method and a path."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from specmend.document.openapi.operations import METHODS, MORE_METHODS, method_of
from specmend.document.openapi.references import locate, reference_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get


class OperationName(NamedTuple):
    """An operation by its path, and its method as it goes over the wire.

    Without a method, it is the path itself with all operations that it has.
    """

    path: str
    method: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.path}".strip()


def path_items(tree: Tree) -> dict[str, tuple[Address, ...]]:
    """By path, its path item and those that this one leads to one after the other."""
    paths = get(tree, ("paths",))
    written = paths if isinstance(paths, dict) else {}
    return {
        path: tuple(_chain(tree, ("paths", path))) for path in written if not path.startswith("x-")
    }


def operation_fields(item: Tree) -> Iterator[Address]:
    """The fields of a path item for operations, whatever they hold, by their address in it."""
    fields = item if isinstance(item, dict) else {}
    more = fields.get(MORE_METHODS)
    yield from ((method,) for method in METHODS if method in fields)
    yield from ((MORE_METHODS, name) for name in (more if isinstance(more, dict) else ()))


def named_operations(tree: Tree) -> dict[OperationName, tuple[Address, ...]]:
    """Every operation with the places that have it.

    These are several where path items that refer to each other both do, which is a collision.
    """
    named: dict[OperationName, tuple[Address, ...]] = {}
    for path, items in path_items(tree).items():
        for item in items:
            for inside in operation_fields(get(tree, item)):
                name = OperationName(path, method_of(inside))
                named[name] = (*named.get(name, ()), (*item, *inside))
    return named


def places_to_drop(tree: Tree, names: Collection[OperationName]) -> list[Address]:
    """The places of operations that shall go; a path of which all go, goes itself.

    An operation that other paths have too, by a reference, goes only with these: see `sharing`.
    """
    known = named_operations(tree)
    kept = {name.path for name in known if name not in names}
    places: dict[Address, None] = {}
    for name in (name for name in known if name in names):
        here = known[name] if name.path in kept else [("paths", name.path)]
        places |= dict.fromkeys(here)
    return list(places)


def sharing(tree: Tree, names: Collection[OperationName]) -> Mapping[OperationName, OperationName]:
    """The operations that cannot go alone, each with one that stands at the same place and stays.

    That is so where several paths refer to one path item, and one of these paths stays.
    """
    known = named_operations(tree)
    kept = {name.path for name in known if name not in names}
    owners = {
        place: name for name, places in known.items() if name not in names for place in places
    }
    return {
        name: owners[place]
        for name in known
        if name in names and name.path in kept
        for place in known[name]
        if place in owners
    }


def _chain(tree: Tree, item: Address) -> Iterator[Address]:
    seen: set[Address] = set()
    while item not in seen:
        seen.add(item)
        yield item
        target = locate(tree, reference_of(get(tree, item)))
        item = item if target is None else target
