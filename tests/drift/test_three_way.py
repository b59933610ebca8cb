"""The record of a three-way comparison: what was recorded, what upstream has, what is intended."""

from __future__ import annotations

import pytest

from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison, ThreeWay, in_state
from specmend.matching.locator import Match


def comparison(state: ThreeWay, *evidence: str, partial: bool = False) -> Comparison:
    change = IntendedChange(kind="value", address=("a",), to=("a",), before=1, after=2)
    match = Match(at=("a",), matched_depth=1, whole=True, evidence=evidence)
    return Comparison(intended=change, state=state, match=match, is_partial=partial)


CASES: list[tuple[Comparison, bool, bool]] = [
    # The comparison, whether upstream has a part, and whether the value moved.
    (comparison(ThreeWay.UNCHANGED), False, False),
    (comparison(ThreeWay.UNCHANGED, partial=True), True, False),
    (comparison(ThreeWay.ALREADY_APPLIED), True, False),
    (comparison(ThreeWay.UNCHANGED, "renamed"), False, True),
    (comparison(ThreeWay.DIVERGED, "renamed"), False, False),
]


@pytest.mark.parametrize(("one", "has_part", "is_relocated"), CASES)
def test_what_a_comparison_says(one: Comparison, has_part: bool, is_relocated: bool) -> None:
    assert (one.has_applied_part, one.is_relocated) == (has_part, is_relocated)


def test_those_in_a_state_keep_their_order() -> None:
    all_of_them = [one for one, _, _ in CASES]
    unchanged = in_state(all_of_them, ThreeWay.UNCHANGED)
    assert unchanged == (all_of_them[0], all_of_them[1], all_of_them[3])
    assert in_state(all_of_them, ThreeWay.MISSING) == ()
