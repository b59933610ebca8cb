"""Which removed name is which added name, by what their values hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
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


@lru_cache(maxsize=20_000)
def are_spelled_alike(one: str, other: str, least: float) -> bool:
    """Whether two texts share so large a part of their letters, from 0 to 1, in the same order."""
    length = len(one) + len(other)
    if not length:
        return True
    # What difflib matches are letters in the same order. The most that there can be of these are
    # counted fifty times as fast as difflib chooses among them.
    for most in (min(len(one), len(other)), _letters_in_order(one, other)):
        if 2.0 * most / length < least:
            return False
    return SequenceMatcher(None, one, other).ratio() >= least


def _letters_in_order(one: str, other: str) -> int:
    """How many letters the longest common subsequence of two texts has.

    The bits that are set in `free` are those places of the one text at which the table of dynamic
    programming does not grow (H. Hyyrö, Bit-parallel LCS-length computation revisited, 2004).
    """
    places: dict[str, int] = {}
    for index, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << index
    everywhere = free = (1 << len(one)) - 1
    for letter in other:
        found = free & places.get(letter, 0)
        free = (free + found | free - found) & everywhere
    return len(one) - free.bit_count()


def _leaves(value: Tree, above: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        for key, member in value.items():
            yield from _leaves(member, f"{above}/{key}")
    elif isinstance(value, list) and value:
        for member in value:
            yield from _leaves(member, f"{above}/")
    else:
        yield f"{above}={canonical(value)}"
