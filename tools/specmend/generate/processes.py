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
from specmend.generate.inside import run_inside

TIMEOUT = 600
"""Seconds that one command may take; inside of this process, those of CPU time."""

_TOOLS = Path(__file__).parents[2]
"""The folder that the package is imported from."""

# What programs need of the environment on the systems that we know; nothing else gets through.
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")

_INSIDE: Final = ContextVar("_INSIDE", default=0)
"""The threads that a program may have, where modules run in this process; zero elsewhere."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """A module of the running interpreter with its arguments, or those of a `program`.

    `accepted` are the exit codes that mean success.
    """

    name: str
    arguments: Sequence[str]
    program: str = ""
    accepted: tuple[int, ...] = (0,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """What a process said."""

    exit_code: int
    output: str
    stderr: str


@contextmanager
def inside_this_process(threads: int = 1) -> Iterator[None]:
    """Run modules in this process, one after the other, within the context.

    For a process that has loaded what they import, is one of several at work, and ends soon. Of
    all processors, `threads` are its share.
    """
    token = _INSIDE.set(threads)
    try:
        yield
    finally:
        _INSIDE.reset(token)


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
    """Run commands at the same time in one folder, or one after the other in this process.

    Raises OutsideError with a problem for each that failed.
    """
    if _INSIDE.get():
        finished = [_run_inside(command, folder) for command in commands]
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


def _run_inside(command: Command, folder: Path) -> Finished:
    """Run a module here; what fails is run again in a process of its own, whose words count."""
    if not command.program:
        module, *arguments = command.arguments
        code, output, words = run_inside(
            module, arguments, folder=folder, environment=_environment(folder), seconds=TIMEOUT
        )
        if code in command.accepted:
            return Finished(exit_code=code, output=output, stderr=words)
    return _finish(_start(command, folder))


def _start(command: Command, folder: Path) -> subprocess.Popen[str]:
    # The interpreter of the locked environment, without the current folder and the user's packages
    # on its path.
    program = [command.program] if command.program else [sys.executable, "-P", "-s", "-m"]
    arguments = [*program, *command.arguments]
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


def _finish(process: subprocess.Popen[str]) -> Finished:
    try:
        output, words = process.communicate(timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        output, words = process.communicate()
        words += f"\nstopped after {TIMEOUT} seconds"
    except BaseException:
        process.kill()
        raise
    return Finished(exit_code=process.returncode or 0, output=output, stderr=words)


def _environment(folder: Path) -> Mapping[str, str]:
    threads = _INSIDE.get()
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
        **({"RAYON_NUM_THREADS": str(threads)} if threads else {}),
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
