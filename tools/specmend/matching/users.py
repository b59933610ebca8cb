"""What refers to a place as a whole: by one index for all trees that share most of their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from specmend.document.openapi.kinds import UNKNOWN, spot_below
from specmend.document.openapi.references import address_of, reference_of
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.remembered import remembered
from specmend.document.tree.values import MISSING, Tree, get
from specmend.matching.index import DEPTH, References, parts_of

_ANY: Final[Tree] = {}
"""What the first trees of a run are remembered by."""

_MOST_FIRST: Final = 4
"""How many trees have an index of their own."""

_Users = tuple[Address, Sequence[Address]]
"""A part of a document, and the objects in it that refer to one place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Index:
    """The users of each place of a tree, by the reference to it in its plain spelling.

    It knows those in the parts that `first`, an index of another tree, does not share: these are
    at the addresses in `changed`.
    """

    tree: Tree
    users: Mapping[str, Sequence[_Users]]
    parts: int
    first: _Index | None = None
    changed: frozenset[Address] = field(default_factory=frozenset)

    def of(self, reference: str) -> list[_Users]:
        """The parts that hold such a reference, in document order."""
        own = self.users.get(reference, ())
        if self.first is None:
            return list(own)
        shared = [one for one in self.first.of(reference) if not self._is_changed(one[0])]
        found = [*shared, *own]
        return sorted(found, key=self._order) if shared and own else found

    def _is_changed(self, part: Address) -> bool:
        return any(part[:length] in self.changed for length in range(len(part) + 1))

    def _order(self, users: _Users) -> list[int]:
        """Where a part stands in the document."""
        order, value = [], self.tree
        for token in users[0]:
            order.append(token if isinstance(token, int) else list(value).index(token))
            value = value[token]
        return order


@remembered(10_000)
def users_of(tree: Tree, place: Address) -> Sequence[Address]:
    """The objects that refer to a place as a whole."""
    found = _index(tree).of("#" + format_pointer(place))
    return tuple(user for _, users in found for user in users)


@remembered(200)
def _index(tree: Tree) -> _Index:
    firsts = _firsts(_ANY)
    for first in firsts:
        changed = list(_changed((), first.tree, tree))
        if len(changed) < first.parts / 2:
            parts = (part for at in changed for part in _parts_at(tree, at))
            return _indexed(tree, parts, first=first, changed=frozenset(changed))
    index = _indexed(tree, parts_of((), tree))
    if len(firsts) < _MOST_FIRST:
        firsts.append(index)
    return index


@remembered(1)
def _firsts(_: Tree) -> list[_Index]:
    """The indexes of the first trees of a run: most trees after them share most of their parts."""
    return []


def _changed(at: Address, one: Tree, other: Tree) -> Iterator[Address]:
    """The places of parts, or of what holds parts, that two trees do not share."""
    if one is other:
        return
    are_open = isinstance(one, dict) and isinstance(other, dict) and len(at) < DEPTH
    if not are_open or reference_of(one) or reference_of(other):
        yield at
        return
    for key in dict.fromkeys([*one, *other]):
        yield from _changed((*at, key), one.get(key, MISSING), other.get(key, MISSING))


def _parts_at(tree: Tree, at: Address) -> Iterator[tuple[Address, References]]:
    value, spot = get(tree, at), UNKNOWN
    for token in at:
        spot = spot_below(spot, token)
    if isinstance(value, dict | list):
        yield from parts_of(at, value, spot)


def _indexed(
    tree: Tree,
    parts: Iterable[tuple[Address, References]],
    first: _Index | None = None,
    changed: frozenset[Address] = frozenset(),
) -> _Index:
    users: dict[str, list[_Users]] = {}
    listed_parts = list(parts)
    for part, found in listed_parts:
        for reference, places in found.places.items():
            inside = [(*part, *place[:-1]) for place in places]
            users.setdefault(_plain(reference), []).append((part, inside))
    return _Index(tree=tree, users=users, parts=len(listed_parts), first=first, changed=changed)


@lru_cache(maxsize=50_000)
def _plain(reference: str) -> str:
    """A reference within the document with nothing escaped that need not be."""
    try:
        return "#" + format_pointer(address_of(reference)) if reference[:1] == "#" else reference
    except ValueError:
        return reference
