"""Expectations: taken, compared, put in words and written."""

from __future__ import annotations

import pytest

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.steps.expectation import LONGEST, as_data, describe, meets, take
from specmend.steps.step import Expectation

ONE: tuple[tuple[Address, Tree], ...] = ((("a",), {"x": 1}),)
TWO: tuple[tuple[Address, Tree], ...] = ((("a",), 1), (("b",), 2))


def test_one_short_value_is_taken_whole() -> None:
    assert as_data(take(ONE)) == {"matches": 1, "before": {"x": 1}}


def test_null_is_a_value_and_not_an_absence() -> None:
    assert as_data(take(((("a",), None),))) == {"matches": 1, "before": None}


def test_several_values_are_taken_by_a_digest_that_their_order_does_not_change() -> None:
    assert take(TWO) == take(TWO[::-1])
    assert set(as_data(take(TWO))) == {"matches", "digest"}


@pytest.mark.parametrize(
    "other",
    [
        ((("a",), 1), (("c",), 2)),
        ((("a",), 1), (("b",), 3)),
        ((("a",), 1), (("b",), "2")),
        ((("a",), 1), (("b",), MISSING)),
    ],
)
def test_the_digest_tells_places_and_values_apart(other: tuple[tuple[Address, Tree], ...]) -> None:
    assert not meets(take(other), take(TWO))


def test_a_place_where_nothing_stands_is_not_one_with_null() -> None:
    nothing, null = take(((("a",), MISSING),)), take(((("a",), None),))
    assert nothing.matches == null.matches == 1
    assert not meets(nothing, null)
    assert as_data(nothing).keys() == {"matches", "digest"}


@pytest.mark.parametrize(("length", "key"), [(LONGEST - 2, "before"), (LONGEST - 1, "digest")])
def test_a_long_value_is_written_by_its_digest(length: int, key: str) -> None:
    assert set(as_data(take(((("a",), "x" * length),)))) == {"matches", key}


def test_what_was_not_recorded_is_not_compared() -> None:
    assert meets(take(ONE), Expectation(matches=1, before=MISSING))
    assert not meets(take(ONE), Expectation(matches=2, before=MISSING))


@pytest.mark.parametrize(
    ("expectation", "words"),
    [
        (Expectation(matches=1, before="Pets"), '"Pets"'),
        (Expectation(matches=1, before={}), "nothing there yet"),
        (Expectation(matches=1, before=None), "null"),
        (Expectation(matches=1, before=MISSING), "1 place"),
        (Expectation(matches=3, before=MISSING), "3 places"),
        (
            Expectation(matches=3, before=MISSING, digest="sha256:" + "ab" * 32),
            "3 places, sha256:abababababab…",
        ),
        (Expectation(matches=1, before="x" * 999), '"' + "x" * (LONGEST - 1) + "…"),
    ],
)
def test_an_expectation_is_put_in_few_words(expectation: Expectation, words: str) -> None:
    assert describe(expectation) == words
