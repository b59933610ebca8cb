"""What is asked often of large trees: the leaves of a value, and what refers to a place.

A step changes a few places of a document, and the tree after it shares all others. So references
are collected once for each part of a document, and serve all trees that have this part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.kinds import UNKNOWN, Spot, spot_below
from specmend.document.openapi.references import (
    inside,
    locate,
    reference_of,
    references,
)
from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import Identity, remembered
from specmend.document.tree.similarity import leaves_of
from specmend.document.tree.values import Tree, get

DEPTH = 3
"""How many keys lead to a part: to an operation or to a component."""


class References(NamedTuple):
    """The references in a part: where those to each schema stand in it, and each by its text."""

    to_schemas: Mapping[str, Sequence[Address]]
    places: Mapping[str, Sequence[Address]]


@remembered(50_000)
def leaves_in(value: Tree) -> frozenset[str]:
    """Every leaf of a value with its keys."""
    return leaves_of(value)


def votes(
    old: Tree,
    new: Tree,
    before: str,
    after: str,
) -> float:
    """The share, from 0 to 1, of the references to one schema that lead to the other one now."""
    names = names_now(old, before, Identity(new))
    return names[after] / names.total() if names else 0.0


@remembered(10_000)
def names_now(old: Tree, before: str, new: Identity) -> Counter[str]:
    """The schemas to which the references to one schema lead now, each as often as they do."""
    return Counter(schema_named(get(new.tree, place)) for place in referrers(old, before))


@remembered(10_000)
def referrers(tree: Tree, schema: str) -> Sequence[Address]:
    """The places that hold a reference to a schema."""
    parts = _parts_referring(tree).get(schema, ())
    return tuple((*at, *place) for at, places in parts for place in places)


def uses_of(tree: Tree, component: Address) -> int:
    """How many places outside of a component refer to it, or into it."""
    return _uses(tree)[component]


def parts_of(
    at: Address, value: Tree, spot: Spot = UNKNOWN
) -> Iterator[tuple[Address, References]]:
    """The parts of a value at an address with their references, in document order."""
    if len(at) == DEPTH:
        yield at, _references(value, spot)
        return
    for place, group, kind in _groups_in(at, value, spot):
        yield from _parts_in(group, place, kind)


@remembered(8)
def _parts_referring(tree: Tree) -> Mapping[str, Sequence[tuple[Address, Sequence[Address]]]]:
    """The parts that refer to each schema, by its name, with the places in them."""
    parts: dict[str, list[tuple[Address, Sequence[Address]]]] = {}
    for at, found in _parts(tree):
        for name, places in found.to_schemas.items():
            parts.setdefault(name, []).append((at, places))
    return parts


@remembered(8)
def _uses(tree: Tree) -> Counter[Address]:
    """How often each component is referred to from outside of it."""
    uses: Counter[Address] = Counter()
    targets: dict[str, Address | None] = {}
    for at, found in _parts(tree):
        for reference, places in found.places.items():
            if reference not in targets:
                targets[reference] = locate(tree, reference)
            target = targets[reference]
            if target is not None and at[: len(target[:DEPTH])] != target[:DEPTH]:
                uses[target[:DEPTH]] += len(places)
    return uses


def _parts(tree: Tree) -> Iterator[tuple[Address, References]]:
    """The parts of a document with their references, in document order."""
    for at, group, spot in _groups(tree):
        yield from _parts_in(group, at, spot)


@remembered(8)
def _groups(tree: Tree) -> Sequence[tuple[Address, Tree, Spot]]:
    """What holds the parts of a document."""
    return _groups_in((), tree, UNKNOWN)


def _groups_in(at: Address, value: Tree, spot: Spot) -> Sequence[tuple[Address, Tree, Spot]]:
    """What holds the parts of a document, in document order: path items, components of one kind.

    What stands above these, and is a reference itself, is a group by itself.
    """
    groups: list[tuple[Address, Tree, Spot]] = []
    todo = [(at, value, spot)]
    while todo:
        at, value, spot = todo.pop()
        if len(at) == DEPTH - 1 or reference_of(value):
            groups.append((at, value, spot))
            continue
        todo += reversed(
            [((*at, key), member, spot_below(spot, key)) for key, member in inside(value)]
        )
    return groups


@remembered(50_000)
def _parts_in(group: Tree, at: Address, spot: Spot) -> Sequence[tuple[Address, References]]:
    """The parts that a group holds, with their references; the group itself, if it is one."""
    found: list[tuple[Address, References]] = []
    reference = reference_of(group)
    if reference and spot.may_refer:
        found.append((at, _gathered([(("$ref",), reference)])))
    for key, member in inside(group):
        below = spot_below(spot, key)
        found.append(((*at, key), _references(member, below)))
    return found


@remembered(50_000)
def _references(value: Tree, spot: Spot) -> References:
    return _gathered(references(value, spot))


def _gathered(found: Iterable[tuple[Address, str]]) -> References:
    to_schemas: dict[str, list[Address]] = {}
    places: dict[str, list[Address]] = {}
    for place, reference in found:
        to_schemas.setdefault(schema_named(reference), []).append(place)
        places.setdefault(reference, []).append(place)
    return References(to_schemas=to_schemas, places=places)
