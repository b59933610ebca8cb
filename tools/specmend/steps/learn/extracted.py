"""Guesses at schemas that became a component: what was written out at a place refers to it now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specmend.document.openapi.components import SCHEMAS, refer, schema_named
from specmend.document.openapi.references import references
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, same
from specmend.steps.learn.guesses import mapping_of, removed_and_added
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Fields, Proposal


def extracted_schemas(old: Tree, new: Tree) -> Iterator[Proposal]:
    """A step for each new component that says what stood where it is referred to."""
    _, added = removed_and_added(mapping_of(old, *SCHEMAS), mapping_of(new, *SCHEMAS))
    places: dict[str, list[Address]] = {}
    for address, reference in references(new) if added else ():
        name, place = schema_named(reference), address[:-1]
        is_alone = same(get(new, place), {"$ref": reference})
        if name in added and is_alone and same(get(old, place), added[name]):
            places.setdefault(name, []).append(place)
    for name, addresses in places.items():
        actions = tuple(_actions(old, name, addresses))
        yield Proposal(title=f"Make a component of schema {name}", actions=actions)


def _actions(tree: Tree, name: str, addresses: Sequence[Address]) -> Iterator[Fields]:
    """The first place becomes the component, and all others refer to it."""
    first, *others = addresses
    extract = {"name": "extract-schema", "as": name}
    yield {"target": place_query(tree, first), "x-edit": extract}
    reference = {"name": "set-value", "value": refer(name)}
    for address in others:
        yield {"target": place_query(tree, address), "x-edit": reference}
