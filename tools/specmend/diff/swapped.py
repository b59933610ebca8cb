"""Members each of which is now what another one of them was: one change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import Any, Final, TypeVar

SWAPPED: Final = "swapped"
"""Stands in place of a field for members that are swapped."""

FEW: Final = 6
"""Up to so many members that differ are compared crosswise; of more it would take long."""

Found = TypeVar("Found")


def with_swapped(
    found: Mapping[Any, Sequence[Found]],
    crosswise: Callable[[Any, Any], list[Found] | None],
    one_of: Callable[[Sequence[Any], tuple[Found, ...]], Found],
) -> Iterator[Found]:
    """What was found by name, with one difference in the place of that of swapped members.

    `crosswise` is what differs between the old member of one name and the new one of another name,
    None where there is no such member; `one_of` makes the one difference of the names and of what
    it stands for. Two members are swapped too where one thing more was changed in them.
    """
    rings = _rings(found, crosswise)
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
    known = {(one, other): crosswise(one, other) for one, other in permutations(left, 2)}
    rings: list[_Ring[Found]] = []
    for one in left:
        ring = _ring(one, known, {name for ring in rings for name in ring})
        if ring:
            rings.append({name: [] for name in ring})
    taken = {name for ring in rings for name in ring}
    for one, other in combinations([name for name in left if name not in taken], 2):
        more = [*(known[one, other] or ()), *(known[other, one] or ())]
        is_pair = None not in (known[one, other], known[other, one]) and len(more) == 1
        if (
            is_pair
            and taken.isdisjoint({one, other})
            and len(found[one]) + len(found[other]) > len(more) + 1
        ):
            taken |= {one, other}
            rings.append({one: more, other: []})
    return rings


def _ring(
    first: Any, known: Mapping[tuple[Any, Any], list[Found] | None], taken: Collection[Any]
) -> list[Any]:
    """The names that the first one leads to, if they lead back to it; none for others."""
    ring = [first]
    while first not in taken:
        following = [other for one, other in known if one == ring[-1] and known[one, other] == []]
        if first in following:
            return ring
        further = next((name for name in following if name not in (*ring, *taken)), None)
        if further is None:
            break
        ring.append(further)
    return []


def in_turn(names: Sequence[str]) -> str:
    """Names in words."""
    return f"{', '.join(names[:-1])} and {names[-1]}"
