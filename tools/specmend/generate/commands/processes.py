"""Runs the program of another generator, with all processes that it starts, and ends them all."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO, Any, Final

MARK: Final = "SPECMEND_RUN"
"""The environment variable by which the processes of one run are known."""

_CHUNK: Final = 1 << 14
_KEPT_CHUNKS: Final = 4
_POSIX: Final = os.name == "posix"
_PATIENCE: Final = 5.0
_ROUNDS: Final = 100
_MOMENT: Final = 0.01

_Handler = Any  # what signal.getsignal gives: a function, or a number of the standard library


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended:
    """How a program ended, and the end of what it printed; negative codes are those of signals.

    `exit_code` is None for one that was stopped because it took too long.
    """

    exit_code: int | None
    output: str
    errors: str = ""


def find_program(name: str, environment: Mapping[str, str]) -> str | None:
    """The file of a program, looked for as a shell does; None where there is none."""
    return shutil.which(name, path=environment.get("PATH", ""))


def run(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    timeout: float,
    *,
    apart: bool = False,
) -> Ended:
    """Run a program in a folder until it ends, and then end whatever it left running.

    Without `apart`, errors are a part of the output. Raises OSError when it cannot be started.
    """
    with _stopping_in_order() as interruptions:
        return _run(arguments, folder, environment, timeout, interruptions, apart=apart)


def _run(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    timeout: float,
    interruptions: _Interruptions,
    *,
    apart: bool,
) -> Ended:
    process = subprocess.Popen(  # noqa: S603  (the command of the settings, without a shell)
        arguments,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if apart else subprocess.STDOUT,
        start_new_session=_POSIX,
    )
    exit_code: int | None
    try:
        interruptions.release()
        listeners = [_Listener(stream) for stream in (process.stdout, process.stderr) if stream]
        exit_code = process.wait(timeout)
    except subprocess.TimeoutExpired:
        exit_code = None
    finally:
        _end_all(process, environment.get(MARK, ""))
    heard = [listener.heard() for listener in listeners]
    return Ended(exit_code=exit_code, output=heard[0], errors=heard[1] if apart else "")


class _Interruptions:
    """The signals that end this process: held back while a program starts, interruptions after.

    A program that has just started would otherwise go on, and nobody would know of it.
    """

    def __init__(self) -> None:
        self._is_holding = True
        self._held: list[int] = []

    def hear(self, number: int, frame: FrameType | None) -> None:
        """Take a signal in; raises KeyboardInterrupt unless it is held back."""
        if not self._is_holding:
            signal.default_int_handler(number, frame)
        self._held.append(number)

    def release(self) -> None:
        """Hold no signal back any more; raises KeyboardInterrupt if there was one."""
        self._is_holding = False
        held, self._held = self._held, []
        if held:
            raise KeyboardInterrupt


@contextmanager
def _stopping_in_order() -> Iterator[_Interruptions]:
    """Let what ends this process be an interruption: else the program would go on without it."""
    interruptions = _Interruptions()
    before = _ending_signals()
    for number in before:
        signal.signal(number, interruptions.hear)
    try:
        yield interruptions
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        interruptions.release()


def _ending_signals() -> Mapping[signal.Signals, _Handler]:
    """The signals that end this process as it stands, with what they do now."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    signals = [signal.SIGINT, *((signal.SIGTERM, signal.SIGHUP) if _POSIX else ())]
    handlers = {number: signal.getsignal(number) for number in signals}
    ending = (signal.SIG_DFL, signal.default_int_handler)
    return {number: handler for number, handler in handlers.items() if handler in ending}


class _Listener:
    """Reads a stream to its end, and keeps the last of it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._chunks: deque[bytes] = deque(maxlen=_KEPT_CHUNKS)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def heard(self) -> str:
        """The end of what was said; a process that nobody could end may still speak."""
        self._thread.join(_PATIENCE)
        return b"".join(self._chunks).decode(errors="replace")

    def _listen(self) -> None:
        with self._stream:
            while chunk := self._stream.read1(_CHUNK):  # type: ignore[attr-defined]
                self._chunks.append(chunk)


def _end_all(process: subprocess.Popen[bytes], mark: str) -> None:
    """End a process, its group, and what left the group."""
    if _POSIX:
        _end_group(process.pid)
        _end_descendants(mark)
    elif process.poll() is None:
        taskkill = Path(os.environ.get("SYSTEMROOT", "")) / "System32" / "taskkill.exe"
        arguments = [str(taskkill), "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(arguments, capture_output=True, check=False)  # noqa: S603
    process.kill()
    process.wait()


def _end_group(group: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def _end_descendants(mark: str) -> None:
    """End the processes that made a group of their own; what is ended takes a moment to go."""
    for _ in range(_ROUNDS if sys.platform == "linux" and mark else 0):
        if not _end_marked(mark):
            return
        time.sleep(_MOMENT)


def _end_marked(mark: str) -> bool:
    """End the processes that have a run's mark in their environment; whether there were any."""
    wanted, found = f"{MARK}={mark}".encode(), False
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and wanted in _environment_of(entry):
            found = _end(int(entry.name)) or found
    return found


def _environment_of(entry: Path) -> list[bytes]:
    try:
        return (entry / "environ").read_bytes().split(b"\0")
    except OSError:
        return []


def _end(process: int) -> bool:
    try:
        os.kill(process, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return False
    return True
