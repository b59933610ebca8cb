"""Which removed name is which added name, by what their values hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from specmend.document.tree.values import Tree, canonical

ENOUGH = 0.5
"""The part of their leaves that two values share, from which on the one may be the other."""


def pair_up(
    gone: Mapping[str, Tree],
    come: Mapping[str, Tree],
    votes: Mapping[tuple[str, str], float] | None = None,
) -> dict[str, str]:
    """Old names with the new names of values that are at least half the same, each name once.

    `votes` holds, for pairs that other signs speak for, how strongly they do so, from 0 to 1.
    """
    was = {name: leaves_of(value) for name, value in gone.items()}
    now = {name: leaves_of(value) for name, value in come.items()}
    voted = votes or {}
    scored = []
    for number, (old, new) in enumerate(product(gone, come)):
        score = max(jaccard(was[old], now[new]), voted.get((old, new), 0))
        scored.append((score, -number, old, new))
    pairs: dict[str, str] = {}
    for score, _, old, new in sorted(scored, reverse=True):
        if score >= ENOUGH and old not in pairs and new not in pairs.values():
            pairs[old] = new
    return {old: pairs[old] for old in gone if old in pairs}


def leaves_of(value: Tree) -> frozenset[str]:
    """Every leaf of a value with its keys; the number of a list's member does not count."""
    return frozenset(_leaves(value, ""))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of their leaves that two values share, from 0 to 1."""
    both = len(one & other)
    return both / (len(one) + len(other) - both)


def _leaves(value: Tree, above: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        for key, member in value.items():
            yield from _leaves(member, f"{above}/{key}")
    elif isinstance(value, list) and value:
        for member in value:
            yield from _leaves(member, f"{above}/")
    else:
        yield f"{above}={canonical(value)}"
