"""Which of the added names is the new one of a removed name: never a guess among equals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.operations import operations_in
from specmend.document.tree.similarity import ENOUGH, jaccard
from specmend.document.tree.values import Tree, same
from specmend.matching.index import leaves_in, votes
from specmend.matching.list_members import NamedList, first_names
from specmend.matching.lost_place import LostPlace, Relocation

_MARGIN: Final = 0.1
"""How much better the best guess must be than the second."""

_TELLING: Final = 3
"""From so many leaves on, the shape of a value is evidence; with fewer it needs a second sign."""

_SAME_ID: Final = 2.0
_SAME_TEMPLATE: Final = 1.5
_ALMOST_SAME: Final = 0.99


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class _Guess:
    """A key or index that the lost place may have now, with what stands there."""

    token: str | int
    value: Tree
    score: float
    evidence: str


def renamed_key(lost: LostPlace) -> Relocation | None:
    """The new name of a key that somebody chose, as that of a schema, a path or a property."""
    here, there = lost.old_siblings, lost.new_siblings
    if not isinstance(here, dict) or not isinstance(there, dict):
        return None
    if not spot_at(lost.parent).has_names:
        return None
    guesses = []
    for key in there:
        guess = None if key in here else _guess(lost, key)
        if guess:
            guesses.append(guess)
    rivals = [here[key] for key in here if key not in there and key != lost.key]
    return _chosen(lost, guesses, rivals, lost.value)


def renamed_member(lost: LostPlace) -> Relocation | None:
    """A member of a list, as a parameter, that has another name now."""
    here, there = lost.old_siblings, lost.new_siblings
    if not isinstance(here, list) or not isinstance(there, list):
        return None
    old = NamedList(lost.old, here)
    new = NamedList(lost.new, there)
    removed = _unmatched(old, new)
    value = removed.pop(lost.key, None)
    if not isinstance(value, dict) or not _is_telling(value):
        return None
    added = _unmatched(new, old)
    guesses = []
    for at, member in added.items():
        score = _score(value, member)
        if score >= ENOUGH:
            evidence = _shape(score)
            guess = _Guess(token=at, value=member, score=score, evidence=evidence)
            guesses.append(guess)
    return _chosen(
        lost,
        guesses,
        removed.values(),
        value,
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
        if is_same or (is_new and _says_half(lost.value, member)):
            places.append((*lost.new_parent, at))
    if not places:
        return None
    return Relocation(at=None, candidates=tuple(places))


def _guess(
    lost: LostPlace,
    key: str,
) -> _Guess | None:
    """How well one new name fits, and why."""
    value, other = lost.value, lost.new_siblings[key]
    if lost.parent != ("paths",):
        return _guess_by_shape(lost, key)
    ids = _operation_ids(value) & _operation_ids(other)
    if ids:
        evidence = f"same operation id {min(ids)}"
        return _Guess(
            token=key,
            value=other,
            score=_SAME_ID,
            evidence=evidence,
        )
    if _template(str(lost.key)) == _template(key):
        evidence = "same path but for the names in braces"
        return _Guess(
            token=key,
            value=other,
            score=_SAME_TEMPLATE,
            evidence=evidence,
        )
    return _guess_by_shape(lost, key)


def _guess_by_shape(
    lost: LostPlace,
    key: str,
) -> _Guess | None:
    """How well one new name fits by what stands there, beside it, and by what refers to it."""
    value, other = lost.value, lost.new_siblings[key]
    score = _score(value, other)
    share = 0.0
    if lost.parent == SCHEMAS:
        share = votes(
            lost.old,
            lost.new,
            str(lost.key),
            key,
        )
    if max(score, share) < ENOUGH:
        return None
    has_same_neighbors = _has_same_neighbors(lost, key)
    is_same_in_place = has_same_neighbors and score == 1
    if not share and not is_same_in_place and not _is_telling(value):
        return _Guess(
            token=key,
            value=other,
            score=0.0,
            evidence="",
        )
    evidence = []
    if score >= ENOUGH:
        evidence.append(_shape(score))
    if share:
        evidence.append(f"{share:.0%} of the references to it")
    if has_same_neighbors:
        evidence.append("same neighbors")
    return _Guess(
        token=key,
        value=other,
        score=max(score, share) + share / 4,
        evidence=", ".join(evidence),
    )


def _chosen(
    lost: LostPlace,
    guesses: Sequence[_Guess],
    rivals: Iterable[Tree],
    value: Tree,
) -> Relocation | None:
    """The one guess that is clearly better than all others, and that fits no rival as well.

    `rivals` are the other values that were removed.
    """
    if not guesses:
        return None
    ordered = sorted(guesses, key=lambda guess: -guess.score)
    best = ordered[0]
    if _is_clear(ordered) and not _fits_rival(best, rivals, value):
        return Relocation(
            at=(*lost.new_parent, best.token),
            evidence=best.evidence,
            is_guess=best.score <= 1,
        )
    candidates = tuple((*lost.new_parent, guess.token) for guess in ordered)
    return Relocation(at=None, candidates=candidates)


def _is_clear(ordered: Sequence[_Guess]) -> bool:
    """Whether the first guess is good enough, and better than the second by a margin."""
    best = ordered[0].score
    second = ordered[1].score if len(ordered) > 1 else 0.0
    # Only equal values score 1, so that an equal one needs no margin over one that is alike.
    is_exact = best >= 1 > second
    return best >= ENOUGH and (is_exact or best - second >= _MARGIN)


def _fits_rival(
    guess: _Guess,
    rivals: Iterable[Tree],
    value: Tree,
) -> bool:
    """Whether a guess by shape fits something else that was removed as well."""
    # The id of an operation, or references, say more than what a rival looks like.
    if guess.score > 1:
        return False
    score = _score(value, guess.value)
    return any(_score(rival, guess.value) >= score for rival in rivals)


def _score(one: Tree, other: Tree) -> float:
    """How alike two values are: 1 for equal ones only."""
    if same(one, other):
        return 1.0
    score = jaccard(leaves_in(one), leaves_in(other))
    return min(score, _ALMOST_SAME)


def _says_half(one: Tree, other: Tree) -> bool:
    """Whether one of two mappings says at least half of what the other one does."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    said, now = leaves_in(one), leaves_in(other)
    return 2 * len(said & now) >= min(len(said), len(now))


