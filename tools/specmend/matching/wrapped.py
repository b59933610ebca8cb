"""What went into a composition, or into the items of a list, with the schema around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specmend.document.openapi.components import SCHEMAS, schema_pointer
from specmend.document.openapi.keywords import (
    ANNOTATIONS,
    COMPOSITIONS,
    INNER_VALUES,
    KEYWORDS,
    UNIONS,
)
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import target_at
from specmend.document.openapi.retarget import map_references
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.similarity import ENOUGH, jaccard, leaves_of
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.matching.equivalence import is_equivalent
from specmend.matching.index import leaves_in
from specmend.matching.lost_place import LostPlace, Relocation
from specmend.matching.spelling import is_null_alone

_MEMBERS: Final = tuple(key for key in INNER_VALUES if KEYWORDS.get(key) == "schema")
"""What describes each member of a list or a map."""

_NONE: Final[frozenset[str]] = frozenset()

_DEEPEST: Final = 6
"""How many compositions may stand around a schema."""


def in_wrapper(lost: LostPlace) -> Relocation | None:
    """A keyword of a schema that one of the schemas inside has now: a branch, or the items.

    The only one that has it has it for sure, if it says the same and else nothing new; others may
    have it.
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
    schema = _bare(get(lost.old, lost.parent))
    alike = [
        place
        for place in places
        if _is_alike(lost.value, get(lost.new, place))
        and _is_part(_bare(get(lost.new, place[:-1])), schema)
    ]
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
    """What a schema is now where another one came around it; nothing mostly.

    That is a branch of a union, or what describes the members of a list or a map. Several may be
    it. An `allOf` narrows the schema itself, and is nothing around it.
    """
    schema, now = get(old, place), get(new, new_place)
    is_schema = spot_at(place) == ("one", "schema") and isinstance(schema, dict)
    if not is_schema or same(schema, now):
        return ()
    inside = _around(new, new_place)
    bare = _bare(_as_named_now(schema, place, new_place))
    if not inside or is_equivalent(bare, _bare(now), old, new):
        return ()
    found = []
    for at, was in _with_before(old, place, inside):
        inner = _bare(get(new, at))
        if is_equivalent(bare, inner, old, new) and not is_equivalent(_bare(was), inner, old, new):
            found.append(at)
    return tuple(found)


def may_be_wrapped(
    old: Tree,
    new: Tree,
    place: Address,
    new_place: Address,
) -> tuple[Address, ...]:
    """What a schema may be now, if another one came around it and it changed as well.

    All keywords that it has lost joined there, or more of what it said is said there than by what
    has its place. The latter shows where the one around it has the same keywords, as with a map of
    maps.
    """
    schema, now = get(old, place), get(new, new_place)
    is_schema = spot_at(place) == ("one", "schema") and isinstance(schema, dict)
    if not is_schema or not isinstance(now, dict) or "$ref" in now or same(schema, now):
        return ()
    lost = _bare(schema).keys() - now.keys()
    found = []
    for at, was in _with_before(old, place, _around(new, new_place)):
        inner = get(new, at)
        had = was.keys() if isinstance(was, dict) else set()
        if not isinstance(inner, dict) or same(was, inner):
            continue
        has_lost = bool(lost) and lost <= inner.keys() - had
        if has_lost or _is_more_alike(schema, inner, (now, was)):
            found.append(at)
    return tuple(found)


def _is_more_alike(schema: Tree, inner: Tree, others: Iterable[Tree]) -> bool:
    """Whether a schema says more of what a second one says than others do.

    The others are what has the place of the first schema now, and what had that of the second.
    """
    was, now = leaves_of(_bare(schema)), leaves_of(_bare(inner))
    in_place, before = (leaves_of(_bare(one)) if one is not MISSING else _NONE for one in others)
    return jaccard(was, now) > max(jaccard(was, in_place), jaccard(before, now))


def _around(new: Tree, place: Address) -> list[tuple[Address, Address]]:
    """The branches of unions in a schema, and what describes its members: the way, and where."""
    return [
        (way, at)
        for way, at in _inner(new, place)
        if any(step in (*UNIONS, *_MEMBERS) for step in way)
    ]


def _with_before(
    old: Tree, place: Address, inside: Iterable[tuple[Address, Address]]
) -> Iterator[tuple[Address, Tree]]:
    """Schemas in a schema, each with what stood there before."""
    before = dict(_inner(old, place))
    for way, at in inside:
        yield at, get(old, before[way]) if way in before else MISSING


def _as_named_now(schema: Tree, place: Address, new_place: Address) -> Tree:
    """A schema that refers to its own component by the name that this has in the new document."""
    depth = len(SCHEMAS) + 1
    is_component = place[: len(SCHEMAS)] == new_place[: len(SCHEMAS)] == SCHEMAS
    old, new = place[:depth], new_place[:depth]
    if not is_component or old == new:
        return schema
    pointer, pointer_now = schema_pointer(str(old[-1])), schema_pointer(str(new[-1]))
    start = spot_at(place)
    return map_references(schema, lambda one: pointer_now if one == pointer else one, start)


def says_nothing(tree: Tree, schema: Address) -> bool:
    """Whether a schema allows any value, so that nothing tells it from another one that does."""
    return not _bare(get(tree, schema))


def _bare(schema: Tree) -> Tree:
    """A schema without what is said of its place: that may stay where the place is."""
    if not isinstance(schema, dict):
        return schema
    return {
        key: value
        for key, value in schema.items()
        if key not in ANNOTATIONS and not key.startswith("x-")
    }


def is_of_members(way: Address) -> bool:
    """Whether a way from a schema leads to what describes the members of a list or a map."""
    return any(step in _MEMBERS for step in way)


def describes_members(tree: Tree, schema: Address, place: Address) -> bool:
    """Whether a place is what describes the members of a schema's values, maybe by a reference."""
    return any(at == place and is_of_members(way) for way, at in _inner(tree, schema))


def is_null_beside(tree: Tree, schema: Address) -> bool:
    """Whether the unions of a schema have one branch each, null aside."""
    return all(
        len([step for step in _steps(get(tree, schema)) if step[0] == key]) <= 1 for key in UNIONS
    )


def _inner(tree: Tree, schema: Address) -> Iterator[tuple[Address, Address]]:
    """The branches and items of a schema, and theirs: the way to each, and where that leads."""
    todo: list[tuple[Address, Address]] = [((), schema)]
    seen: set[Address] = set()
    while todo:
        way, place = todo.pop(0)
        if way:
            place = target_at(tree, place) or place
            yield way, place
        if len(way) < _DEEPEST and place not in seen:
            seen.add(place)
            todo += [((*way, *step), (*place, *step)) for step in _steps(get(tree, place))]


def _steps(schema: Tree) -> Iterator[Address]:
    if not isinstance(schema, dict):
        return
    for key in COMPOSITIONS:
        branches = schema.get(key)
        for index, branch in enumerate(branches if isinstance(branches, list) else ()):
            if not is_null_alone(branch):
                yield key, index
    yield from ((key,) for key in _MEMBERS if isinstance(schema.get(key), dict))


def _is_part(branch: Tree, schema: Tree) -> bool:
    """Whether a branch says no more than a schema said, or much the same."""
    leaves, others = leaves_of(branch), leaves_of(schema)
    return leaves <= others or jaccard(leaves, others) >= ENOUGH


def _is_alike(value: Tree, other: Tree) -> bool:
    if same(value, other):
        return True
    if not isinstance(value, dict | list) or not isinstance(other, dict | list):
        return False
    return jaccard(leaves_in(value), leaves_in(other)) >= ENOUGH
