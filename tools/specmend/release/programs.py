"""Starts the programs of a release; no other module of this room does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from specmend.errors import OutsideError, Problem

LONGEST: Final = 600
"""Seconds that one program may take."""

_KEPT: Final = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
_NO_UMASK: Final = -1


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What a program sees around it; of this process it sees the way to programs only.

    `umask` takes rights from files that the program makes, as umask(2) does.
    """

    variables: Mapping[str, str] = field(default_factory=dict)
    umask: int = _NO_UMASK


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended:
    """How a program ended, and the last line that it said."""

    code: int
    output: str
    words: str


def run_module(
    arguments: Sequence[str], folder: Path, around: Surroundings, python: str = sys.executable
) -> Ended:
    """Run a module of our own environment, or of that of another Python, in a folder."""
    return run_program([python, "-P", "-s", "-m", *arguments], folder, around)


def run_program(command: Sequence[str], folder: Path, around: Surroundings) -> Ended:
    """Run a program to its end; raises OutsideError where it takes too long."""
    try:
        done = subprocess.run(  # noqa: S603  (our own command line, no shell)
            command,
            cwd=folder,
            env=_environment(folder, around),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
            check=False,
            umask=around.umask if os.name == "posix" else _NO_UMASK,
        )
    except subprocess.TimeoutExpired as error:
        message = f"{Path(command[0]).name} took more than {LONGEST:g} seconds"
        raise OutsideError(Problem(message=message, advice="try again")) from error
    output = done.stdout.decode(errors="replace")
    words = done.stderr.decode(errors="replace") or output
    return Ended(code=done.returncode, output=output, words=_last_line(words, folder))


def _environment(folder: Path, around: Surroundings) -> Mapping[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    ours = {"HOME": str(folder), "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**kept, **ours, "PYTHONUTF8": "1", **around.variables}


def _last_line(words: str, folder: Path) -> str:
    """The last line that a program said, without the folder that it ran in."""
    bare = words.replace(f"{folder}{os.sep}", "").replace(str(folder), ".")
    lines = [line.strip() for line in bare.splitlines() if line.strip()]
    return lines[-1] if lines else "no output"
