"""Who refers to a schema in two documents: a name is voted for by the places that named the old one."""

from __future__ import annotations

from collections import Counter
from typing import Final

from specmend.document.pointer import Address, parse_pointer
from specmend.document.refs import references
from specmend.document.tree import Tree, get

_PREFIX: Final = "#/components/schemas/"
_kept: list[tuple[Tree, dict[str, list[Address]]]] = []
"""The last trees with their references by name: many steps ask about the same ones."""


def votes(old: Tree, new: Tree, before: str, after: str) -> float:
    """The part of the places that referred to the one schema and refer to the other one now, from 0 to 1."""
    places = _places(old).get(before, [])
    named = Counter(_name(get(new, place)) for place in places)
    return named[after] / len(places) if places else 0.0


def _places(tree: Tree) -> dict[str, list[Address]]:
    for known, found in _kept:
        if known is tree:
            return found
    made: dict[str, list[Address]] = {}
    for address, reference in references(tree):
        made.setdefault(_name(reference), []).append(address)
    _kept.append((tree, made))
    del _kept[:-4]
    return made


def _name(reference: Tree) -> str:
    if not isinstance(reference, str) or not reference.startswith(_PREFIX):
        return ""
    return parse_pointer("/" + reference.removeprefix(_PREFIX))[0]
