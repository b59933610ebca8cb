"""The processes that work on several APIs, as the one that started them sees them."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Final, Self

from specmend.generate.processes import start_module, wait_for
from specmend.progress import Advance, Event, EventKind, Progress, nothing
from specmend.project.job import GOODBYE, Assignment

_PATIENCE: Final = 10
"""Seconds that a worker has to stop what it started."""

_GLANCE: Final = 0.5
"""Seconds between two looks for Ctrl-C, on systems where waiting hides it."""

Message = dict[str, Any]


class Team:
    """Workers that share an assignment; none of them outlives the context.

    It is one process that copies itself for each API, or as many as there are jobs. `advance` is
    called for each API that ended.
    """

    def __init__(
        self, assignment: Assignment, progress: Progress, advance: Advance = nothing
    ) -> None:
        self._progress, self._advance = progress, advance
        self._heard: SimpleQueue[tuple[_Member, Message | None]] = SimpleQueue()
        self._names = [api.name for api in assignment.apis]
        self._open: dict[tuple[str, str], Event] = {}
        """The phases that began and did not end, by API and name."""
        self._waiting = deque(assignment.order)
        # One that copies itself sees to it that no more than that are in work.
        self._ahead = len(assignment.apis) if assignment.forks else 1
        file = assignment.write()
        count = 1 if assignment.forks else assignment.jobs
        self._members = [_Member(file, self._heard) for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end_phases(range(len(self._names)))
        for member in self._members:
            member.dismiss(is_done=error is None)
        for member in self._members:
            member.wait()

    def work(self) -> dict[int, int]:
        """Do the work; give the exit code of the process of each API, by its index.

        There is none where the process that would know it was stopped.
        """
        codes: dict[int, int] = {}
        for member in self._members:
            self._give(member)
        while any(member.busy for member in self._members):
            member, message = self._hear()
            if message is None:
                self._end_phases(member.busy)
                member.busy.clear()
            elif "event" in message:
                self._tell(_event(*message["event"]))
            elif "bug" in message:
                raise _bug(message["bug"])
            else:
                codes[message["ended"]] = message["code"]
                self._end_phases([message["ended"]])
                self._advance()
                member.busy.discard(message["ended"])
                self._give(member)
        return codes

    def _tell(self, event: Event) -> None:
        if event.kind is EventKind.ENDED:
            self._open.pop((event.api, event.phase), None)
        else:
            self._open[event.api, event.phase] = event
        self._progress.hear(event)

    def _end_phases(self, indexes: Collection[int]) -> None:
        """Say that the phases of some APIs ended, where a process was stopped before it did."""
        names = {self._names[index] for index in indexes}
        for event in [event for event in self._open.values() if event.api in names]:
            self._tell(replace(event, kind=EventKind.ENDED))

    def _give(self, member: _Member) -> None:
        while self._waiting and len(member.busy) < self._ahead:
            member.give(self._waiting.popleft())

    def _hear(self) -> tuple[_Member, Message | None]:
        while True:
            with suppress(Empty):
                return self._heard.get(timeout=_GLANCE)


class _Member:
    """One process, and the indexes of the APIs that it has in work."""

    def __init__(
        self, assignment: Path, heard: SimpleQueue[tuple[_Member, Message | None]]
    ) -> None:
        self.busy: set[int] = set()
        self._process = start_module("specmend.project.worker")
        self._say(os.fsencode(assignment))
        self._listener = Thread(target=self._listen, args=(heard,), daemon=True)
        self._listener.start()

    def give(self, index: int) -> None:
        """Give it one more API."""
        self.busy.add(index)
        self._say(b"%d" % index)

    def dismiss(self, *, is_done: bool) -> None:
        """Let it end: at once where its work is done, else after it has stopped what it does."""
        if is_done:
            self._say(GOODBYE)
        with suppress(OSError):
            self._stdin.close()

    def wait(self) -> None:
        """Wait for its end, not for long."""
        wait_for(self._process, _PATIENCE)
        self._listener.join(_PATIENCE)

    @property
    def _stdin(self) -> Any:
        return self._process.stdin

    def _say(self, line: bytes) -> None:
        # To one that is gone nothing can be said; that it is gone is heard by `_listen`.
        with suppress(OSError):
            self._stdin.write(line + b"\n")
            self._stdin.flush()

    def _listen(self, heard: SimpleQueue[tuple[_Member, Message | None]]) -> None:
        said: Any = self._process.stdout
        with said:
            for line in said:
                heard.put((self, json.loads(line)))
        heard.put((self, None))


def _event(api: str, phase: str, kind: str, done: int, total: int) -> Event:
    return Event(api=api, phase=phase, kind=EventKind(kind), done=done, total=total)


def _bug(trace: str) -> RuntimeError:
    """What a worker did not expect, with its traceback for the log."""
    error = RuntimeError(trace.strip().splitlines()[-1])
    error.add_note(trace)
    return error
