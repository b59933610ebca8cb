"""A difference as a change of the API."""

from __future__ import annotations

from specmend.diff.delta import Delta
from specmend.diff.told import told


def test_a_difference_has_a_subject_and_a_direction() -> None:
    delta = Delta(path=("a",), text="changed", address=("b",), member=1)
    change = told(delta, "schema Pet", "request")
    assert change.line == "schema Pet (sent): `a` changed"
    assert (change.address, change.member) == (("b",), 1)


def test_the_direction_of_the_difference_itself_counts_first() -> None:
    delta = Delta(text="changed", address=(), direction="answer")
    assert told(delta, "GET /a", "request").direction == "answer"
