"""Members each of which is now what another one of them was: one change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
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
    for most in (0, 1):
        for one in left:
            taken = {name for ring in rings for name in ring}
            ring = _ring(one, [name for name in left if name not in taken], compared, most)
            count = sum(len(found[name]) for name in ring)
            if ring and count > most + sum(map(len, ring.values())):
                rings.append(ring)
    return rings


def _ring(
    first: Any,
    names: Sequence[Any],
    crosswise: Callable[[Any, Any], list[Found] | None],
    most: int,
) -> _Ring[Found]:
    """The names that the first one leads to, if they lead back to it; none for others.

    At most so many things more differ in them.
    """
    ring: _Ring[Found] = {}
    last = first
    while first in names:
        known = sum(map(len, ring.values()))
        others = [name for name in names if name not in (*ring, last)]
        others += [first] if ring else []
        led = {name: crosswise(last, name) for name in reversed(others)}
        counts = {name: len(more) for name, more in led.items() if more is not None}
        least = min(counts.values(), default=most + 1)
        if known + least > most:
            return {}
        further = [name for name, count in counts.items() if count == least]
        following = first if first in further else further[-1]
        ring[last] = led[following] or []
        if following == first:
            return ring
        last = following
    return {}


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
