"""Where a member of a list stands in another list: known by its names, or by what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.kinds import NAMING
from specmend.document.openapi.references import reference_of, resolve
from specmend.document.tree.similarity import leaves_of
from specmend.document.tree.values import MISSING, Tree, canonical, same
from specmend.matching.equivalence import is_equivalent
from specmend.matching.member_kinds import (
    TELLING,
    has_as_branch,
    is_of_another_kind,
    keeps_keys,
)

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


@dataclass(frozen=True, slots=True)
class SameMember:
    """The index of a member in the new list; not sure where a stranger may have its place."""

    index: int
    is_sure: bool = True


def same_member(
    old: NamedList,
    new: NamedList,
    index: int,
) -> SameMember | None:
    """Where a member of the old list stands in the new one, or None.

    A member that has names is known by them, any other by what it says. Where neither decides, it
    is the one member that changed, in a list of which all others stayed as they are.
    """
    if not 0 <= index < len(old.members):
        return None
    member = old.members[index]
    if new.equal_to(member):
        return _equal_member(old, new, index)
    if _has_only_another_url(old.members, new.members, index):
        return _at(old, new, index, index)
    names, _ = first_names(old.tree, member)
    if names:
        return _named_member(old, new, index) or _in_other_words(old, new, index)
    # A text that is not there is another text.
    if isinstance(member, str):
        return None
    return (
        _in_other_words(old, new, index)
        or _telling_member(old, new, index)
        or _only_changed(old, new, index)
    )


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


def _equal_member(
    old: NamedList,
    new: NamedList,
    index: int,
) -> SameMember | None:
    """The member that says the same; of several, the one in the same order, if all are there."""
    member = old.members[index]
    before = old.equal_to(member)
    now = new.equal_to(member)
    if len(before) != len(now):
        return None
    # Where the list went into a branch of its own, its namesake may be a stranger.
    is_sure = _branches_of(new, member) <= _branches_of(old, member)
    return SameMember(now[before.index(index)], is_sure=is_sure)


def _branches_of(members: NamedList, branch: Tree) -> int:
    """How many members have another one as a branch."""
    return sum(has_as_branch(member, branch) for member in members.members)


def _named_member(
    old: NamedList,
    new: NamedList,
    index: int,
) -> SameMember | None:
    """The member of the same names, by the surest that tell it apart in both lists."""
    for keys in NAMING:
        names = names_of(old.tree, old.members[index], keys)
        if names and len(old.named(names, keys)) == 1:
            matches = new.named(names, keys)
            if len(matches) == 1:
                return SameMember(matches[0])
    return None


def _in_other_words(
    old: NamedList,
    new: NamedList,
    index: int,
) -> SameMember | None:
    """The only member that means the same: a reference to it, or `enum` for `const`."""
    same_before = _equivalent_to(old, index, old)
    matches = _equivalent_to(old, index, new)
    if len(matches) != 1 or same_before != [index]:
        return None
    return SameMember(matches[0])


def _equivalent_to(
    members: NamedList,
    index: int,
    others: NamedList,
) -> list[int]:
    """The indexes of the mappings that mean the same; of two references, each is its own."""
    member = members.members[index]
    return [
        at
        for at, other in enumerate(others.members)
        if isinstance(member, dict)
        and isinstance(other, dict)
        and (same(member, other) or not (reference_of(member) and reference_of(other)))
        and is_equivalent(member, other, members.tree, others.tree)
    ]


def _telling_member(
    old: NamedList,
    new: NamedList,
    index: int,
) -> SameMember | None:
    """The member that alone says in both lists what tells members of its kind apart."""
    member = old.members[index]
    if not isinstance(member, dict):
        return None
    for telling in TELLING:
        said = telling(member)
        if said and _saying(old.members, telling, said) == [index]:
            matches = _saying(new.members, telling, said)
            if len(matches) == 1:
                return _at(old, new, index, matches[0])
    return None


def _saying(
    members: list[Tree],
    telling: Callable[[dict[str, Tree]], str],
    said: str,
) -> list[int]:
    return [
        index
        for index, member in enumerate(members)
        if isinstance(member, dict) and telling(member) == said
    ]


def _only_changed(
    old: NamedList,
    new: NamedList,
    index: int,
) -> SameMember | None:
    """The one member that is new in a list from which this one alone is gone."""
    changed = _without_equal(new, old)
    if len(changed) != 1 or _without_equal(old, new) != [index]:
        return None
    names, _ = first_names(new.tree, new.members[changed[0]])
    if names:
        return None
    return _at(old, new, index, changed[0])


def _without_equal(
    members: NamedList,
    others: NamedList,
) -> list[int]:
    """The indexes of the members that another list does not have, or has fewer times."""
    unpaired = Counter(map(canonical, others.members))
    indexes = []
    for index, member in enumerate(members.members):
        said = canonical(member)
        if unpaired[said]:
            unpaired[said] -= 1
        else:
            indexes.append(index)
    return indexes


def _at(
    old: NamedList,
    new: NamedList,
    before: int,
    now: int,
) -> SameMember:
    """A member that changed; it is sure where most of it stayed, or it alone changed, in place."""
    member, other = old.members[before], new.members[now]
    was = leaves_of(member)
    stayed = was & leaves_of(other)
    is_alone = _without_equal(old, new) == [before] and _without_equal(new, old) == [now]
    is_most = 2 * len(stayed) > len(was)
    is_sure = bool(stayed) and (is_most or (is_alone and keeps_keys(member, other)))
    # Where the member itself is a branch by now, what has its place came around it, or beside.
    is_branch = any(has_as_branch(one, member) for one in new.members)
    is_other = is_branch or is_of_another_kind(member, other)
    return SameMember(now, is_sure=is_sure and not is_other)


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
