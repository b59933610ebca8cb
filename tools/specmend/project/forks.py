"""A process that has loaded all that builds, and copies itself for each API."""

from __future__ import annotations

import contextlib
import gc
import os
import select
import shutil
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Final, NoReturn

from specmend.document.jsonpath.select import compile_query
from specmend.document.text.document import parse_document
from specmend.generate.elsewhere import Elsewhere
from specmend.generate.loading import load_generators
from specmend.generate.processes import inside_this_process
from specmend.project.ahead import begun_in, kept_in
from specmend.project.cache import learn_program, program_digest
from specmend.project.job import GOODBYE, Assignment, Say, work_on
from specmend.project.processors import usable_processors
from specmend.validate.check import validate_document

_GRACE: Final = 2.0
"""Seconds that a copy has to clean up when it is told to stop."""

_GLANCE: Final = 1.0
"""Seconds between two looks of a copy whether the process that made it is still there."""

_MOMENT: Final = 0.01

_PATIENT: Final = 5
"""How much less of a processor a copy asks for than others."""

_MODULES: Final = ("specmend.project.candidate", "specmend.steps.edits.table")
"""What a copy would load else; a command, and what is rare, loads the rest where it is needed."""

_SMALL: Final = {
    "json": '{"openapi": "%s", "info": {"title": "", "version": ""}, "paths": {}}',
    "yaml": "openapi: %s\ninfo: {title: '', version: ''}\npaths: {}\n",
}
_VERSIONS: Final = ("3.0.4", "3.1.1")
"""Documents that are validated once: then the parsers and the standard's schemas are ready."""


class Forks:
    """Copies of this process, each of which works on one API."""

    def __init__(self, assignment: Assignment, say: Say) -> None:
        self._assignment = assignment
        self._say = say
        self._copies: dict[int, int] = {}
        """The index of the API that is in work in each copy, by its process number."""
        self._waiting: deque[int] = deque()
        self._woken, self._wakes = os.pipe()

    def serve(self) -> None:
        """Work on the APIs that the input names, until it says goodbye or ends."""
        _load_own()
        with self._ahead():
            _load_generators(self._assignment.jobs)
        if begun_in(self._assignment.folder) < len(self._assignment.apis):
            _load_schemas()
        gc.freeze()
        gc.enable()
        self._listen()
        for line in self._lines():
            if line == GOODBYE:
                return
            self._waiting.append(int(line))
            self._start()
        self._stop(signal.SIGTERM, _GRACE)
        self._stop(signal.SIGKILL, _GRACE)
        for folder in self._assignment.temporary:
            shutil.rmtree(folder, ignore_errors=True)

    @contextlib.contextmanager
    def _ahead(self) -> Iterator[None]:
        """Let copies do ahead what they can, on the other processors, within the context."""
        parent, copies = os.getpid(), []
        order = self._assignment.order[::-1]
        # One processor loads. More copies than there are others would disturb it.
        others = min(self._assignment.jobs, usable_processors(), len(order)) - 1
        count = others if self._assignment.ahead else 0
        for first in range(count):
            copies.append(os.fork())
            if copies[-1] == 0:
                self._begin(order[first::count], parent)
        try:
            yield
        finally:
            for copy in copies:
                os.kill(copy, signal.SIGKILL)
                os.waitpid(copy, 0)

    def _begin(self, indexes: Sequence[int], parent: int) -> NoReturn:
        """Begin with APIs in a copy, the smallest first: what is not finished is done again."""
        try:
            _be_a_copy(parent)
            # What the other processes do is waited for.
            os.nice(_PATIENT)
            gc.enable()
            with kept_in(self._assignment.folder):
                for index in indexes:
                    if self._assignment.ahead:
                        self._assignment.ahead(self._assignment.apis[index])
        finally:
            os._exit(0)

    def _listen(self) -> None:
        """Be woken when a copy ends."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        os.set_blocking(self._wakes, False)
        os.set_blocking(self._woken, False)
        signal.set_wakeup_fd(self._wakes, warn_on_full_buffer=False)

    def _lines(self) -> Iterator[bytes]:
        """The lines of the input; what ends in the meantime is told."""
        rest = b""
        while True:
            ready, _, _ = select.select([0, self._woken], [], [])
            self._reap()
            if 0 not in ready:
                continue
            data = os.read(0, 1 << 16)
            if not data:
                return
            *lines, rest = (rest + data).split(b"\n")
            yield from lines

    def _start(self) -> None:
        """Begin with those that wait, while fewer than may be are in work."""
        parent = os.getpid()
        while self._waiting and len(self._copies) < self._assignment.jobs:
            index = self._waiting.popleft()
            copy = os.fork()
            if copy == 0:
                self._become(index, parent)
            # Both do this: whoever comes first, it is a group when it has to be stopped.
            _make_group(copy)
            self._copies[copy] = index

    def _become(self, index: int, parent: int) -> NoReturn:
        """Work on one API in a copy, which ends with that."""
        code = 1
        try:
            _be_a_copy(parent)
            threads = max(1, usable_processors() // self._assignment.jobs)
            with inside_this_process(threads), kept_in(self._assignment.folder):
                work_on(self._assignment, index, self._say)
            code = 0
        finally:
            os._exit(code)

    def _reap(self) -> None:
        """Tell of the copies that ended."""
        with contextlib.suppress(BlockingIOError):
            os.read(self._woken, 1 << 10)
        for copy in list(self._copies):
            ended, status = os.waitpid(copy, os.WNOHANG)
            if ended:
                code = os.waitstatus_to_exitcode(status)
                index = self._copies.pop(copy)
                # The next one first: nobody has to wait until it is told.
                self._start()
                self._say({"ended": index, "code": code})

    def _stop(self, number: signal.Signals, seconds: float) -> None:
        """Send a signal to the copies and to what they started, and wait for their end."""
        for copy in self._copies:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(copy, number)
        until = time.monotonic() + seconds
        while self._copies and time.monotonic() < until:
            for copy in list(self._copies):
                if os.waitpid(copy, os.WNOHANG)[0]:
                    del self._copies[copy]
            time.sleep(_MOMENT)


def _load_own() -> None:
    """Load all that builds, but for the generators."""
    for name in _MODULES:
        import_module(name)
    compile_query("$.paths")


def _load_generators(processors: int) -> None:
    """Load all that the generators need, and let the copies share it."""
    program = Elsewhere(program_digest) if processors > 1 else None
    load_generators(processors)
    learn_program((program.take() if program else None) or program_digest())


def _load_schemas() -> None:
    """Load what validates; where all documents are validated ahead, hardly any copy does it."""
    for form, text in _SMALL.items():
        for version in _VERSIONS:
            validate_document(parse_document(text % version, f"small.{form}"))


def _make_group(copy: int) -> None:
    """Let a process be the first of a group of its own; what it starts belongs to that."""
    with contextlib.suppress(OSError):
        os.setpgid(copy, copy)


def _be_a_copy(parent: int) -> None:
    """Lay down what only the parent listens to, and end when the parent is gone."""
    _make_group(os.getpid())
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    def look(*_: object) -> None:
        if os.getppid() != parent:
            raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _GLANCE, _GLANCE)
