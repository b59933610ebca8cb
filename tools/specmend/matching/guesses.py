"""Guesses at the new name of something: which is clearly the best, and never one among equals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from specmend.document.tree.similarity import ENOUGH, jaccard
from specmend.document.tree.values import Tree, get, same
from specmend.matching.behind import behind
from specmend.matching.index import leaves_in
from specmend.matching.lost_place import LostPlace, Relocation

_MARGIN: Final = 0.1
"""How much better the best guess must be than the second."""

_TELLING: Final = 3
"""From so many leaves on, the shape of a value is evidence; with fewer it needs a second sign."""

_ALMOST_SAME: Final = 0.99


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Guess:
    """A key or index that the lost place may have now, with what stands there."""

    key: str | int
    value: Tree
    score: float
    evidence: str


def chosen(
    lost: LostPlace,
    guesses: Sequence[Guess],
    rivals: Iterable[Tree],
    value: Tree,
    added: Iterable[str | int],
) -> Relocation | None:
    """The one guess that is clearly better than all others, and that fits no rival as well.

    `rivals` are the other values that were removed, and `added` the keys or indexes that joined.
    """
    if not guesses:
        return None
    best = max(guesses, key=_by_score)
    others = [guess for guess in guesses if guess is not best]
    others += _hidden(lost, best, value, added)
    ordered = [best, *sorted(others, key=_by_score, reverse=True)]
    if _is_clear(ordered) and not _fits_rival(best, rivals, value):
        return Relocation(
            at=(*lost.new_parent, best.key),
            evidence=best.evidence,
            is_guess=best.score <= 1,
        )
    tokens = dict.fromkeys(guess.key for guess in ordered)
    return Relocation(at=None, candidates=tuple((*lost.new_parent, token) for token in tokens))


def score_of(one: Tree, other: Tree) -> float:
    """How alike two values are: 1 for equal ones only."""
    if same(one, other):
        return 1.0
    score = jaccard(leaves_in(one), leaves_in(other))
    return min(score, _ALMOST_SAME)


def is_telling(value: Tree) -> bool:
    """Whether a value says enough for its shape to be evidence."""
    return len(leaves_in(value)) >= _TELLING


def shape_of(score: float) -> str:
    """The evidence that a score is."""
    if score == 1:
        return "same shape"
    return f"{score:.0%} of its shape"


def without_name(member: Tree) -> Tree:
    """A member of a list without its name."""
    if not isinstance(member, dict):
        return member
    return {key: value for key, value in member.items() if key != "name"}


def _by_score(guess: Guess) -> float:
    return guess.score


def _hidden(
    lost: LostPlace, best: Guess, value: Tree, added: Iterable[str | int]
) -> Iterator[Guess]:
    """What joined beside a guess by shape, and refers to such a value or is made of one."""
    if best.score > 1:
        return
    own = (*lost.new_parent, best.key)
    for token in added:
        places = behind(lost.new, (*lost.new_parent, token)) if token != best.key else ()
        # What refers to the guess itself is no other one.
        for place in (place for place in places if place[: len(own)] != own):
            inner = get(lost.new, place)
            inner = without_name(inner) if isinstance(token, int) else inner
            score = score_of(value, inner)
            if score >= ENOUGH:
                yield Guess(key=token, value=inner, score=score, evidence="")


def _is_clear(ordered: Sequence[Guess]) -> bool:
    """Whether the first guess is good enough, and better than the second by a margin."""
    best = ordered[0].score
    second = ordered[1].score if len(ordered) > 1 else 0.0
    # Only equal values score 1, so that an equal one needs no margin over one that is alike.
    is_exact = best >= 1 > second
    return best >= ENOUGH and (is_exact or best - second >= _MARGIN)


def _fits_rival(
    guess: Guess,
    rivals: Iterable[Tree],
    value: Tree,
) -> bool:
    """Whether a guess by shape fits something else that was removed as well."""
    # The id of an operation, or references, say more than what a rival looks like.
    if guess.score > 1:
        return False
    score = score_of(value, guess.value)
    return any(score_of(rival, guess.value) >= score for rival in rivals)
