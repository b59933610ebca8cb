"""What is written beside an action that a person must decide: the three values of each place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.update.steps import ONE, make_step, verdict_on

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING
from specmend.drift.verdicts import PlaceVerdict
from specmend.steps.step import Verdict
from specmend.update.conflict import LONGEST, MOST_PLACES, conflict_fields, plain_conflict

STEP = make_step(ONE)
AT: Address = ("xa", "one")
ELSEWHERE: Address = ("xc", "one")


def place(verdict: Verdict = Verdict.CONFLICT, **more: Any) -> PlaceVerdict:
    fields: dict[str, Any] = {"now_at": AT, "recorded": 1, "now": 7, "ours": 9, **more}
    return PlaceVerdict(address=AT, verdict=verdict, **fields)


THREE = {"at": "$.xa.one", "recorded": 1, "upstream": 7, "ours": 9}
PLACES: list[tuple[PlaceVerdict, dict[str, Any]]] = [
    (place(), THREE),
    (place(now_at=ELSEWHERE), {"at": "$.xa.one", "now-at": "$.xc.one", **THREE}),
    (place(now_at=None, now=MISSING), {"at": "$.xa.one", "recorded": 1, "ours": 9}),
    (place(recorded=MISSING, ours=None), {"at": "$.xa.one", "upstream": 7, "ours": None}),
]


@pytest.mark.parametrize(("one", "fields"), PLACES)
def test_a_place_is_written_with_its_three_values(
    one: PlaceVerdict, fields: dict[str, Any]
) -> None:
    (written,) = conflict_fields(verdict_on(STEP, Verdict.CONFLICT, places=(one,)))["places"]
    assert written == fields


@pytest.mark.parametrize(("length", "is_whole"), [(LONGEST - 2, True), (LONGEST - 1, False)])
def test_a_long_value_is_written_as_its_digest(length: int, is_whole: bool) -> None:
    one = place(recorded="x" * length)
    (written,) = conflict_fields(verdict_on(STEP, Verdict.CONFLICT, places=(one,)))["places"]
    assert (written["recorded"] == one.recorded) is is_whole
    assert is_whole or written["recorded"].startswith(f"{length + 2} characters, sha256:")


SHOWN: list[tuple[list[PlaceVerdict], list[int]]] = [
    # The places by their values now, and those that are written.
    ([place(now=1), place(now=2)], [1, 2]),
    ([place(now=1, verdict=Verdict.APPLIES), place(now=2)], [2]),
    # Where none needs a person by itself, all are.
    ([place(now=1, verdict=Verdict.APPLIES)], [1]),
    ([place(now=number) for number in range(12)], list(range(MOST_PLACES))),
]


@pytest.mark.parametrize(("places", "written"), SHOWN)
def test_the_places_that_need_a_person(places: list[PlaceVerdict], written: list[int]) -> None:
    fields = conflict_fields(verdict_on(STEP, Verdict.CONFLICT, places=tuple(places)))
    assert [one["upstream"] for one in fields["places"]] == written


def test_candidates_are_written_as_paths() -> None:
    fields = conflict_fields(verdict_on(STEP, Verdict.GONE, candidates=(AT, ELSEWHERE)))
    assert fields == {
        "verdict": "gone",
        "message": "so",
        "candidates": ["$.xa.one", "$.xc.one"],
    }


def test_an_action_of_which_nothing_is_known_has_its_verdict_for_a_message() -> None:
    fields = conflict_fields(verdict_on(STEP, Verdict.BLOCKED, message=""))
    assert fields == plain_conflict("blocked", "blocked")
