"""The phases that a run is in, in words; it takes the time as an argument and prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from specmend.progress import Event, EventKind

MOST_APIS: Final = 20
"""The APIs of a run whose phases have a line each in a log; of more, each has one line."""
MOST_ROWS: Final = 8
"""The APIs that a terminal shows at once."""
_MINUTE: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class _Open:
    """A phase that has begun, and when, in seconds."""

    event: Event
    since: float


class Phases:
    """The phases that have begun and not ended, and the lines of a log that are not written yet."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, str], _Open] = {}
        self._lines: list[str] = []
        self._begun: set[str] = set()

    @property
    def is_idle(self) -> bool:
        """Whether no phase is open."""
        return not self._open

    def hear(self, event: Event, now: float) -> None:
        """Take in what happened, at a time in seconds."""
        key = event.api, event.phase
        if event.kind is EventKind.ENDED:
            self._open.pop(key, None)
            return
        known = self._open.get(key)
        self._open[key] = _Open(event=event, since=known.since if known else now)
        if known is None:
            self._lines += self._line(event)

    def lines(self) -> list[str]:
        """The lines of a log for the phases that began since they were asked for last."""
        lines, self._lines = self._lines, []
        return lines

    def rows(self, now: float) -> list[tuple[str, str, str, str]]:
        """What each API is doing: its name, the inner phase, how much is done, for how long.

        Work on the whole project comes first, with its phase in the place of a name.
        """
        inner = {phase.event.api: phase for phase in self._open.values()}
        whole = [inner.pop("")] if "" in inner else []
        shown = [*whole, *list(inner.values())[:MOST_ROWS]]
        rows = [_row(phase, now) for phase in shown]
        more = len(inner) - MOST_ROWS
        return [*rows, (f"and {more} more", "", "", "")] if more > 0 else rows

    def _line(self, event: Event) -> Iterator[str]:
        """The line of a log for a phase that begins, if it has one."""
        counted = f" ({event.total})" if event.total else ""
        many = next((phase.event for phase in self._of_whole_run() if _is_many(phase)), None)
        if not event.api:
            yield f"{event.phase}{counted} …"
        elif many is None:
            yield f"{event.api}: {event.phase}{counted} …"
        elif event.api not in self._begun:
            self._begun.add(event.api)
            yield f"{event.api}: {many.phase} ({len(self._begun)} of {many.total}) …"

    def _of_whole_run(self) -> Iterator[_Open]:
        return (phase for phase in self._open.values() if not phase.event.api)


def in_time(seconds: float) -> str:
    """A time as people say it: `4 s`, or `2 min 5 s`."""
    minutes, left = divmod(int(seconds), _MINUTE)
    return f"{minutes} min {left} s" if minutes else f"{left} s"


def _is_many(phase: _Open) -> bool:
    return phase.event.total > MOST_APIS


def _row(phase: _Open, now: float) -> tuple[str, str, str, str]:
    event = phase.event
    count = f"{event.done} of {event.total}" if event.total else ""
    name, what = (event.api, event.phase) if event.api else (event.phase, "")
    return name, what, count, in_time(now - phase.since)
