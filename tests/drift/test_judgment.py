"""The judgment of one action, before it becomes the record of the verdict."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, PET, Move, context, edit, update

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING
from specmend.drift.intended import IntendedChange
from specmend.drift.judgment import Judgment, candidates_of, evidence_of
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.locator import Match
from specmend.steps.step import Expectation, Verdict

A: Address = ("a",)
B: Address = ("b",)
INTEGERS = edit("$..[?@.type == 'integer'].type", "set-value", value="number")
ID_TYPE = update("$.components.schemas.Pet.properties.id.type", "string")


def match(*evidence: str, candidates: tuple[Address, ...] = ()) -> Match:
    return Match(at=A, matched_depth=1, whole=True, evidence=evidence, candidates=candidates)


def comparison(state: ThreeWay, at: Address | None = A, **more: Any) -> Comparison:
    change = IntendedChange(kind="value", address=A, to=A, before=1, after=2)
    fields: dict[str, Any] = {"match": match(), "now": 3, **more}
    return Comparison(intended=change, state=state, at=at, **fields)


PLACES: list[tuple[Comparison, Verdict, Any]] = [
    (comparison(ThreeWay.UNCHANGED), Verdict.APPLIES, 3),
    (comparison(ThreeWay.UNCHANGED, match=match("renamed")), Verdict.MOVED, 3),
    (comparison(ThreeWay.ALREADY_APPLIED), Verdict.ALREADY_UPSTREAM, 3),
    (comparison(ThreeWay.DIVERGED), Verdict.CONFLICT, 3),
    (comparison(ThreeWay.DIVERGED, match=match("renamed")), Verdict.CONFLICT, 3),
    (comparison(ThreeWay.MISSING, None), Verdict.GONE, MISSING),
    (comparison(ThreeWay.MISSING, None, alive=(A,)), Verdict.GONE, 3),
]


@pytest.mark.parametrize(("one", "verdict", "now"), PLACES)
def test_each_place_has_a_verdict_of_its_own(one: Comparison, verdict: Verdict, now: Any) -> None:
    judgment = Judgment(verdict=Verdict.APPLIES, message="so", tree={}, comparisons=(one,))
    (place,) = judgment.record(1, context(ID_TYPE).action).places
    assert (place.verdict, place.recorded, place.now, place.ours) == (verdict, 1, now, 2)
    assert (place.address, place.now_at) == (A, one.at)


def test_a_renamed_key_is_shown_by_its_names() -> None:
    change = IntendedChange(kind="name", address=A, to=B, before={"x": 1}, after={"x": 1})
    one = Comparison(intended=change, state=ThreeWay.UNCHANGED, match=match(), at=A, now="a")
    judgment = Judgment(verdict=Verdict.APPLIES, message="so", tree={}, comparisons=(one,))
    (place,) = judgment.record(1, context(ID_TYPE).action).places
    assert (place.recorded, place.now, place.ours, place.renamed) == ("a", "a", "b", True)


PARTS: list[tuple[Verdict, list[Comparison], tuple[Address, ...]]] = [
    (Verdict.APPLIES, [comparison(ThreeWay.UNCHANGED)], ()),
    (Verdict.APPLIES, [comparison(ThreeWay.ALREADY_APPLIED)], (A,)),
    (Verdict.APPLIES, [comparison(ThreeWay.UNCHANGED, B, is_partial=True)], (B,)),
    (Verdict.APPLIES, [comparison(ThreeWay.ALREADY_APPLIED, None)], ()),
    # What upstream has whole has no parts.
    (Verdict.ALREADY_UPSTREAM, [comparison(ThreeWay.ALREADY_APPLIED)], ()),
]


@pytest.mark.parametrize(("verdict", "comparisons", "already"), PARTS)
def test_the_parts_that_upstream_has(
    verdict: Verdict, comparisons: list[Comparison], already: tuple[Address, ...]
) -> None:
    judgment = Judgment(verdict=verdict, message="so", tree={}, comparisons=tuple(comparisons))
    assert judgment.record(1, context(ID_TYPE).action).already == already


FOUND: list[tuple[Expectation | None, tuple[Expectation, ...], bool]] = [
    # What was recorded, what is found, and whether that is to be recorded.
    (Expectation(matches=1, before=1), (Expectation(matches=1, before=1),), False),
    (Expectation(matches=1, before=1), (Expectation(matches=1, before=2),), True),
    (Expectation(matches=1, before=1), (), False),
    (None, (Expectation(matches=1, before=1),), True),
]


@pytest.mark.parametrize(("recorded", "found", "refresh"), FOUND)
def test_whether_an_expectation_is_to_be_refreshed(
    recorded: Expectation | None, found: tuple[Expectation, ...], refresh: bool
) -> None:
    judgment = Judgment(verdict=Verdict.APPLIES, message="so", tree={}, found=found)
    action = context(ID_TYPE).action
    expecting = type(action)(index=0, target=action.target, update=action.update, expect=recorded)
    assert judgment.record(1, expecting).refresh is refresh


CONTEXTS: list[tuple[Any, list[Move], int, int]] = [
    # The action, what upstream did, and how many places joined and left.
    (INTEGERS, [], 0, 0),
    (INTEGERS, [("remove", ID)], 0, 1),
    (INTEGERS, [("set", (*PET, "x"), {"type": "integer"})], 1, 0),
    # An action with one target has none that left: it is gone or it moved.
    (ID_TYPE, [("remove", ID)], 0, 0),
]


@pytest.mark.parametrize(("fields", "moves", "joined", "left"), CONTEXTS)
def test_what_joined_and_what_left(fields: Any, moves: list[Move], joined: int, left: int) -> None:
    one = context(fields, *moves)
    judgment = Judgment(verdict=Verdict.APPLIES, message="so", tree={})
    record = judgment.record(one.step, one.action, one)
    assert (len(record.joined), len(record.left)) == (joined, left)


def test_each_reason_and_each_candidate_is_named_once() -> None:
    ones = [
        comparison(ThreeWay.UNCHANGED, match=match("x", "y", candidates=(A,))),
        comparison(ThreeWay.MISSING, match=match("y", candidates=(B, A))),
    ]
    assert evidence_of(ones) == "x; y"
    assert candidates_of(ones) == (A, B)
