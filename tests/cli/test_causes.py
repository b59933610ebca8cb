"""Problems by their causes: which of them are one, and what is said once for all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specmend.cli.causes import causes_of
from specmend.errors import Problem

A = Problem(message="a", file="a.yaml", line=1, column=1)
B = Problem(message="b", file="a.yaml", line=2, column=1)
LOST = Problem(message="lost", file="a.yaml", cause="reference-lost")


def at(problem: Problem, *lines: int) -> list[Problem]:
    return [replace(problem, line=line, column=1) for line in lines]


TABLE = [
    pytest.param([], [], id="none"),
    pytest.param([A, B], ["a", "b"], id="two causes"),
    pytest.param(at(A, 1, 2, 3), ["a", "a", "a"], id="as many as can be shown"),
    pytest.param(at(A, 1, 2, 3, 4), ["a (4 places)"], id="more of the same words"),
    pytest.param(
        [*at(A, 1, 2, 3), replace(A, advice="do so")],
        ["a", "a", "a", "a"],
        id="the same words with other advice",
    ),
    pytest.param(at(LOST, 1, 2), ["lost (2 places)"], id="a named cause"),
    pytest.param(
        [at(LOST, 1)[0], A, replace(LOST, message="other", line=9)],
        ["lost (2 places)", "a"],
        id="a named cause with other words between",
    ),
    pytest.param(
        [A, *at(B, 1, 2), replace(A, line=7)], ["a", "b", "b", "a"], id="the order of the document"
    ),
    pytest.param(
        [replace(LOST, cause="other"), LOST], ["lost", "lost"], id="the same words of two causes"
    ),
]


@pytest.mark.parametrize(("problems", "headings"), TABLE)
def test_problems_are_one_when_they_have_one_cause(
    problems: list[Problem], headings: list[str]
) -> None:
    assert [cause.heading for cause in causes_of(problems)] == headings


PLACES = [
    pytest.param(at(LOST, 1), [], id="a single one has its place in the heading"),
    pytest.param(at(LOST, 1, 2, 3), ["a.yaml:1:1", "a.yaml:2:1", "a.yaml:3:1"], id="three"),
    pytest.param(
        at(LOST, 1, 2, 3, 4),
        ["a.yaml:1:1", "a.yaml:2:1", "a.yaml:3:1", "and 1 more"],
        id="more than three",
    ),
    pytest.param(
        [replace(LOST, found="x"), replace(LOST, found="y", line=2)],
        ["a.yaml: found x", "a.yaml:2:1: found y"],
        id="another thing is found",
    ),
    pytest.param(
        [replace(LOST, message="GET /a"), replace(LOST, message="GET /b", expected="c")],
        ["a.yaml: GET /a", "a.yaml: GET /b; expected c"],
        id="other words",
    ),
    pytest.param(
        [replace(LOST, file="", found="x"), replace(LOST, file="", found="y")],
        ["found x", "found y"],
        id="no place",
    ),
]


@pytest.mark.parametrize(("problems", "places"), PLACES)
def test_the_first_places_say_what_differs_there(
    problems: list[Problem], places: list[str]
) -> None:
    (cause,) = causes_of(problems)
    assert list(cause.places()) == places


def test_what_all_say_is_said_once_and_what_to_do_is_that_of_the_first() -> None:
    one = replace(LOST, found="x", advice="", step="first")
    other = replace(LOST, found="x", line=2, advice="do so", step="second")
    (cause,) = causes_of([one, other])
    said = [cause.shared(field) for field in ("found", "expected", "advice", "step")]
    assert said == ["x", "", "do so", "first"]
