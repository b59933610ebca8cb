"""Which member of a list is one that is gone: it has another name, or says half of the same."""

from __future__ import annotations

from specmend.document.openapi.references import reference_of, resolve
from specmend.document.tree.similarity import ENOUGH
from specmend.document.tree.values import Tree, same
from specmend.matching.guesses import (
    Guess,
    chosen,
    is_telling,
    score_of,
    shape_of,
    without_name,
)
from specmend.matching.index import leaves_in
from specmend.matching.list_members import NamedList, first_names
from specmend.matching.lost_place import LostPlace, Relocation


def renamed_member(lost: LostPlace) -> Relocation | None:
    """A member of a list, as a parameter, that has another name now."""
    here, there = lost.old_siblings, lost.new_siblings
    if not isinstance(here, list) or not isinstance(there, list):
        return None
    old = NamedList(lost.old, here)
    new = NamedList(lost.new, there)
    removed = _unmatched(old, new)
    value = removed.pop(lost.key, None)
    if not isinstance(value, dict) or not is_telling(value):
        return None
    added = _unmatched(new, old)
    guesses = []
    for at, member in added.items():
        score = score_of(value, member)
        if score >= ENOUGH:
            evidence = shape_of(score)
            guess = Guess(key=at, value=member, score=score, evidence=evidence)
            guesses.append(guess)
    return chosen(
        lost,
        guesses,
        removed.values(),
        value,
        added,
    )


def similar_member(lost: LostPlace) -> Relocation | None:
    """Members of a list that say the same, or half of it: which of them it is is not known."""
    here, there = lost.old_siblings, lost.new_siblings
    if not isinstance(here, list) or not isinstance(there, list):
        return None
    places = []
    for at, member in enumerate(there):
        is_new = not any(same(member, other) for other in here)
        is_same = same(member, lost.value)
        referred = resolve(lost.new, reference_of(member)) if reference_of(member) else member
        if is_same or (is_new and _says_half(lost.value, referred)):
            places.append((*lost.new_parent, at))
    if not places:
        return None
    return Relocation(at=None, candidates=tuple(places))


def _unmatched(
    members: NamedList,
    others: NamedList,
) -> dict[str | int, Tree]:
    """The members that another list does not have, without their names, by their indexes."""
    unmatched: dict[str | int, Tree] = {}
    for index, member in enumerate(members.members):
        if not _is_in(members.tree, member, others):
            unmatched[index] = without_name(member)
    return unmatched


def _is_in(
    tree: Tree,
    member: Tree,
    others: NamedList,
) -> bool:
    """Whether a list has a member of the same names, or, without names, one that says the same."""
    names, keys = first_names(tree, member)
    if not names:
        return bool(others.equal_to(member))
    return bool(others.named(names, keys))


def _says_half(one: Tree, other: Tree) -> bool:
    """Whether one of two mappings says at least half of what the other one does."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    said, now = leaves_in(one), leaves_in(other)
    return 2 * len(said & now) >= min(len(said), len(now))
