"""The objects of an OpenAPI document by their kind, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final

from specmend.document.openapi.kinds import OF_NAMES, PARTS, Spot, is_stray_extension
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Draft, Tree, get


def objects(tree: Tree, *kinds: str) -> Iterator[tuple[Address, Tree]]:
    """Every object of the kinds, with its address, in document order.

    A reference in the place of an object counts as one. A schema may be a boolean (OpenAPI 3.1).
    """
    wanted = _holders(kinds)
    todo: list[tuple[Address, Tree, str]] = [((), tree, "document")]
    while todo:
        address, value, kind = todo.pop()
        if kind in kinds:
            yield address, value
        if isinstance(value, dict):
            found = [
                ((*address, *inside), child, below)
                for inside, child, below in _parts_of(value, kind, wanted)
            ]
            found.reverse()
            todo += found


@cache
def _holders(kinds: tuple[str, ...]) -> frozenset[str]:
    """The kinds themselves, and all those in which an object of one of them may stand."""
    holders = set(kinds)
    size = 0
    while size != len(holders):
        size = len(holders)
        holders |= {kind for kind, spots in _INSIDE.items() if not spots.isdisjoint(holders)}
    return frozenset(holders)


_INSIDE: Final = {
    **{kind: frozenset(spot.kind for spot in parts.values()) for kind, parts in PARTS.items()},
    **{kind: frozenset({spot.kind}) for kind, spot in OF_NAMES.items()},
}
"""The kinds of objects that each kind holds."""


def map_objects(tree: Tree, kind: str, change: Callable[[dict[str, Tree]], Tree]) -> Tree:
    """A tree in which a function made each object of a kind anew, inner ones first."""
    draft = Draft(tree)
    for address, value in reversed(list(objects(tree, kind))):
        if isinstance(value, dict):
            old = get(draft.tree, address)
            new = change(old)
            if new is not old:
                draft.replace(address, new)
    return draft.tree


def parts_of(value: Tree, kind: str) -> Iterator[tuple[Address, Tree, str]]:
    """The objects that one object holds: the address inside it, the object, and its kind."""
    return _parts_of(value, kind, None) if isinstance(value, dict) else iter(())


def _parts_of(
    value: dict[str, Tree], kind: str, wanted: frozenset[str] | None
) -> Iterator[tuple[Address, Tree, str]]:
    """The objects of the wanted kinds that one object holds, or of all kinds."""
    parts, free = _spots(kind, wanted)
    # A walk asks this of every object of a document, and most of their keys hold no object.
    for key, child in value.items():
        spot = free if free is not None and not key.startswith("x-") else parts.get(key)
        if spot is None:
            continue
        if spot[0] != "one":
            yield from _members(key, child, spot, in_schema=kind == "schema")
        elif isinstance(child, dict | bool):
            # `items` was a list in older drafts, and `additionalProperties` may be a boolean.
            yield (key,), child, spot[1]


@cache
def _spots(kind: str, wanted: frozenset[str] | None) -> tuple[Mapping[str, Spot], Spot | None]:
    """The keys of an object that hold objects of the wanted kinds, and what its names hold."""

    def is_wanted(spot: Spot) -> bool:
        return spot.kind != "data" and (wanted is None or spot.kind in wanted)

    parts = {key: spot for key, spot in PARTS.get(kind, {}).items() if is_wanted(spot)}
    free = OF_NAMES.get(kind)
    return parts, Spot("one", free.kind) if free and is_wanted(free) else None


def _members(
    key: str, child: Tree, spot: Spot, *, in_schema: bool
) -> Iterator[tuple[Address, Tree, str]]:
    if spot.shape == "list":
        members = child if isinstance(child, list) else ()
        yield from (((key, index), member, spot.kind) for index, member in enumerate(members))
    elif isinstance(child, dict):
        for name, member in child.items():
            is_name = in_schema or not is_stray_extension(spot, name, member)
            if is_name and (spot.shape == "map" or not name.startswith("x-")):
                yield (key, name), member, spot.kind
