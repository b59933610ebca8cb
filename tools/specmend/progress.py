"""Where work that takes its time says what it is doing; nothing here prints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, TypeVar

_Item = TypeVar("_Item")

Advance = Callable[[], None]
"""Says that one more part of a phase is done."""


def nothing() -> None:
    """An Advance that tells nobody."""


class EventKind(StrEnum):
    """What happened to a phase."""

    BEGUN = "begun"
    ADVANCED = "advanced"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A phase of the work for an API begins, gets on, or ends; it also ends where it fails.

    `api` is empty for work on the whole project. `done` of `total` parts are done; a `total` of 0
    says that nothing is counted.
    """

    api: str
    phase: str
    kind: EventKind
    done: int = 0
    total: int = 0


class Progress(Protocol):
    """Hears what a long run is doing. Several APIs may be in work at once, and phases may nest."""

    def hear(self, event: Event) -> None:
        """Take in what happened; called in the thread that does the work."""


class Silent:
    """A Progress that says nothing."""

    def __repr__(self) -> str:
        return "SILENT"

    def hear(self, event: Event) -> None:
        """Do nothing."""


SILENT: Final[Progress] = Silent()
"""The default of whatever takes a Progress."""


class Relay:
    """A Progress that passes events on: with the `put` of a queue, out of a worker process."""

    def __init__(self, put: Callable[[Event], object]) -> None:
        self._put = put

    def hear(self, event: Event) -> None:
        """Pass an event on."""
        self._put(event)


@contextmanager
def phase(progress: Progress, api: str, name: str, total: int = 0) -> Iterator[Advance]:
    """A context in which one phase of the work for an API is done; it gives what counts its parts.

    `total` is how many parts there are; 0 says that they are not counted.
    """
    done = 0

    def tell(kind: EventKind) -> None:
        progress.hear(Event(api=api, phase=name, kind=kind, done=done, total=total))

    def advance() -> None:
        nonlocal done
        done = min(done + 1, total) if total else done + 1
        tell(EventKind.ADVANCED)

    tell(EventKind.BEGUN)
    try:
        yield advance
    finally:
        tell(EventKind.ENDED)


def each_in_phase(
    progress: Progress, api: str, name: str, items: Collection[_Item]
) -> Iterator[_Item]:
    """The items one after the other, in a phase that counts them; it has none where none are."""
    if not items:
        return
    with phase(progress, api, name, len(items)) as advance:
        for item in items:
            yield item
            advance()
