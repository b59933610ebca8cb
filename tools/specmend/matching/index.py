"""What is known of large trees and asked for often: the leaves of a value, and who refers to a schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.references import references
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import leaves_of
from specmend.document.tree.values import Tree, get


class _Held:
    """A tree known by its identity, and held so that the identity stays its own."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def __hash__(self) -> int:
        return id(self.tree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.tree is other.tree


def leaves_in(value: Tree) -> frozenset[str]:
    """Every leaf of a value with its keys."""
    return _leaves(_Held(value))


def votes(old: Tree, new: Tree, before: str, after: str) -> float:
    """The part of the places that referred to the one schema and refer to the other one now, from 0 to 1."""
    places = _referrers(_Held(old)).get(before, ())
    named = Counter(schema_named(get(new, place)) for place in places)
    return named[after] / len(places) if places else 0.0


@lru_cache(maxsize=4096)
def _leaves(held: _Held) -> frozenset[str]:
    return leaves_of(held.tree)


@lru_cache(maxsize=4)
def _referrers(held: _Held) -> Mapping[str, Sequence[Address]]:
    """The places that refer to each schema, by its name."""
    made: dict[str, list[Address]] = {}
    for address, reference in references(held.tree):
        made.setdefault(schema_named(reference), []).append(address)
    return made
