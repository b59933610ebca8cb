"""Changes of a package in words."""

from __future__ import annotations

import pytest
from tests.report.packages import CHANGES

from specmend.report.package_words import HEADINGS, by_weight, further, pieces, verdict
from specmend.surface.checks import CHECKS


def test_the_verdict_counts_what_breaks_apart() -> None:
    assert verdict(CHANGES) == (
        "3 changes for users of the package: 1 breaks programs, 1 breaks type checks, "
        "1 is for information."
    )
    assert verdict(CHANGES[:1] * 2) == "2 changes for users of the package: 2 break programs."
    assert verdict(()) == "Nothing changed for users of the package."


def test_the_worst_comes_first_under_its_heading() -> None:
    assert [heading for heading, _ in by_weight(CHANGES[::-1])] == [
        "What breaks programs",
        "What type checkers complain about",
        "What else changed",
    ]


def test_every_check_has_a_heading() -> None:
    assert {(one.level, one.breaks) for one in CHECKS.values()} == set(HEADINGS)


def test_further_places_are_few_and_counted() -> None:
    assert further(CHANGES[0]) == "`client.shop.buy(...)`, `a`, `b`, `c` and 20 more"
    assert further(CHANGES[1]) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`a` is `b`", [(True, "a"), (False, " is "), (True, "b")]),
        ("a", [(False, "a")]),
        ("", []),
        ("`a` and ` alone", [(False, "`a` and ` alone")]),
    ],
    ids=["code", "words", "nothing", "an_odd_mark"],
)
def test_code_stands_between_marks(text: str, expected: list[tuple[bool, str]]) -> None:
    assert pieces(text) == expected
