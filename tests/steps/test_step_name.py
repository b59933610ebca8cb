"""The names of step files: read, made, and given another number."""

from __future__ import annotations

import pytest

from specmend.steps.step_name import (
    HIGHEST,
    LEFT_OUT,
    digits_of,
    is_of,
    name_of,
    number_of,
    with_number,
)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("0001-move-api-prefix.yaml", 1),
        ("0420-a.yml", 420),
        ("9999-a1-b2.json", HIGHEST),
        ("1-a.yaml", None),
        ("00001-a.yaml", None),
        ("0001.yaml", None),
        ("0001-.yaml", None),
        ("0001-A.yaml", None),
        ("0001-a--b.yaml", None),
        ("0001-a.txt", None),
        ("0001-a.yaml.new", None),
        ("\u0661\u0661\u0661\u0661-a.yaml", None),
    ],
)
def test_the_number_is_read_from_the_name(name: str, number: int | None) -> None:
    assert number_of(name) == number


@pytest.mark.parametrize(("number", "digits"), [(1, "0001"), (420, "0420"), (9999, "9999")])
def test_a_number_is_shown_with_four_digits(number: int, digits: str) -> None:
    assert digits_of(number) == digits


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Move the API prefix", "0007-move-the-api-prefix.yaml"),
        ("\u00dcber Stra\u00dfe 2", "0007-uber-strae-2.yaml"),
        ("\u65e5\u672c", "0007-step.yaml"),
        ("one two three four five six seven eight nine", None),
    ],
)
def test_a_name_is_made_of_the_first_words_of_the_title(title: str, name: str | None) -> None:
    made = name_of(7, title)
    assert made == (name or "0007-one-two-three-four-five-six-seven-eight.yaml")
    assert number_of(made) == 7


def test_another_number_leaves_the_words_and_the_ending() -> None:
    assert with_number("0001-move-api-prefix.json", 20) == "0020-move-api-prefix.json"


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        (name_of(HIGHEST, LEFT_OUT), True),
        (name_of(7, LEFT_OUT), True),
        ("0007-leave-out.yaml", False),
        ("leave-out-operations-that-cannot-be-generated.yaml", False),
    ],
)
def test_a_name_is_known_by_the_title_that_gave_it(name: str, answer: bool) -> None:
    assert is_of(name, LEFT_OUT) is answer
