"""Starts git to read; the programs of a release are started by release/programs alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.errors import GitMissing, GitTooSlow

LONGEST: Final = 300
"""Seconds that one command may take."""

# Nothing of what is read may run, and nobody is asked a question.
_GIT: Final = ("git", "-c", "core.hooksPath=/dev/null")
_MISLEADING: Final = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"}
)
_FIXED: Final = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


@dataclass(frozen=True, kw_only=True, slots=True)
class GitRun:
    """How a command ended, what it printed, and the lines of what it said."""

    exit_code: int
    output: bytes
    said: tuple[str, ...]

    @property
    def text(self) -> str:
        """The output as text, without the space around it."""
        return os.fsdecode(self.output).strip()


def own_environment() -> dict[str, str]:
    """This process's variables, but for those that lead git to another repository or index.

    A hook of git, or a person, may have set them.
    """
    return {name: value for name, value in os.environ.items() if name not in _MISLEADING}


def run_git(
    words: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    settings: Sequence[str] = (),
) -> GitRun:
    """Run one command with settings such as `core.fsmonitor=false`, whatever its exit code.

    Raises GitMissing or GitTooSlow.
    """
    options = [word for setting in settings for word in ("-c", setting)]
    try:
        ended = subprocess.run(  # noqa: S603 - no shell; callers give no word that could be an option
            [*_GIT, *options, *words],
            cwd=folder,
            env={**environment, **_FIXED},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitMissing from error
    except subprocess.TimeoutExpired as error:
        raise GitTooSlow(f"more than {LONGEST:g} seconds") from error
    lines = ended.stderr.decode(errors="replace").splitlines()
    said = tuple(line for line in lines if line.strip())
    return GitRun(exit_code=ended.returncode, output=ended.stdout, said=said)
