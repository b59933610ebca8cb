"""Asks the type checker mypy which lines of a program do not fit a package."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.generate.processes import Command, run_together

_FILE: Final = "program_of_a_user.py"
_STUBS: Final = Path(__file__).with_name("stubs")
"""What the checker is told of libraries; without them it would read all that is installed."""

_SETTINGS: Final = """\
[mypy]
no_site_packages = True
follow_imports = silent
ignore_missing_imports = True
disable_error_code = func-returns-value, top-level-await, unused-coroutine
enable_error_code = possibly-undefined
check_untyped_defs = True
strict_optional = True
"""


_OF_PYTHON: Final = "shadows library module"


@dataclass(frozen=True, kw_only=True, slots=True)
class Complaint:
    """An error of the checker: the line, counted from 1, and the checker's name for its kind."""

    line: int
    code: str


def complaints(text: str, package: Path) -> tuple[Complaint, ...]:
    """What is wrong with a program that uses the package in a folder.

    `package` is the folder of the package itself, or its one file. Raises OutsideError where the
    checker fails.
    """
    with TemporaryDirectory(prefix="specmend-types-") as name:
        # What the program imports lies beside it: no path has to be written into settings.
        folder = Path(name)
        _copy(package, folder)
        for library in _STUBS.iterdir():
            # The package can be the library itself.
            if library.name != package.name:
                _copy(library, folder)
        (folder / _FILE).write_text(text, "utf-8")
        (folder / "mypy.ini").write_text(_SETTINGS, "utf-8")
        # In a process of its own, it leaves nothing of its many records here.
        finished = run_together([_command(folder)], folder)[0]
    found = tuple(_complaints(finished.output))
    if finished.exit_code not in {0, 1} or (finished.exit_code and not found):
        raise OutsideError(_problem(finished.stderr or finished.output))
    return found


def _command(folder: Path) -> Command:
    # With the whole path, the checker looks into files whose size and time it knows from another
    # package.
    arguments = [
        "mypy",
        "--config-file=mypy.ini",
        "--output=json",
        "--no-error-summary",
        f"--cache-dir={_cache().name}",
        str(folder / _FILE),
    ]
    return Command(name="mypy", arguments=arguments, accepted=(0, 1, 2))


@cache
def _cache() -> TemporaryDirectory[str]:
    """Where the checker keeps what it knows of the standard library; it goes with this process."""
    return TemporaryDirectory(prefix="specmend-checker-")


def _copy(found: Path, folder: Path) -> None:
    if found.is_dir():
        shutil.copytree(found, folder / found.name, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(found, folder)


def _complaints(said: str) -> Iterator[Complaint]:
    for line in said.splitlines():
        if line.startswith("{"):
            told = json.loads(line)
            if told["severity"] == "error" and Path(told["file"]).name == _FILE:
                yield Complaint(line=told["line"], code=told["code"] or "")


def _problem(words: str) -> Problem:
    if _OF_PYTHON in words:
        return Problem(
            message="the type checker knows a library of this name as a part of Python",
            expected="a package whose name is not one of the standard library",
        )
    lines = [line for line in words.splitlines() if line.strip()]
    return Problem(
        message="the type checker cannot read the new package",
        found=lines[-1].strip() if lines else "no output",
        expected="a package without faults of syntax",
    )
