"""The table of limits: what the environment may set, and that no limit is missing."""

from __future__ import annotations

import re

import pytest
from tests.repository import ROOT

from specmend import limits
from specmend.limits import LIMITS, Limit, TimeLimit, exceeded

WHOLE = Limit(name="WHOLE", default=20, most=30, meaning="Things.")
PART = TimeLimit(name="PART", default=0.25, meaning="Seconds.")


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (None, 20),
        ("", 20),
        ("7", 7),
        ("31", 30),
        ("9" * 40, 30),
        ("0", 20),
        ("-1", 20),
        ("1.5", 20),
        ("many", 20),
        ("\u0667", 20),
    ],
)
def test_a_whole_limit_is_what_the_environment_says_where_that_is_a_number(
    monkeypatch: pytest.MonkeyPatch, given: str | None, value: int
) -> None:
    if given is not None:
        monkeypatch.setenv("SPECMEND_MAX_WHOLE", given)
    assert WHOLE.value == value


@pytest.mark.parametrize(
    ("given", "value"),
    [(None, 0.25), ("0.5", 0.5), ("3", 3.0), ("0", 0.25), ("1e3", 0.25), ("-1", 0.25), (".", 0.25)],
)
def test_a_limit_of_time_may_have_a_fraction(
    monkeypatch: pytest.MonkeyPatch, given: str | None, value: float
) -> None:
    if given is not None:
        monkeypatch.setenv("SPECMEND_MAX_PART", given)
    assert PART.value == value


def test_what_exceeds_a_limit_is_told_its_name_and_its_variable() -> None:
    error = exceeded(WHOLE)
    assert str(error) == "the document exceeds the limit of 20 for whole"
    assert error.advice == (
        "make the document smaller, or set SPECMEND_MAX_WHOLE to a larger number"
    )


def test_the_table_has_every_limit_and_each_is_explained() -> None:
    assert {f"MAX_{limit.name}" for limit in LIMITS} == {
        name for name in vars(limits) if name.startswith("MAX_")
    }
    assert {
        limit for limit in vars(limits).values() if isinstance(limit, Limit | TimeLimit)
    } == set(LIMITS)
    assert all(limit.meaning.endswith(".") for limit in LIMITS)


def test_every_variable_that_a_message_names_is_in_the_table() -> None:
    text = "".join(
        path.read_text("utf-8") for path in sorted((ROOT / "tools" / "specmend").rglob("*.py"))
    )
    named = set(re.findall(r"SPECMEND_MAX_([A-Z]+)", text))
    assert named <= {limit.name for limit in LIMITS}
    assert named
