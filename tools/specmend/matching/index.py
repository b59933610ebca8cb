"""What is asked often of large trees: the leaves of a value, and what refers to a schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.references import locate, references
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import leaves_of
from specmend.document.tree.values import Tree, get


class _ByIdentity:
    """A tree as a key of a cache; it holds the tree, so that no other one gets its identity."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def __hash__(self) -> int:
        return id(self.tree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and self.tree is other.tree


def leaves_in(value: Tree) -> frozenset[str]:
    """Every leaf of a value with its keys."""
    return _leaves(_ByIdentity(value))


def votes(
    old: Tree,
    new: Tree,
    before: str,
    after: str,
) -> float:
    """The share, from 0 to 1, of the references to one schema that lead to the other one now."""
    places = _referrers(_ByIdentity(old)).get(before, ())
    if not places:
        return 0.0
    names = Counter(schema_named(get(new, place)) for place in places)
    return names[after] / len(places)


def referrers(tree: Tree, schema: str) -> Sequence[Address]:
    """The places that hold a reference to a schema."""
    return _referrers(_ByIdentity(tree)).get(schema, ())


def uses_of(tree: Tree, component: Address) -> int:
    """How many places outside of a component refer to it, or into it."""
    return _uses(_ByIdentity(tree))[component]


# Trees are never changed in place, so that what is known of one stays true.
@lru_cache(maxsize=4096)
def _leaves(value: _ByIdentity) -> frozenset[str]:
    return leaves_of(value.tree)


@lru_cache(maxsize=4)
def _referrers(tree: _ByIdentity) -> Mapping[str, Sequence[Address]]:
    """The places that refer to each schema, by its name."""
    places: dict[str, list[Address]] = {}
    for address, reference in references(tree.tree):
        places.setdefault(schema_named(reference), []).append(address)
    return places


@lru_cache(maxsize=4)
def _uses(tree: _ByIdentity) -> Counter[Address]:
    """How often each component is referred to from outside of it."""
    uses: Counter[Address] = Counter()
    for address, reference in references(tree.tree):
        target = locate(tree.tree, reference)
        if target is not None and address[: len(target[:3])] != target[:3]:
            uses[target[:3]] += 1
    return uses
