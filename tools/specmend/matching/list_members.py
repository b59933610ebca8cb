"""Where a member of a list stands in another list: known by its names, or by what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.kinds import NAMING
from specmend.document.openapi.references import reference_of, resolve
from specmend.document.tree.values import MISSING, Tree, same

Names = tuple[str, ...]

_NO_NAMES: Final[Names] = ()


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list and the document that it is in, where the references of its members lead."""

    tree: Tree
    members: list[Tree]

    def equal_to(self, member: Tree) -> list[int]:
        """The indexes of the members that say the same."""
        return [index for index, other in enumerate(self.members) if same(member, other)]

    def named(
        self,
        names: Names,
        keys: tuple[str, ...],
    ) -> list[int]:
        """The indexes of the members with these names under these keys."""
        return [
            index
            for index, member in enumerate(self.members)
            if names_of(self.tree, member, keys) == names
        ]


def same_member(
    old: NamedList,
    new: NamedList,
    index: int,
) -> int | None:
    """The index in the new list of a member of the old one, or None.

    A member that has names is known by them, any other by what it says. Where neither decides, it
    is known by its index, in lists of equal length.
    """
    if not -len(old.members) <= index < len(old.members):
        return None
    member = old.members[index]
    equal = new.equal_to(member)
    is_unique = len(old.equal_to(member)) == 1
    if is_unique and len(equal) == 1:
        return equal[0]
    if _has_only_another_url(old.members, new.members, index):
        return index
    has_names = False
    for keys in NAMING:
        names = names_of(old.tree, member, keys)
        is_unique = len(old.named(names, keys)) == 1
        if names and is_unique:
            has_names = True
            matches = new.named(names, keys)
            if len(matches) == 1:
                return matches[0]
    # A text that is not there is another text, and a name that is not there another member.
    if has_names or isinstance(member, str):
        return None
    return _at_same_index(old, new, index)


def names_of(
    tree: Tree,
    member: Tree,
    keys: tuple[str, ...],
) -> Names:
    """The values of naming keys, none unless all are texts; a reference has those of its target."""
    values = tuple(_value(tree, member, key) for key in keys)
    if all(isinstance(value, str) for value in values):
        return values
    return _NO_NAMES


def first_names(
    tree: Tree,
    member: Tree,
) -> tuple[Names, tuple[str, ...]]:
    """The surest names of a member, and the keys that they stand under; nothing without any."""
    for keys in NAMING:
        names = names_of(tree, member, keys)
        if names:
            return names, keys
    return _NO_NAMES, ()


def _at_same_index(
    old: NamedList,
    new: NamedList,
    index: int,
) -> int | None:
    if len(old.members) != len(new.members):
        return None
    names, _ = first_names(new.tree, new.members[index])
    if names:
        return None
    return index


def _has_only_another_url(
    here: list[Tree],
    there: list[Tree],
    index: int,
) -> bool:
    """Whether a server, known by its URL alone, has another URL in the same place."""
    if len(here) != len(there):
        return False
    old_url = _url(here[index])
    new_url = _url(there[index])
    if MISSING in (old_url, new_url) or "name" in here[index]:
        return False
    is_gone = old_url not in map(_url, there)
    is_new = new_url not in map(_url, here)
    return is_gone and is_new


def _url(member: Tree) -> Tree:
    if not isinstance(member, dict):
        return MISSING
    return member.get("url", MISSING)


def _value(
    tree: Tree,
    member: Tree,
    key: str,
) -> Tree:
    if not isinstance(member, dict):
        return MISSING
    reference = reference_of(member)
    if key not in member and reference.startswith("#"):
        member = resolve(tree, reference)
    if not isinstance(member, dict):
        return MISSING
    return member.get(key, MISSING)
