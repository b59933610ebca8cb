"""Lists that were narrowed to a few members: what stays was meant, and not what went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from specmend.document.openapi.keywords import UNIONS
from specmend.document.tree.changes import Change, changes, is_primitive
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import leaves_of
from specmend.document.tree.values import Tree, get

_LISTS: Final = frozenset({"enum", "type", *UNIONS, "servers", "security"})
"""The lists of what is allowed or offered."""

_FEW: Final = 2
_SHORT: Final = 3


def meant_changes(old: Tree, new: Tree) -> Iterator[Change]:
    """The changes that make one tree the other, with each narrowed list as one change.

    A list is narrowed where most of what it allows goes: to set the rest lets nothing through that
    upstream adds. Where little goes, each member that goes is a change of its own.
    """
    found = list(changes(old, new))
    by_list: dict[Address, list[Change]] = {}
    for change in found:
        if _is_member(change):
            by_list.setdefault(change.address[:-1], []).append(change)
    extended = {change.address for change in found if change.kind == "extend"}
    narrowed = {
        address
        for address, gone in by_list.items()
        if address not in extended and _is_narrowed(address, gone, get(new, address))
    }
    done: set[Address] = set()
    for change in found:
        place = change.address[:-1]
        if place not in narrowed or not _is_member(change):
            yield change
        elif place not in done:
            done.add(place)
            yield Change(
                kind="replace", address=place, before=get(old, place), after=get(new, place)
            )


def _is_member(change: Change) -> bool:
    return change.kind == "remove" and isinstance(change.address[-1], int)


def _is_narrowed(address: Address, gone: Sequence[Change], left: Tree) -> bool:
    if not isinstance(left, list) or address[-1] not in _LISTS:
        return False
    is_most = len(gone) >= _FEW and len(gone) >= len(left)
    return is_most and all(map(_is_short, left))


def _is_short(member: Tree) -> bool:
    """Whether a member can be written again: what it says in detail would not follow upstream."""
    return is_primitive(member) or len(leaves_of(member)) <= _SHORT
