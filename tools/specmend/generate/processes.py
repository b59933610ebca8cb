"""Starts processes; no other module does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from specmend.errors import OutsideError, Problem

TIMEOUT = 600
"""Seconds that one process may take."""

_TOOLS = Path(__file__).parents[2]
"""The folder that the package is imported from."""

# What programs need of the environment on the systems that we know; nothing else gets through.
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


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


def run_together(commands: Sequence[Command], folder: Path) -> list[Finished]:
    """Run commands at the same time in one folder.

    Raises OutsideError with a problem for each that failed.
    """
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


def _finish(process: subprocess.Popen[str]) -> Finished:
    try:
        output, words = process.communicate(timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        output, words = process.communicate()
        words += f"\nstopped after {TIMEOUT} seconds"
    return Finished(exit_code=process.returncode, output=output, stderr=words)


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
