"""Which of the added names is the new one of a removed name: never a guess among equals."""

from __future__ import annotations

import re
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.operations import operations_in
from specmend.document.tree.similarity import ENOUGH
from specmend.document.tree.values import Tree
from specmend.matching.guesses import Guess, chosen, is_telling, score_of, shape_of
from specmend.matching.index import votes
from specmend.matching.lost_place import LostPlace, Relocation

_SAME_ID: Final = 2.0
_SAME_TEMPLATE: Final = 1.5


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
    added = [key for key in there if key not in here]
    return chosen(lost, guesses, rivals, lost.value, added)


def _guess(
    lost: LostPlace,
    key: str,
) -> Guess | None:
    """How well one new name fits, and why."""
    value, other = lost.value, lost.new_siblings[key]
    if lost.parent != ("paths",):
        return _guess_by_shape(lost, key)
    ids = _operation_ids(value) & _operation_ids(other)
    if ids:
        evidence = f"same operation id {min(ids)}"
        return Guess(
            key=key,
            value=other,
            score=_SAME_ID,
            evidence=evidence,
        )
    if _template(str(lost.key)) == _template(key):
        evidence = "same path but for the names in braces"
        return Guess(
            key=key,
            value=other,
            score=_SAME_TEMPLATE,
            evidence=evidence,
        )
    return _guess_by_shape(lost, key)


def _guess_by_shape(
    lost: LostPlace,
    key: str,
) -> Guess | None:
    """How well one new name fits by what stands there, beside it, and by what refers to it."""
    value, other = lost.value, lost.new_siblings[key]
    score = score_of(value, other)
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
    if not share and not is_same_in_place and not is_telling(value):
        return Guess(
            key=key,
            value=other,
            score=0.0,
            evidence="",
        )
    evidence = []
    if score >= ENOUGH:
        evidence.append(shape_of(score))
    if share:
        evidence.append(f"{share:.0%} of the references to it")
    if has_same_neighbors:
        evidence.append("same neighbors")
    return Guess(
        key=key,
        value=other,
        score=max(score, share) + share / 4,
        evidence=", ".join(evidence),
    )


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
