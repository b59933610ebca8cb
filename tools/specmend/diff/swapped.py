"""Members each of which is now what another one of them was: one change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any, Final, TypeVar

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.tree.values import Tree, same

SWAPPED: Final = "swapped"
"""Stands in place of a field for members that are swapped."""

FEW: Final = 6
"""Up to so many members that differ are compared crosswise; of more it would take long."""

Found = TypeVar("Found")


def with_swapped(
    found: Mapping[Any, Sequence[Found]],
    crosswise: Callable[[Any, Any], list[Found] | None],
    one_of: Callable[[Sequence[Any], tuple[Found, ...]], Found],
    beside: Collection[Any] = (),
) -> Iterator[Found]:
    """What was found by name, with one difference in the place of that of swapped members.

    `crosswise` is what differs between the old member of one name and the new one of another name,
    None where there is no such member; `one_of` makes the one difference of the names and of what
    it stands for. Those `beside` are no such members. Two members are swapped too where one thing
    more was changed in them.
    """
    rings = _rings({name: found[name] for name in found if name not in beside}, crosswise)
    for name, deltas in found.items():
        ring = next((ring for ring in rings if name in ring), None)
        if ring is None:
            yield from deltas
        elif name == next(iter(ring)):
            yield one_of([*ring], tuple(one for member in ring for one in found[member]))
            yield from (delta for more in ring.values() for delta in more)


_Ring = dict[Any, list[Found]]
"""Names each of which is the next one's now, with what else differs in it."""


def _rings(
    found: Mapping[Any, Sequence[Found]], crosswise: Callable[[Any, Any], list[Found] | None]
) -> list[_Ring[Found]]:
    left = [name for name in found if found[name]]
    if not 1 < len(left) <= FEW:
        return []
    compared = cache(crosswise)
    rings: list[_Ring[Found]] = []
    for one in left:
        ring = _ring(one, left, compared, {name for ring in rings for name in ring})
        if ring:
            rings.append({name: [] for name in ring})
    taken = {name for ring in rings for name in ring}
    for one, other in combinations([name for name in left if name not in taken], 2):
        more = _one_more(one, other, compared)
        is_simpler = len(found[one]) + len(found[other]) > len(more or ()) + 1
        if more and is_simpler and taken.isdisjoint({one, other}):
            taken |= {one, other}
            rings.append({one: more, other: []})
    return rings


def _one_more(
    one: Any, other: Any, crosswise: Callable[[Any, Any], list[Found] | None]
) -> list[Found] | None:
    """The one thing in which two members differ beside being swapped; None for others."""
    first = crosswise(one, other)
    if first is None or len(first) > 1:
        return None
    second = crosswise(other, one)
    return [*first, *second] if second is not None and len(first) + len(second) == 1 else None


def _ring(
    first: Any,
    names: Sequence[Any],
    crosswise: Callable[[Any, Any], list[Found] | None],
    taken: Collection[Any],
) -> list[Any]:
    """The names that the first one leads to, if they lead back to it; none for others."""
    ring = [first]
    while first not in taken:
        if len(ring) > 1 and crosswise(ring[-1], first) == []:
            return ring
        left = [name for name in names if name not in ring and name not in taken]
        further = next((name for name in left if crosswise(ring[-1], name) == []), None)
        if further is None:
            break
        ring.append(further)
    return []


def may_be_one(one: Tree, other: Tree) -> bool:
    """Whether two values are written so much alike that they are worth being compared.

    What may have another spelling counts as alike.
    """
    return _differences(one, other) <= _SOME


def _differences(one: Tree, other: Tree) -> int:
    """In how many leaves two values differ; it is not counted further than need be."""
    if isinstance(one, dict) and isinstance(other, dict):
        apart = one.keys() ^ other.keys()
        if not _SPELLED.isdisjoint(apart):
            return 0
        count = len(apart)
        for key in one.keys() & other.keys():
            count += _differences(one[key], other[key])
            if count > _SOME:
                break
        return count
    if isinstance(one, list) and isinstance(other, list):
        return abs(len(one) - len(other)) + sum(map(_differences, one, other))
    return 0 if isinstance(one, list) or isinstance(other, list) else int(not same(one, other))


_SOME: Final = 2
"""A member that has another name differs in two leaves: the old one and the new one."""

_SPELLED: Final = frozenset({"$ref", "nullable", "content", *COMPOSITIONS})
"""The keys that one spelling has and another one has not."""


def in_turn(names: Sequence[str]) -> str:
    """Names in words."""
    return f"{', '.join(names[:-1])} and {names[-1]}"
