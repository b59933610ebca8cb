"""What differs between two trees, as a list of typed changes at the smallest places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, canonical, same

Kind = Literal["add", "remove", "replace", "extend"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One change; made in the order of the list, they lead from the one tree to the other.

    `add` and `replace` concern a key of a mapping or the root, `remove` a key or a member of a
    list. `extend` puts `after`, a list, at the end of the list at the address. MISSING stands for
    nothing.
    """

    kind: Kind
    address: Address
    before: Tree
    after: Tree


def changes(old: Tree, new: Tree, address: Address = ()) -> Iterator[Change]:
    """The changes that make one tree the other, key order aside; none for equal trees.

    A list is made longer before its members change. But for that, no change stands inside the place
    of another one, and a list of which members are removed has no other change inside.
    """
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _of_mappings(old, new, address)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_lists(old, new, address)
    else:
        yield Change(kind="replace", address=address, before=old, after=new)


def is_primitive(value: Tree) -> bool:
    """Whether a value is neither a mapping nor a list."""
    return not isinstance(value, dict | list)


def _of_mappings(old: dict[str, Tree], new: dict[str, Tree], address: Address) -> Iterator[Change]:
    for key, value in old.items():
        if key in new:
            yield from changes(value, new[key], (*address, key))
        else:
            yield Change(kind="remove", address=(*address, key), before=value, after=MISSING)
    for key, value in new.items():
        if key not in old:
            yield Change(kind="add", address=(*address, key), before=MISSING, after=value)


def _of_lists(old: list[Tree], new: list[Tree], address: Address) -> Iterator[Change]:
    """Changes of members in place, or of removed and appended members, else of the whole list."""
    pairs = list(zip(old, new, strict=False))
    is_in_place = all(same(one, other) or _is_equivalent(one, other) for one, other in pairs)
    if len(new) >= len(old) and is_in_place and not _is_shifted(old, new):
        if len(new) > len(old):
            yield Change(kind="extend", address=address, before=old, after=new[len(old) :])
        for index, (one, other) in enumerate(pairs):
            yield from changes(one, other, (*address, index))
        return
    kept = _kept(old, new)
    gone = [member for index, member in enumerate(old) if index not in kept]
    if not kept or any(same(one, other) for one in gone for other in new[len(kept) :]):
        yield Change(kind="replace", address=address, before=old, after=new)
        return
    for index in reversed([index for index in range(len(old)) if index not in kept]):
        yield Change(kind="remove", address=(*address, index), before=old[index], after=MISSING)
    if len(new) > len(kept):
        left = [old[index] for index in kept]
        yield Change(kind="extend", address=address, before=left, after=new[len(kept) :])


def _is_shifted(old: list[Tree], new: list[Tree]) -> bool:
    """Whether a mapping stands at another index now, and so another one was put before it."""
    now = {canonical(member) for member in new if isinstance(member, dict)}
    before = {canonical(member) for member in old}
    return any(
        not same(one, other) and canonical(one) in now and canonical(other) not in before
        for one, other in zip(old, new, strict=False)
        if isinstance(one, dict)
    )


def _is_equivalent(one: Tree, other: Tree) -> bool:
    """Whether two mappings share a member, so that one is the other, changed."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    return any(key in other and same(value, other[key]) for key, value in one.items())


def _kept(old: list[Tree], new: list[Tree]) -> list[int]:
    """Indexes of the old members that are, in order, the beginning of the new list."""
    kept: list[int] = []
    for index, member in enumerate(old):
        if len(kept) < len(new) and same(member, new[len(kept)]):
            kept.append(index)
    return kept
