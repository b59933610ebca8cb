"""What a long run is doing, on the standard error: live on a terminal, line by line elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from threading import Event as Flag
from threading import RLock, Thread
from typing import TYPE_CHECKING, Final, Protocol

from specmend.cli.phases import Phases
from specmend.errors import OutsideError
from specmend.progress import Event

if TYPE_CHECKING:
    from rich.console import Console
    from rich.live import Live

PATIENCE: Final = 1.0
"""Seconds that a run may take without a word about what it is doing."""
_PAUSE: Final = 0.1
"""Seconds from one look at the phases to the next."""
_PLAIN_TERMINALS: Final = frozenset({"dumb", "unknown"})


class Sink(Protocol):
    """A place where phases are shown."""

    def show(self, phases: Phases, now: float) -> None:
        """Show what the run is doing at a time."""

    def close(self) -> None:
        """Leave the place to whoever prints next."""


class Ticking(Protocol):
    """Calls something again and again between start and stop."""

    def start(self, tick: Callable[[], None]) -> None:
        """Begin to call."""

    def stop(self) -> None:
        """End it; no call is under way afterwards."""


class Shown:
    """A Progress that shows the phases of a run in a sink, once the run has taken a second."""

    def __init__(
        self,
        sink: Sink,
        ticking: Ticking | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sink, self._clock = sink, clock
        self._ticking = ticking or Ticker()
        self._phases = Phases()
        self._since: float | None = None
        self._lock = RLock()

    def hear(self, event: Event) -> None:
        """Take in what happened. While any phase is open, somebody looks at it now and then."""
        with self._lock:
            was_idle, now = self._phases.is_idle, self._clock()
            self._since = now if self._since is None else self._since
            self._phases.hear(event, now)
            is_idle = self._phases.is_idle
        if was_idle and not is_idle:
            self._ticking.start(self.tick)
        if is_idle and not was_idle:
            self._ticking.stop()
            self.tick()
            self._sink.close()

    def tick(self) -> None:
        """Show the phases, if the run has taken long enough."""
        with self._lock:
            now = self._clock()
            if self._since is not None and now - self._since >= PATIENCE:
                self._sink.show(self._phases, now)


class Ticker:
    """Calls something every tenth of a second, in a thread of its own."""

    def __init__(self) -> None:
        self._stopped = Flag()
        self._thread: Thread | None = None

    def start(self, tick: Callable[[], None]) -> None:
        """Begin to call."""
        self._stopped.clear()
        self._thread = Thread(target=self._run, args=(tick,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it; no call is under way afterwards."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, tick: Callable[[], None]) -> None:
        while not self._stopped.wait(_PAUSE):
            tick()


class Lines:
    """A sink that writes one line for each phase that begins; `say` writes it."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say: Callable[[str], None] | None = say

    def show(self, phases: Phases, now: float) -> None:  # noqa: ARG002
        """Write the lines of the phases that began."""
        for line in phases.lines():
            try:
                if self._say is not None:
                    self._say(line)
            except (OutsideError, OSError):
                # Nobody can be told; the run itself goes on.
                self._say = None

    def close(self) -> None:
        """Nothing is left open."""


class Screen:
    """A sink that shows the open phases on a terminal, and takes them away at the end.

    `clean` makes words of a document fit to be shown.
    """

    def __init__(self, clean: Callable[[str], str], console: Console | None = None) -> None:
        self._clean, self._console = clean, console
        self._live: Live | None = None

    def show(self, phases: Phases, now: float) -> None:
        """Draw the open phases in the place of those before."""
        # rich takes long to import, and short runs need none of it.
        from rich.console import Console
        from rich.live import Live
        from rich.table import Column, Table
        from rich.text import Text

        rows = phases.rows(now)
        if not rows:
            return
        columns = (Column(no_wrap=True, overflow="ellipsis") for _ in rows[0])
        drawn = Table.grid(*columns, padding=(0, 2))
        for name, *others in rows:
            drawn.add_row(Text(name, style="bold"), *(Text(self._clean(one)) for one in others))
        if self._live is None:
            self._console = self._console or Console(stderr=True)
            self._live = Live(
                console=self._console,
                auto_refresh=False,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live.start()
        self._live.update(drawn, refresh=True)

    def close(self) -> None:
        """Take away what was drawn."""
        if self._live is not None:
            self._live.stop()
            self._live = None


def shown_on_stderr(say: Callable[[str], None], clean: Callable[[str], str]) -> Shown:
    """A Progress for the standard error; `say` writes a line of it where that is no terminal.

    `clean` makes words of a document fit to be shown.
    """
    if sys.stderr.isatty() and os.environ.get("TERM") not in _PLAIN_TERMINALS:
        return Shown(Screen(clean))
    return Shown(Lines(lambda text: say(clean(text))))
