"""The changes of plain values: mappings by key, lists by member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specmend.diff.delta import Delta
from specmend.diff.schema_words import shown
from specmend.document.openapi.kinds import NAMING
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same


def value_changes(
    old: Tree,
    new: Tree,
    name: tuple[str, ...],
    address: Address,
    was: Address | None = None,
) -> Iterator[Delta]:
    """What differs between two values under a name; MISSING stands for nothing.

    `was` is the place of the old value, where it is not that of the new one.
    """
    was = address if was is None else was
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            before, after = old.get(key, MISSING), new.get(key, MISSING)
            inner = (*name, str(key))
            yield from value_changes(before, after, inner, (*address, key), (*was, key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_changes(old, new, name, address, was)
    elif MISSING in (old, new):
        verb, value = ("gained", new) if old is MISSING else ("lost", old)
        named = f"{_dotted(name)} {shown(value)}".lstrip()
        text = f"{verb} {named}"
        yield Delta(text=text, address=address, before=old, after=new, was=was)
    else:
        text = f"{_dotted(name)} {shown(old)} → {shown(new)}"
        yield Delta(text=text.lstrip(), address=address, before=old, after=new, was=was)


def is_member(value: Tree, members: Sequence[Tree]) -> bool:
    """Whether a list has a member that says the same."""
    return any(same(value, member) for member in members)


def unpaired(old: Sequence[Tree], new: Sequence[Tree]) -> tuple[list[int], list[int]]:
    """The indexes of the members that the other list has not, or has fewer times."""
    left = list(range(len(new)))
    gone = []
    for index, member in enumerate(old):
        found = next((other for other in left if same(member, new[other])), None)
        if found is None:
            gone.append(index)
        else:
            left.remove(found)
    return gone, left


def _list_changes(
    old: list[Tree], new: list[Tree], name: tuple[str, ...], address: Address, was: Address
) -> Iterator[Delta]:
    gone, come = unpaired(old, new)
    if not gone and not come:
        text = f"{_dotted(name)} has another order"
        yield Delta(text=text, address=address, before=old, after=new, was=was)
        return
    for index in list(come):
        known = _namesake(new[index], old, gone)
        if known is not None:
            gone.remove(known)
            come.remove(index)
            inner = (*name, str(index))
            places = (*address, index), (*was, known)
            yield from value_changes(old[known], new[index], inner, *places)
    for index in come:
        text = f"{_dotted(name)} gained {shown(new[index])}"
        member = new[index]
        place = (*address, index)
        yield Delta(text=text, address=place, member=member, after=member, was=was)
    for index in gone:
        text = f"{_dotted(name)} lost {shown(old[index])}"
        member = old[index]
        yield Delta(text=text, address=address, member=member, before=member, was=(*was, index))


def _namesake(member: Tree, members: Sequence[Tree], indexes: Sequence[int]) -> int | None:
    """The index of the member that has the same names."""
    if not isinstance(member, dict):
        return None
    for keys in NAMING:
        if not all(isinstance(member.get(key), str) for key in keys):
            continue
        for index in indexes:
            other = members[index]
            if isinstance(other, dict) and all(other.get(key) == member[key] for key in keys):
                return index
    return None


def _dotted(name: Sequence[str]) -> str:
    return ".".join(name)
