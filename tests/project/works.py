"""Works of all kinds for worker processes: what they do depends on the name of the API."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.repository import ROOT

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.progress import Event, Progress, phase
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings

PATIENCE = 30.0
"""Seconds after which a test gives up to wait for other processes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """Does what the name of the API says, in two phases, and gives that name."""

    folder: Path

    def __call__(self, api: ApiLayout, progress: Progress) -> str:
        with phase(progress, api.name, "starting"):
            (self.folder / f"{api.name}.pid").write_text(f"{os.getpid()} {os.getppid()}")
        with phase(progress, api.name, "acting"):
            self._act(api.name.partition("-")[0], api)
        return api.name

    def begin(self, api: ApiLayout) -> None:
        """Begin ahead with an API, and never come to an end."""
        (self.folder / f"{api.name}.ahead").write_text(str(os.getpid()))
        time.sleep(PATIENCE)

    def _act(self, word: str, api: ApiLayout) -> None:
        if word == "wrong":
            raise RepositoryError(Problem(message="wrong", file=api.name))
        if word == "outside":
            raise OutsideError(Problem(message="outside", file=api.name))
        if word == "full":
            raise OSError(28, "No space left on device")
        if word == "bug":
            raise KeyError(api.name)
        if word == "memory":
            raise MemoryError
        if word == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "orphaned":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(PATIENCE)
        if word == "meets":
            self._meet(api)
        if word == "slow":
            time.sleep(PATIENCE)

    def _meet(self, api: ApiLayout) -> None:
        """End only if another one is in work too."""
        until = time.monotonic() + PATIENCE
        while len(list(self.folder.glob("meets-*.pid"))) < 2:
            assert time.monotonic() < until, api.name
            time.sleep(0.01)


class Heard:
    """A Progress that keeps what it hears."""

    def __init__(self) -> None:
        self.events: list[tuple[str, str, str]] = []

    def hear(self, event: Event) -> None:
        self.events.append((event.api, event.phase, event.kind))


def layouts(root: Path, *names: str) -> list[ApiLayout]:
    """APIs of these names, of which there is no file."""
    return [ApiLayout(name=n, root=root, settings=ApiSettings(package="package")) for n in names]


def let_workers_import(patch: pytest.MonkeyPatch) -> None:
    """Let worker processes import this module."""
    patch.setenv("PYTHONPATH", str(ROOT))


def wait_for_file(path: Path) -> str:
    """What a file says, as soon as it says something."""
    until = time.monotonic() + PATIENCE
    while not (path.is_file() and path.read_text()):
        assert time.monotonic() < until, f"{path} did not come"
        time.sleep(0.02)
    return path.read_text()


def wait_for_end(*numbers: int) -> None:
    """Wait until none of these processes runs any more."""
    until = time.monotonic() + PATIENCE
    while running := [number for number in numbers if _runs(number)]:
        assert time.monotonic() < until, f"{running} still run"
        time.sleep(0.02)


def _runs(number: int) -> bool:
    command = ["ps", "-o", "stat=", "-p", str(number)]
    state = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return bool(state) and not state.startswith("Z")
