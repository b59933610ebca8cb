"""Which of the names that came is the one that a name that went has now: never a guess among equals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.objects import NAMING, spot_at
from specmend.document.openapi.operations import operations_in
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard
from specmend.document.tree.values import Tree, get, same
from specmend.matching.index import leaves_in, votes
from specmend.matching.list_members import Found, names_of

_MARGIN: Final = 0.1
_TELLING: Final = 3
"""Leaves from which on a shape tells what it is; fewer need a second sign."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Guess:
    token: str | int
    score: float
    evidence: str


def renamed_key(old: Tree, new: Tree, address: Address, parent: Address) -> Found | None:
    """A key that somebody chose (a schema, a path, a property, a status, a media type) and has another name now."""
    here, there, name = get(old, address[:-1]), get(new, parent), address[-1]
    if not (isinstance(here, dict) and isinstance(there, dict) and isinstance(name, str)):
        return None
    if not spot_at(address[:-1]).has_names:
        return None
    gone = {key: value for key, value in here.items() if key not in there}
    come = {key: value for key, value in there.items() if key not in here}
    guesses = [_guess(old, new, address, parent, key) for key in come]
    rivals = {key: value for key, value in gone.items() if key != name}
    return _chosen([g for g in guesses if g], parent, rivals, come, gone.get(name))


def renamed_member(old: Tree, new: Tree, address: Address, parent: Address) -> Found | None:
    """A member of a list, as a parameter, that has another name now."""
    here, there, index = get(old, address[:-1]), get(new, parent), address[-1]
    if not (isinstance(here, list) and isinstance(there, list) and isinstance(index, int)):
        return None
    if not isinstance(here[index], dict):
        return None
    gone = {str(i): _nameless(m) for i, m in enumerate(here) if not _is_in(old, m, new, there)}
    come = {i: _nameless(m) for i, m in enumerate(there) if not _is_in(new, m, old, here)}
    if str(index) not in gone:
        return None
    mine = gone.pop(str(index))
    guesses = [_Guess(token=i, score=score, evidence=_shape(score)) for i, m in come.items()
               if (score := _score(mine, m)) >= ENOUGH and _is_telling(mine)]  # fmt: skip
    return _chosen(guesses, parent, gone, come, mine)


def _guess(old: Tree, new: Tree, address: Address, parent: Address, key: str) -> _Guess | None:
    """How well one new name fits, and why."""
    value, other = get(old, address), get(new, (*parent, key))
    score = _score(value, other)
    if address[:-1] == ("paths",):
        if ids := _ids(value) & _ids(other):
            return _Guess(token=key, score=2.0, evidence=f"same operation id {min(ids)}")
        if _template(str(address[-1])) == _template(key):
            return _Guess(token=key, score=1.5, evidence="same path but for the names in braces")
    share = votes(old, new, str(address[-1]), key) if address[:-1] == SCHEMAS else 0.0
    if max(score, share) < ENOUGH:
        return None
    neighbors = _neighbors(get(old, address[:-1]), get(new, parent), str(address[-1]), key)
    if not share and not _is_telling(value) and not (neighbors and score == 1):
        return _Guess(token=key, score=0.0, evidence="")
    words = [_shape(score)] if score >= ENOUGH else []
    words += [f"{share:.0%} of the references to it"] if share else []
    words += ["same neighbors"] if neighbors else []
    return _Guess(token=key, score=max(score, share) + share / 4, evidence=", ".join(words))


def _chosen(
    guesses: Sequence[_Guess],
    parent: Address,
    rivals: Mapping[str, Tree],
    come: Mapping[str, Tree] | Mapping[int, Tree],
    mine: Tree,
) -> Found | None:
    """The one guess that is better than all others, and that no other thing that went fits as well."""
    if not guesses:
        return None
    candidates = tuple((*parent, guess.token) for guess in sorted(guesses, key=lambda g: -g.score))
    nothing = Found(at=None, candidates=candidates)
    first, *others = sorted(guesses, key=lambda guess: -guess.score)
    second = others[0].score if others else 0.0
    exact = first.score >= 1 > second
    if first.score < ENOUGH or not (exact or first.score - second >= _MARGIN):
        return nothing
    value = dict(come)[first.token]  # type: ignore[index]
    own = _score(mine, value)
    if first.score <= 1 and any(_score(rival, value) >= own for rival in rivals.values()):
        return nothing
    return Found(at=(*parent, first.token), evidence=first.evidence)


def _score(one: Tree, other: Tree) -> float:
    return 1.0 if same(one, other) else min(jaccard(leaves_in(one), leaves_in(other)), 0.99)


def _is_telling(value: Tree) -> bool:
    return len(leaves_in(value)) >= _TELLING


def _shape(score: float) -> str:
    return "same shape" if score == 1 else f"{score:.0%} of its shape"


def _neighbors(here: Mapping[str, Tree], there: Mapping[str, Tree], name: str, key: str) -> bool:
    """Whether all else that stood beside a name stands beside the other one, and nothing more."""
    return len(here) > 1 and here.keys() - {name} == there.keys() - {key}


def _ids(item: Tree) -> set[str]:
    return {str(node["operationId"]) for _, node in operations_in(item) if "operationId" in node}


def _template(path: str) -> str:
    return re.sub(r"\{[^{}/]*\}", "{}", path)


def _nameless(member: Tree) -> Tree:
    return {k: v for k, v in member.items() if k != "name"} if isinstance(member, dict) else member


def _is_in(tree: Tree, member: Tree, other: Tree, members: Sequence[Tree]) -> bool:
    """Whether a list has a member of the same names, or one that says the same."""
    names = next((n for keys in NAMING if (n := names_of(tree, member, keys))), ())
    if not names:
        return any(same(member, one) for one in members)
    keys = next(keys for keys in NAMING if names_of(tree, member, keys))
    return any(names_of(other, one, keys) == names for one in members)
