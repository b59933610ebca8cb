"""A use case reports its phases to whoever asks, and to nobody by default."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from specmend.progress import SILENT, Event, Progress, Relay, each_in_phase, phase


class Heard:
    """A Progress that keeps what it hears."""

    def __init__(self) -> None:
        self.events: list[tuple[str, str, str, int, int]] = []

    def hear(self, event: Event) -> None:
        self.events.append((event.api, event.phase, event.kind, event.done, event.total))


def work(progress: Progress) -> int:
    with phase(progress, "pets", "making models", 2) as advance:
        advance()
        advance()
        return 42


WORKED = [
    ("pets", "making models", "begun", 0, 2),
    ("pets", "making models", "advanced", 1, 2),
    ("pets", "making models", "advanced", 2, 2),
    ("pets", "making models", "ended", 2, 2),
]


def test_nothing_is_said_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert work(SILENT) == 42
    assert capsys.readouterr() == ("", "")


def test_whoever_asks_hears_each_phase_its_parts_and_its_end() -> None:
    heard = Heard()
    assert work(heard) == 42
    assert heard.events == WORKED


def test_events_come_out_of_another_process_through_a_queue() -> None:
    queue: SimpleQueue[Event] = SimpleQueue()
    heard = Heard()
    work(Relay(queue.put))
    while not queue.empty():
        heard.hear(pickle.loads(pickle.dumps(queue.get())))  # noqa: S301 - made on the line itself
    assert heard.events == WORKED


def test_a_phase_ends_where_it_fails_and_the_error_gets_out() -> None:
    heard = Heard()
    with pytest.raises(ZeroDivisionError), phase(heard, "pets", "dividing"):
        _ = 1 / 0
    assert heard.events == [
        ("pets", "dividing", "begun", 0, 0),
        ("pets", "dividing", "ended", 0, 0),
    ]


def test_items_are_counted_one_after_the_other() -> None:
    heard = Heard()
    for item in each_in_phase(heard, "pets", "applying steps", "ab"):
        heard.events.append((item, "", "", 0, 0))
    assert heard.events == [
        ("pets", "applying steps", "begun", 0, 2),
        ("a", "", "", 0, 0),
        ("pets", "applying steps", "advanced", 1, 2),
        ("b", "", "", 0, 0),
        ("pets", "applying steps", "advanced", 2, 2),
        ("pets", "applying steps", "ended", 2, 2),
    ]


def test_nothing_to_do_is_no_phase() -> None:
    heard = Heard()
    assert not list(each_in_phase(heard, "pets", "applying steps", ()))
    assert not heard.events


def test_a_loop_that_is_left_ends_its_phase() -> None:
    heard = Heard()
    items: Iterator[str] = each_in_phase(heard, "pets", "applying steps", "ab")
    assert next(items) == "a"
    del items
    assert heard.events[-1] == ("pets", "applying steps", "ended", 0, 2)
