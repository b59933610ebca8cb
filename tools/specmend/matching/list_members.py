"""By what a member of a list is known, wherever in the list it stands."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.document.openapi.objects import NAMING
from specmend.document.openapi.references import resolve
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, same


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What became of a place: where it is and why, or the places that may be it."""

    at: Address | None
    evidence: str = ""
    candidates: tuple[Address, ...] = ()


def same_member(
    old: Tree, new: Tree, here: list[Tree], there: list[Tree], index: int
) -> int | None:
    """The index in the new list of a member of the old one, or None.

    A member that names itself is known by its names, another one by what it says; where neither tells, by its number
    in lists of equal length.
    """
    if not -len(here) <= index < len(here):
        return None
    member = here[index]
    equal = [number for number, other in enumerate(there) if same(member, other)]
    if len(equal) == 1 and sum(same(member, other) for other in here) == 1:
        return equal[0]
    if _is_readdressed(here, there, index):
        return index
    named = False
    for keys in NAMING:
        names = names_of(old, member, keys)
        if names and sum(names_of(old, other, keys) == names for other in here) == 1:
            named = True
            found = [
                number for number, other in enumerate(there) if names_of(new, other, keys) == names
            ]
            if len(found) == 1:
                return found[0]
    alone = not named and not isinstance(member, str) and len(here) == len(there)
    return index if alone and not _is_named(new, there[index]) else None


def _is_readdressed(here: list[Tree], there: list[Tree], index: int) -> bool:
    """Whether a server, known by its URL alone, has another URL in the same place."""
    if len(here) != len(there):
        return False
    one, other = here[index], there[index]
    if not (isinstance(one, dict) and isinstance(other, dict) and "url" in one and "url" in other):
        return False
    urls = [
        [member.get("url") for member in members if isinstance(member, dict)]
        for members in (here, there)
    ]
    return "name" not in one and one["url"] not in urls[1] and other["url"] not in urls[0]


def names_of(tree: Tree, member: Tree, keys: tuple[str, ...]) -> tuple[str, ...]:
    """What a member says under the naming keys, none unless all are texts; a reference is read where it leads."""
    values = [_value(tree, member, key) for key in keys]
    return tuple(values) if all(isinstance(value, str) for value in values) else ()


def _value(tree: Tree, member: Tree, key: str) -> Tree:
    if not isinstance(member, dict):
        return MISSING
    reference = member.get("$ref")
    if (
        key != "$ref"
        and key not in member
        and isinstance(reference, str)
        and reference.startswith("#")
    ):
        member = resolve(tree, reference)
    return member.get(key, MISSING) if isinstance(member, dict) else MISSING


def _is_named(tree: Tree, member: Tree) -> bool:
    return any(names_of(tree, member, keys) for keys in NAMING)
