"""The phases of a run in words: for a log, and for a terminal."""

from __future__ import annotations

import pytest

from specmend.cli.phases import MOST_APIS, MOST_ROWS, Phases, in_time
from specmend.progress import Event, EventKind


def tell(
    phases: Phases, api: str, name: str, kind: str = "begun", now: float = 0, **counts: int
) -> None:
    phases.hear(Event(api=api, phase=name, kind=EventKind(kind), **counts), now)


def test_a_terminal_shows_the_inner_phase_of_each_api_with_its_count_and_time() -> None:
    phases = Phases()
    tell(phases, "", "building", total=30)
    tell(phases, "", "building", "advanced", now=61, done=2, total=30)
    tell(phases, "cats", "generating", now=2)
    tell(phases, "pets", "applying steps", now=3, total=700)
    tell(phases, "pets", "applying steps", "advanced", now=4, done=12, total=700)
    tell(phases, "cats", "making models", now=5)
    assert phases.rows(65) == [
        ("building", "", "2 of 30", "1 min 5 s"),
        ("cats", "making models", "", "1 min 0 s"),
        ("pets", "applying steps", "12 of 700", "1 min 2 s"),
    ]


def test_what_ended_is_not_shown_and_nothing_is_open_at_the_end() -> None:
    phases = Phases()
    assert phases.is_idle
    tell(phases, "pets", "generating")
    tell(phases, "pets", "making models", now=1)
    tell(phases, "pets", "making models", "ended", now=2)
    assert phases.rows(2) == [("pets", "generating", "", "2 s")]
    tell(phases, "pets", "generating", "ended", now=3)
    assert phases.is_idle
    assert phases.rows(3) == []


@pytest.mark.parametrize("more", [0, 3])
def test_a_terminal_shows_no_more_apis_than_fit(more: int) -> None:
    phases = Phases()
    for number in range(MOST_ROWS + more):
        tell(phases, f"api-{number}", "validating")
    rows = phases.rows(0)
    assert len(rows) == MOST_ROWS + bool(more)
    assert (rows[-1][0] == "and 3 more") is bool(more)


def test_a_log_has_one_line_for_each_phase_and_says_it_once() -> None:
    phases = Phases()
    tell(phases, "pets", "applying steps", total=2)
    tell(phases, "pets", "applying steps", "advanced", done=1, total=2)
    tell(phases, "pets", "applying steps", "ended", done=1, total=2)
    tell(phases, "pets", "validating")
    assert phases.lines() == ["pets: applying steps (2) …", "pets: validating …"]
    assert phases.lines() == []


def test_a_log_has_one_line_for_each_api_where_there_are_many() -> None:
    phases = Phases()
    many = MOST_APIS + 1
    tell(phases, "", "building", total=many)
    for name in ("cats", "pets"):
        tell(phases, name, "validating")
        tell(phases, name, "making models")
    assert phases.lines() == [
        "building (21) …",
        "cats: building (1 of 21) …",
        "pets: building (2 of 21) …",
    ]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (59.9, "59 s"), (60, "1 min 0 s"), (3725, "62 min 5 s")]
)
def test_a_time_is_said_as_people_say_it(seconds: float, text: str) -> None:
    assert in_time(seconds) == text
