"""What a person decides, as it is written on the command line."""

from __future__ import annotations

import pytest

from specmend.errors import UsageError
from specmend.update.decision import Choice, choice_of, read_choices, written_key


def test_nothing_is_decided_by_nothing() -> None:
    assert read_choices([]) == {}
    assert choice_of({}, 4, 1) is None


def test_a_step_and_an_action_are_told_apart() -> None:
    choices = read_choices(["4=ours", "4.2=drop", " 12.1=theirs "])
    assert choices == {(4, None): Choice.OURS, (4, 2): Choice.DROP, (12, 1): Choice.THEIRS}
    assert choice_of(choices, 4, 1) is Choice.OURS
    assert choice_of(choices, 4, 2) is Choice.DROP
    assert choice_of(choices, 12, 2) is None
    assert [written_key(key) for key in choices] == ["4", "4.2", "12.1"]


def test_the_same_said_twice_is_said_once() -> None:
    assert read_choices(["4=ours", "4=ours"]) == {(4, None): Choice.OURS}


@pytest.mark.parametrize(
    "text", ["", "4", "4=", "=ours", "4=mine", "4.0=ours", "-4=ours", "4.1.1=ours", "four=ours"]
)
def test_anything_else_is_no_decision(text: str) -> None:
    with pytest.raises(UsageError, match="is not a decision"):
        read_choices([text])


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        read_choices(["x", "4=ours", "4=drop", "y"])
    assert len(caught.value.problems) == 3
