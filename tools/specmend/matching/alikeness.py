"""Whether two things may be one, by their names or by a little of what they say."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from specmend.document.tree.similarity import are_spelled_alike, jaccard
from specmend.document.tree.values import Tree
from specmend.matching.index import leaves_in

_A_LITTLE: Final = 0.3
"""The share of leaves from which on one value may be the other."""

_ALIKE: Final = 0.7
"""How alike two names are, from 0 to 1, from which on one may be the other."""


def have_alike_names(one: str, other: str) -> bool:
    """Whether two names may be one: equal without case and signs, or with much in common."""
    one, other = _letters(one), _letters(other)
    if one and (one in other or other in one):
        return bool(other)
    return are_spelled_alike(one, other, _ALIKE)


def looks_like(value: Tree, other: Tree) -> bool:
    """Whether two values have a part of what they say in common."""
    return jaccard(leaves_in(value), leaves_in(other)) >= _A_LITTLE


@lru_cache(maxsize=2_000)
def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
