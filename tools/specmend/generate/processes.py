"""Starts processes; no other module does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.generate.copies import Copy

TIMEOUT = 600
"""Seconds that one process may take."""

_TOOLS = Path(__file__).parents[2]
"""The folder that the package is imported from."""

# What programs need of the environment on the systems that we know; nothing else gets through.
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")

_IN_COPIES: Final = ContextVar("_IN_COPIES", default=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """A module of the running interpreter with its arguments.

    `accepted` are the exit codes that mean success.
    """

    name: str
    arguments: Sequence[str]
    accepted: tuple[int, ...] = (0,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """What a process said."""

    exit_code: int
    output: str
    stderr: str


@contextmanager
def in_copies() -> Iterator[None]:
    """Run commands in copies of this process, one after the other, within the context.

    For a process that has loaded what they import, and that is one of several at work.
    """
    token = _IN_COPIES.set(True)
    try:
        yield
    finally:
        _IN_COPIES.reset(token)


def start_module(module: str) -> subprocess.Popen[bytes]:
    """Start a module of ours that hears on its standard input what to do, and answers.

    It sees the surroundings of this process, but for what would make results differ.
    """
    path = os.pathsep.join(filter(None, [str(_TOOLS), os.environ.get("PYTHONPATH", "")]))
    surroundings = {"PYTHONHASHSEED": "0", "PYTHONPATH": path, "PYTHONUTF8": "1"}
    return subprocess.Popen(  # noqa: S603  (our own command line, no shell)
        [sys.executable, "-P", "-s", "-m", module],
        env={**os.environ, **surroundings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def wait_for(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait for the end of a process; it is stopped where that does not come in time."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def run_together(commands: Sequence[Command], folder: Path) -> list[Finished]:
    """Run commands at the same time in one folder.

    Raises OutsideError with a problem for each that failed.
    """
    if _IN_COPIES.get():
        finished = [_finish(_copy(command, folder)) for command in commands]
    else:
        running = [_start(command, folder) for command in commands]
        finished = [_finish(process) for process in running]
    problems = [
        _problem(command, result, folder)
        for command, result in zip(commands, finished, strict=True)
        if result.exit_code not in command.accepted
    ]
    if problems:
        raise OutsideError(*problems)
    return finished


def _start(command: Command, folder: Path) -> subprocess.Popen[str]:
    # The interpreter of the locked environment, without the current folder and the user's packages
    # on its path.
    arguments = [sys.executable, "-P", "-s", "-m", *command.arguments]
    return subprocess.Popen(  # noqa: S603  (our own command line, no shell)
        arguments,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _copy(command: Command, folder: Path) -> Copy:
    module, *arguments = command.arguments
    return Copy(module, arguments, folder=folder, environment=_environment(folder))


def _finish(process: subprocess.Popen[str] | Copy) -> Finished:
    try:
        output, words = process.communicate(timeout=TIMEOUT)
    except (subprocess.TimeoutExpired, TimeoutError):
        process.kill()
        output, words = process.communicate()
        words += f"\nstopped after {TIMEOUT} seconds"
    except BaseException:
        process.kill()
        raise
    return Finished(exit_code=process.returncode or 0, output=output, stderr=words)


def _environment(folder: Path) -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "NO_COLOR": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(_TOOLS),
        "PYTHONUTF8": "1",
        "RUFF_NO_CACHE": "true",
    }


def _problem(command: Command, result: Finished, folder: Path) -> Problem:
    words = (
        (result.stderr or result.output).replace(f"{folder}{os.sep}", "").replace(str(folder), ".")
    )
    lines = [line for line in words.splitlines() if line.strip()]
    return Problem(
        message=f"{command.name}, which writes a part of the package, ended with exit code "
        f"{result.exit_code}",
        found=lines[-1].strip() if lines else "no output",
        expected="files of a package",
        advice="run the build again; report this with the document if it stays",
    )