def _is_telling(value: Tree) -> bool:
    return len(leaves_in(value)) >= _TELLING


def _shape(score: float) -> str:
    if score == 1:
        return "same shape"
    return f"{score:.0%} of its shape"


def _has_same_neighbors(lost: LostPlace, key: str) -> bool:
    """Whether all that stood beside the lost name stands beside the other one, and nothing else."""
    old_neighbors = lost.old_siblings.keys() - {lost.key}
    new_neighbors = lost.new_siblings.keys() - {key}
    return bool(old_neighbors) and old_neighbors == new_neighbors


def _operation_ids(item: Tree) -> set[str]:
    ids = set()
    for _, operation in operations_in(item):
        if "operationId" in operation:
            ids.add(str(operation["operationId"]))
    return ids


def _template(path: str) -> str:
    """A path without the names of its parameters."""
    return re.sub(r"\{[^{}/]*\}", "{}", path)


def _unmatched(
    members: NamedList,
    others: NamedList,
) -> dict[str | int, Tree]:
    """The members that another list does not have, without their names, by their indexes."""
    unmatched: dict[str | int, Tree] = {}
    for index, member in enumerate(members.members):
        if not _is_in(members.tree, member, others):
            unmatched[index] = _without_name(member)
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


def _without_name(member: Tree) -> Tree:
    if not isinstance(member, dict):
        return member
    return {key: value for key, value in member.items() if key != "name"}
