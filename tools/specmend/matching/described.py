"""The schemas of a document that describe one and the same value."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import target_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.remembered import remembered
from specmend.document.tree.values import Tree, get
from specmend.matching.named_by_pattern import fits_pattern
from specmend.matching.parts import INSIDE, SCHEMA, parts_of_value
from specmend.matching.sayings import MOST


@remembered(30_000)
def described(tree: Tree, address: Address) -> tuple[Address, ...]:
    """The places of the schemas that describe the value which a schema is about.

    A property, or an item, is described by each schema of the object, or of the list, that names
    it: another branch of a composition, or a schema that depends on another property.
    """
    outer, inside = _around(address)
    if not inside:
        return (address,)
    places = [address]
    for holder in described(tree, outer):
        for schema in in_place(tree, whole(holder)):
            ways = [inside, *_by_pattern(tree, schema, inside)]
            found = ((*schema, *way) for way in ways)
            places += [place for place in found if isinstance(get(tree, place), dict)]
    return tuple(dict.fromkeys(places))


@remembered(10_000)
def in_place(tree: Tree, schema: Address) -> tuple[Address, ...]:
    """A schema, and those that describe the same value by references and compositions."""
    todo: list[Address] = [schema]
    seen: set[Address] = set()
    places: list[Address] = []
    while todo and len(seen) < MOST:
        at = todo.pop(0)
        value = get(tree, at)
        if at in seen or not isinstance(value, dict):
            continue
        seen.add(at)
        places.append(at)
        target = target_at(tree, at)
        todo += [target] if target is not None else []
        parts = parts_of_value(tree, at, value, SCHEMA, "always")
        todo += [part for part, _, reach in parts if reach != "inside"]
    return tuple(places)


def _by_pattern(tree: Tree, schema: Address, inside: Address) -> Iterator[Address]:
    """The way to what a schema says of a property by a pattern that fits its name."""
    patterns = get(tree, (*schema, "patternProperties"))
    if inside[0] == "properties" and isinstance(patterns, dict):
        for pattern in patterns:
            if fits_pattern(pattern, inside[1]):
                yield "patternProperties", pattern


def whole(address: Address) -> Address:
    """The schema that a branch is of, if it is one."""
    while address[-2:-1] and address[-2] in COMPOSITIONS and spot_at(address[:-2]) == SCHEMA:
        address = address[:-2]
    return address


def property_at(address: Address) -> tuple[Address, str]:
    """The schema and the name of the property that a place is part of; no name for any other."""
    for length in range(len(address) - 1, 0, -1):
        if address[length - 1] == "properties" and spot_at(address[: length - 1]) == SCHEMA:
            return address[: length - 1], str(address[length])
    return (), ""


def _around(address: Address) -> tuple[Address, Address]:
    """The schema that a property or an item is of, and the way to it; no way for any other."""
    if address[-2:-1] == ("properties",) and spot_at(address[:-2]) == SCHEMA:
        return address[:-2], address[-2:]
    if address and address[-1] in INSIDE and spot_at(address[:-1]) == SCHEMA:
        return address[:-1], address[-1:]
    return address, ()
