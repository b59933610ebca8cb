"""What a long run shows on a terminal and in a log, with a clock of the tests' own."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from threading import Event as Flag

import pytest
from rich.console import Console

from specmend.cli.progress import PATIENCE, Lines, Screen, Shown, Sink, Ticker, shown_on_stderr
from specmend.errors import OutsideError, Problem
from specmend.progress import phase


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Ticks:
    """Remembers what is to be called, and whether it still is."""

    def __init__(self) -> None:
        self.tick: Callable[[], None] | None = None

    def start(self, tick: Callable[[], None]) -> None:
        self.tick = tick

    def stop(self) -> None:
        self.tick = None


class Run:
    """A display with a clock and ticks of its own."""

    def __init__(self, sink: Sink) -> None:
        self.clock, self.ticks = Clock(), Ticks()
        self.shown = Shown(sink, self.ticks, self.clock)

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        assert self.ticks.tick is not None
        self.ticks.tick()


class Log(list[str]):
    """The lines that were written, or a standard error that fails."""

    def fail(self, text: str) -> None:
        self.append(text)
        raise OutsideError(Problem(message="the output cannot be written"))


def clean(text: str) -> str:
    return text.replace("\x1b", "^")


def terminal() -> tuple[Run, io.StringIO]:
    written = io.StringIO()
    console = Console(file=written, force_terminal=True, width=60, legacy_windows=False)
    return Run(Screen(clean, console)), written


def test_a_short_run_shows_nothing_in_a_log() -> None:
    log = Log()
    run = Run(Lines(log.append))
    with phase(run.shown, "pets", "validating"):
        run.wait(PATIENCE * 0.9)
    assert log == []


def test_a_log_has_all_phases_once_the_run_has_taken_a_second() -> None:
    log = Log()
    run = Run(Lines(log.append))
    with phase(run.shown, "pets", "applying steps", 3):
        run.wait(0.5)
    with phase(run.shown, "pets", "validating"):
        run.wait(0.4)
        assert log == []
        run.wait(0.2)
        assert log == ["pets: applying steps (3) …", "pets: validating …"]
    with phase(run.shown, "pets", "making models"):
        pass
    assert log[2:] == ["pets: making models …"]


def test_a_run_goes_on_where_its_log_cannot_be_written() -> None:
    log = Log()
    run = Run(Lines(log.fail))
    with phase(run.shown, "", "building", 2):
        run.wait(PATIENCE)
        with phase(run.shown, "pets", "validating"):
            run.wait(1)
    assert log == ["building (2) …"]


def test_a_short_run_shows_nothing_on_a_terminal() -> None:
    run, written = terminal()
    with phase(run.shown, "pets", "validating"):
        run.wait(PATIENCE * 0.9)
    assert written.getvalue() == ""


def test_a_terminal_shows_phase_count_and_time_and_is_clean_at_the_end() -> None:
    run, written = terminal()
    with phase(run.shown, "pets", "applying steps", 700) as advance:
        run.wait(PATIENCE)
        advance()
        run.wait(64)
        text = written.getvalue()
        assert "pets" in text
        assert "applying steps" in text
        assert "0 of 700" in text
        assert "1 of 700" in text
        assert "1 min 5 s" in text
        before = len(text)
    assert written.getvalue()[before:].endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


def test_a_terminal_is_clean_after_an_error_too() -> None:
    run, written = terminal()
    with pytest.raises(ZeroDivisionError), phase(run.shown, "pets", "dividing"):
        run.wait(PATIENCE)
        _ = 1 / 0
    assert written.getvalue().endswith("\x1b[2K")
    assert run.ticks.tick is None


def test_a_terminal_shows_no_word_that_steers_it() -> None:
    run, written = terminal()
    with phase(run.shown, "pets", "fetching \x1b[7m"):
        run.wait(PATIENCE)
    assert "fetching ^[7m" in written.getvalue()


def test_a_second_phase_is_shown_at_once_when_the_run_has_taken_long_enough() -> None:
    run, written = terminal()
    with phase(run.shown, "pets", "fetching"):
        run.wait(PATIENCE)
    with phase(run.shown, "pets", "validating"):
        run.wait(0.1)
    assert "validating" in written.getvalue()


def test_a_ticker_calls_until_it_is_stopped() -> None:
    ticker, called = Ticker(), Flag()
    ticker.start(called.set)
    assert called.wait(60)
    ticker.stop()
    called.clear()
    assert not called.wait(0.15)


@pytest.mark.parametrize(
    ("is_terminal", "term", "sink"),
    [(True, "xterm", Screen), (True, "dumb", Lines), (False, "xterm", Lines)],
)
def test_only_a_terminal_that_can_move_its_cursor_shows_a_live_line(
    monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool, term: str, sink: type[Sink]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    monkeypatch.setenv("TERM", term)
    shown = shown_on_stderr(print, clean)
    assert isinstance(shown._sink, sink)  # noqa: SLF001 - what it shows is what it is for


def test_rich_is_not_loaded_before_a_run_is_long() -> None:
    program = (
        "import sys; from specmend.cli import console; from specmend.progress import phase\n"
        "sys.stderr.isatty = lambda: True\n"
        "with phase(console.progress(), 'pets', 'validating'): pass\n"
        "sys.exit(sum(name.split('.')[0] == 'rich' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
