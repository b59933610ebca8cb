"""What went into a composition, or into the items of a list, with the schema around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.keywords import COMPOSITIONS, INNER_VALUES, UNIONS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import target_at
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.similarity import ENOUGH, jaccard
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.matching.equivalence import is_equivalent
from specmend.matching.index import leaves_in
from specmend.matching.lost_place import LostPlace, Relocation
from specmend.matching.spelling import is_null_alone

_DEEPEST: Final = 6
"""How many compositions may stand around a schema."""


def in_wrapper(lost: LostPlace) -> Relocation | None:
    """A keyword of a schema that one of the schemas inside has now: a branch, or the items.

    The only one that has it, and says the same, has it for sure; others may have it.
    """
    if spot_at(lost.parent) != ("one", "schema") or not isinstance(lost.key, str):
        return None
    before = {branch for branch, _ in _inner(lost.old, lost.parent)}
    places = []
    for branch, place in _inner(lost.new, lost.new_parent):
        at = (*place, lost.key)
        # What the same branch had before is not what went into it.
        was = (*lost.parent, *branch, lost.key) if branch in before else ()
        is_new = not was or not same(get(lost.old, was), get(lost.new, at))
        if get(lost.new, at) is not MISSING and is_new:
            places.append(at)
    alike = [place for place in places if _is_alike(lost.value, get(lost.new, place))]
    if len(places) == 1 and alike:
        evidence = f"it went into {format_path(places[0][:-1])}"
        return Relocation(at=places[0], evidence=evidence)
    return Relocation(at=None, candidates=tuple(places)) if places else None


def wrapped_schema(
    old: Tree,
    new: Tree,
    place: Address,
    new_place: Address,
) -> tuple[Address, ...]:
    """The branches of a union, or the items, that are what a schema was before; none mostly.

    Several may be it. An `allOf` narrows the schema itself, and is nothing around it.
    """
    schema = get(old, place)
    if spot_at(place) != ("one", "schema") or not isinstance(schema, dict):
        return ()
    before = {way for way, _ in _inner(old, place)}
    inside = [one for way, one in _inner(new, new_place) if way not in before and _is_around(way)]
    if not inside or is_equivalent(schema, get(new, new_place), old, new):
        return ()
    return tuple(one for one in inside if is_equivalent(schema, get(new, one), old, new))


def _is_around(way: Address) -> bool:
    return any(step in (*UNIONS, *INNER_VALUES) for step in way)


def _inner(tree: Tree, schema: Address) -> Iterator[tuple[Address, Address]]:
    """The branches and items of a schema, and theirs: the way to each, and where that leads."""
    todo: list[tuple[Address, Address]] = [((), schema)]
    while todo:
        way, place = todo.pop(0)
        if way:
            place = target_at(tree, place) or place
            yield way, place
        if len(way) < _DEEPEST:
            todo += [((*way, *step), (*place, *step)) for step in _steps(get(tree, place))]


def _steps(schema: Tree) -> Iterator[Address]:
    if not isinstance(schema, dict):
        return
    for key in COMPOSITIONS:
        branches = schema.get(key)
        for index, branch in enumerate(branches if isinstance(branches, list) else ()):
            if not is_null_alone(branch):
                yield key, index
    if isinstance(schema.get("items"), dict):
        yield ("items",)


def _is_alike(value: Tree, other: Tree) -> bool:
    if same(value, other):
        return True
    if not isinstance(value, dict | list) or not isinstance(other, dict | list):
        return False
    return jaccard(leaves_in(value), leaves_in(other)) >= ENOUGH
