"""A keyword that is gone says nothing any more, unless another one says it in its place."""

from __future__ import annotations

import pytest
from tests.drift import link_faults, object_faults
from tests.drift.faults import Row
from tests.drift.successor_faults import MENDED, SUCCEEDED
from tests.drift.test_proof import ASKED, judged, judged_on

from specmend.steps.step import Verdict

PLACES = ("component", "property", "parameter", "media type")


def place_of(number: int) -> tuple[str, str]:
    """A place and a version, by turns."""
    return PLACES[number % len(PLACES)], ("3.1.0", "3.2.0")[number % 3 == 0]


@pytest.mark.parametrize(
    ("number", "row"), [pytest.param(*one, id=one[1][0]) for one in enumerate(SUCCEEDED)]
)
def test_what_another_keyword_says_now_stays(number: int, row: Row) -> None:
    verdict = judged(row, *place_of(number))
    assert verdict.verdict in ASKED, verdict.message


@pytest.mark.parametrize(
    ("number", "row"), [pytest.param(*one, id=one[1][0]) for one in enumerate(MENDED)]
)
def test_what_joined_beside_it_says_nothing_of_it(number: int, row: Row) -> None:
    verdict = judged(row, *place_of(number))
    assert verdict.verdict is Verdict.ALREADY_UPSTREAM, verdict.message


@pytest.mark.parametrize("row", [pytest.param(one, id=one[0]) for one in link_faults.ALIVE])
def test_an_object_that_says_it_in_other_words_stays(row: object_faults.Row) -> None:
    _, old, fields, new = row
    verdict = judged_on(object_faults.frame(**old), object_faults.frame(**new), fields)
    assert verdict.verdict in ASKED, verdict.message


@pytest.mark.parametrize("row", [pytest.param(one, id=one[0]) for one in link_faults.MENDED])
def test_an_object_that_says_what_is_wanted_is_mended(row: object_faults.Row) -> None:
    _, old, fields, new = row
    verdict = judged_on(object_faults.frame(**old), object_faults.frame(**new), fields)
    assert verdict.verdict is Verdict.ALREADY_UPSTREAM, verdict.message
