"""The objects that describe one value together: a schema, its branches, those of its members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

from specmend.document.openapi.keywords import (
    COMPOSITIONS,
    CONDITIONAL,
    KEYWORDS,
    OF_MEMBERS,
    UNIONS,
)
from specmend.document.openapi.kinds import Spot
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.matching.spelling import is_null_alone

Reach = Literal["always", "sometimes", "inside"]
"""Whether something holds for each value (null aside), for some, or for the members of a value."""

INSIDE: Final = tuple(key for key in OF_MEMBERS if KEYWORDS.get(key) == "schema")
LISTED_INSIDE: Final = tuple(key for key in OF_MEMBERS if KEYWORDS.get(key) in ("list", "map"))
"""The keywords that describe the members of a value by one schema, and by several."""

_ITEM_SCHEMA: Final = "itemSchema"
"""What describes the members of a sequence (OpenAPI 3.2 section 4.14)."""

_DEPENDENT: Final = ("dependentSchemas",)
SCHEMA: Final = Spot("one", "schema")


def parts_of_value(
    tree: Tree, at: Address, value: dict[str, Any], spot: Spot, reach: Reach
) -> Iterator[tuple[Address, Spot, Reach]]:
    """The objects that describe the same value, or its members."""
    schema = SCHEMA
    if spot.kind in ("parameter", "header", "media type"):
        yield (*at, "schema"), schema, reach
        yield from (((*at, key), schema, "inside") for key in (_ITEM_SCHEMA,) if key in value)
        content = value.get("content")
        for name in content if isinstance(content, dict) else ():
            yield (*at, "content", name), Spot("one", "media type"), reach
    if spot.kind != "schema":
        return
    for key in COMPOSITIONS:
        branches = [*_branches(tree, (*at, key), value.get(key))]
        reach_here = "sometimes" if key in UNIONS and len(branches) > 1 else reach
        yield from ((branch, schema, reach_here) for branch in branches)
    yield from (((*at, key), schema, "sometimes") for key in CONDITIONAL if key in value)
    for key in _DEPENDENT:
        names = value.get(key)
        yield from (((*at, key, name), schema, "sometimes") for name in names_in(names))
    yield from (((*at, key), schema, "inside") for key in INSIDE if key in value)
    for key in LISTED_INSIDE:
        for token in _tokens(value.get(key)):
            yield (*at, key, token), schema, "inside"


def names_in(table: Tree) -> list[str]:
    """The keys of a table; none of anything else."""
    return list(table) if isinstance(table, dict) else []


def _tokens(members: Tree) -> Iterable[str | int]:
    """The keys of a table, or the indexes of a list."""
    return names_in(members) or range(len(members) if isinstance(members, list) else 0)


def _branches(tree: Tree, place: Address, branches: Tree) -> Iterator[Address]:
    """The branches at a place, without those for null alone."""
    for index in range(len(branches) if isinstance(branches, list) else 0):
        _, branch = follow(tree, (*place, index))
        if not is_null_alone(branch):
            yield (*place, index)
