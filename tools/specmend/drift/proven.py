"""The states of places that are shown by what the new document says, wherever it says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from specmend.document.openapi.keywords import COMPOSITIONS, PROSE_KEYWORDS
from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get
from specmend.drift.astray import with_strays
from specmend.drift.foreign import foreign_keywords
from specmend.drift.lists import inside_of_list, is_decided_by_list
from specmend.drift.proof import Proof, proof_of
from specmend.drift.retyped import has_another_type
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.locator import Locator
from specmend.matching.sayings import sayings
from specmend.matching.spelling import knows_nullable
from specmend.matching.wrapped import may_be_wrapped, wrapped_schema

_OTHER_WORDS: Final = {*PROSE_KEYWORDS, "example", "examples"}
"""Fields that say another thing with another value: what was wrong there went."""


def proven(locator: Locator, ours: Sequence[Locator], comparison: Comparison) -> Comparison:
    """A comparison whose state is shown by what the new document says.

    `ours` finds what the old tree has after the action, and after the whole series.
    """
    change = comparison.intended
    if change.kind == "name" or not change.address:
        return comparison
    if comparison.state is ThreeWay.UNCHANGED:
        comparison = _typed(locator, _spoken(locator, _unguessed(comparison)))
        comparison = _unwrapped(locator, ours[0].new, _beside_list(locator, comparison))
        if not _may_be_said(locator, comparison):
            return comparison
    is_decided = is_decided_by_list(comparison)
    proof = None if is_decided else proof_of(locator, ours, change)
    if proof is None:
        return with_strays(locator, ours, comparison)
    if comparison.state is ThreeWay.ALREADY_APPLIED:
        doubts = proof.doubts or proof.unsaid
        return comparison.doubted(doubts) if doubts else _limited(proof, comparison)
    # What is to go, and stands there or where it went, is not mended by what others do not say.
    is_left = _stands_there(comparison) and not proof.is_spelling
    if is_left or not proof.is_mended or proof.doubts:
        compared = _with_candidates(_in_part(comparison, proof), proof)
        return with_strays(locator, ours, compared)
    applied = replace(
        comparison,
        state=ThreeWay.ALREADY_APPLIED,
        match=proof.match,
        at=proof.said_at,
        now=MISSING if proof.said_at is None else get(locator.new, proof.said_at),
        lacking=(),
        surplus=(),
        is_partial=False,
    )
    return _limited(proof, applied)


def _limited(proof: Proof, comparison: Comparison) -> Comparison:
    """What is gone with the whole limit that it was part of is allowed, as all is."""
    places = proof.let_through
    return comparison.doubted(places, "open") if places else comparison


def _stands_there(comparison: Comparison) -> bool:
    """Whether a field that was to go is there, maybe with another value; not with other words."""
    change = comparison.intended
    if change.after is not MISSING:
        return False
    if comparison.state is ThreeWay.UNCHANGED:
        return True
    if comparison.state is not ThreeWay.DIVERGED or comparison.now is MISSING:
        return False
    is_field = isinstance(change.key, str) and not spot_at(change.parent).has_names
    return is_field and change.key not in _OTHER_WORDS


def _spoken(locator: Locator, comparison: Comparison) -> Comparison:
    """An action that would write what the version of upstream does not know is in conflict."""
    is_open = comparison.state is ThreeWay.UNCHANGED
    if not is_open or not foreign_keywords(locator.old, locator.new, comparison.intended):
        return comparison
    return replace(comparison, state=ThreeWay.DIVERGED, doubt="version")


def _typed(locator: Locator, comparison: Comparison) -> Comparison:
    """An action that would add to a schema what is for values of another type is in conflict."""
    is_open = comparison.state is ThreeWay.UNCHANGED and comparison.at is not None
    if not is_open or not has_another_type(locator, comparison.intended, comparison.at or ()):
        return comparison
    return replace(comparison, state=ThreeWay.DIVERGED, doubt="type")


def _beside_list(locator: Locator, comparison: Comparison) -> Comparison:
    """An addition to a list that went into a branch of its own is one beside the old list."""
    inside, at = inside_of_list(locator, comparison), comparison.at
    is_open = comparison.state is ThreeWay.UNCHANGED and at is not None
    return comparison.doubted((*inside, at or ()), "wrapped") if inside and is_open else comparison


def _unwrapped(locator: Locator, applied: Tree, comparison: Comparison) -> Comparison:
    """A place of a schema that may be another one by now, which came around the old one.

    Or around that of the old tree after the action, where upstream made both changes.
    """
    change = comparison.intended
    match = locator.locate(change.parent)
    is_open = comparison.state is ThreeWay.UNCHANGED and not change.adds
    if not is_open or not match.whole:
        return comparison
    if comparison.at != (*match.at, change.key):
        return _beside_mended(locator, applied, comparison, match.at)
    places = [
        place
        for tree in (locator.old, applied)
        for place in wrapped_schema(tree, locator.new, change.parent, match.at)
    ]
    # What is said of a branch more is told by the list of the branches.
    if not places and change.key not in COMPOSITIONS:
        places += may_be_wrapped(locator.old, locator.new, change.parent, match.at)
    inside = tuple(place for place in places if _says(locator.new, place, str(change.key)))
    if not inside:
        return comparison
    inside = tuple(dict.fromkeys((*place, change.key) for place in inside))
    return comparison.doubted((*inside, comparison.at), "wrapped")


def _beside_mended(
    locator: Locator, applied: Tree, comparison: Comparison, schema: Address
) -> Comparison:
    """A place that went into a branch; doubted where another branch is the schema as mended."""
    at, change = comparison.at or (), comparison.intended
    if at[: len(schema)] != schema:
        return comparison
    mended = wrapped_schema(applied, locator.new, change.parent, schema)
    places = tuple((*place, change.key) for place in mended if place != at[:-1])
    return comparison.doubted((*places, at), "wrapped") if places else comparison


def _says(tree: Tree, place: Address, keyword: str) -> bool:
    if get(tree, (*place, keyword)) is not MISSING:
        return True
    return any(one.keyword == keyword for one in sayings(tree, place))


def _may_be_said(locator: Locator, comparison: Comparison) -> bool:
    """Whether what is not at its own place may be said at another one, or in another spelling."""
    change = comparison.intended
    if knows_nullable(locator.old) != knows_nullable(locator.new):
        return True
    if change.adds or comparison.match.relocated:
        return True
    return change.kind == "members" and not comparison.surplus


def _unguessed(comparison: Comparison) -> Comparison:
    """A removal is not made at a place that is only a guess: it would remove a stranger."""
    is_guess = comparison.match.is_guess and _takes_away(comparison)
    if not is_guess or comparison.at is None:
        return comparison
    return comparison.doubted((comparison.at,), "alike")


def _takes_away(comparison: Comparison) -> bool:
    return comparison.intended.after is MISSING or bool(comparison.surplus)


def _in_part(comparison: Comparison, proof: Proof) -> Comparison:
    """An addition that upstream says of some values only: a person decides about the others."""
    is_open = comparison.state is ThreeWay.UNCHANGED and comparison.intended.adds
    if not is_open or not proof.said_in_part:
        return comparison
    return comparison.doubted(proof.said_in_part, "wrapped")


def _with_candidates(comparison: Comparison, proof: Proof) -> Comparison:
    doubts = () if comparison.state is ThreeWay.UNCHANGED else proof.doubts
    if not doubts:
        return comparison
    if comparison.state is ThreeWay.DIVERGED:
        return replace(comparison, alive=doubts)
    candidates = tuple(dict.fromkeys([*comparison.match.candidates, *doubts]))
    return replace(comparison, match=replace(comparison.match, candidates=candidates))
