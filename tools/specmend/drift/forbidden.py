"""What a schema forbids by `not`, written as one keyword or as several ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from specmend.document.openapi.keywords import (
    COMPOSITIONS,
    CONDITIONAL,
    PROSE_KEYWORDS,
    UNIONS,
    VALUES,
)
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, canonical, get
from specmend.matching.described import in_place
from specmend.matching.locator import Locator
from specmend.matching.parts import SCHEMA

_NOT: Final = "not"
_DEEPEST: Final = 6
"""How many unions may stand in one another."""


def still_forbidden(locator: Locator, applied: Tree, subject: Address) -> Iterator[Address]:
    """Where the new document forbids what an action allows; `applied` is the old tree after it.

    `not` with several values is the same as several `not` with one value each.
    """
    schema = _limited(subject)
    if spot_at(schema) != SCHEMA:
        return
    was, shall = _forbidden(locator.old, schema), _forbidden(applied, schema)
    allowed = was.keys() - shall.keys()
    match = locator.locate(schema)
    if not allowed or not match.whole:
        return
    for key, at in _forbidden(locator.new, match.at).items():
        if key in allowed:
            yield at


def _limited(subject: Address) -> Address:
    """The schema that a branch of a composition, or what stands under `not`, says something of."""
    while True:
        if subject[-2:-1] and subject[-2] in COMPOSITIONS and spot_at(subject[:-2]) == SCHEMA:
            subject = subject[:-2]
        elif subject[-1:] and subject[-1] in CONDITIONAL and spot_at(subject[:-1]) == SCHEMA:
            subject = subject[:-1]
        else:
            return subject


def _forbidden(tree: Tree, schema: Address) -> dict[str, Address]:
    """Each thing that a schema forbids, with the `not` that does so."""
    found: dict[str, Address] = {}
    for place in in_place(tree, schema):
        # What stands under `not` forbids nothing by a `not` of its own: it allows.
        if _NOT in place[len(schema) :]:
            continue
        value = get(tree, place)
        if isinstance(value, dict) and _NOT in value:
            at = (*place, _NOT)
            found |= dict.fromkeys(_parts(tree, at, _DEEPEST), at)
    return found


def _parts(tree: Tree, place: Address, depth: int) -> Iterator[str]:
    """What no value may be: each one by itself."""
    at, schema = follow(tree, place)
    if not isinstance(schema, dict):
        return
    said = {key: value for key, value in schema.items() if key not in PROSE_KEYWORDS}
    union = next((key for key in UNIONS if isinstance(said.get(key), list)), "")
    if union and len(said) == 1 and depth:
        for index in range(len(said[union])):
            yield from _parts(tree, (*at, union, index), depth - 1)
    else:
        yield from _alone(said)


def _alone(said: dict[str, Any]) -> Iterator[str]:
    """The values, or the types, that a schema without a union lists; else the schema itself."""
    listed = [key for key in VALUES if key in said]
    if listed and said.keys() <= {*VALUES, "type"}:
        values = said[listed[0]]
        is_list = listed[0] == "enum" and isinstance(values, list)
        yield from (f"value {canonical(value)}" for value in (values if is_list else [values]))
    elif said.keys() == {"type"}:
        types = said["type"]
        listed_types = types if isinstance(types, list) else [types]
        yield from (f"type {canonical(name)}" for name in listed_types)
    else:
        yield canonical(said)
