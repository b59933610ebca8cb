"""Asks the type checker mypy which lines of a program do not fit a package."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import OutsideError, Problem

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
    # Mypy takes long to import, and few commands need it.
    from mypy import api

    with TemporaryDirectory(prefix="specmend-types-") as name:
        # What the program imports lies beside it: no path has to be written into settings.
        folder = Path(name)
        _copy(package, folder)
        for library in _STUBS.iterdir():
            _copy(library, folder)
        (folder / _FILE).write_text(text, "utf-8")
        settings = folder / "mypy.ini"
        settings.write_text(_SETTINGS, "utf-8")
        said, failed, code = api.run(
            [
                f"--config-file={settings}",
                "--output=json",
                "--no-error-summary",
                f"--cache-dir={folder / 'cache'}",
                str(folder / _FILE),
            ]
        )
    found = tuple(_complaints(said))
    if code not in {0, 1} or (code and not found):
        raise OutsideError(_problem(failed or said))
    return found


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
    lines = [line for line in words.splitlines() if line.strip()]
    return Problem(
        message="the type checker cannot read the new package",
        found=lines[-1].strip() if lines else "no output",
        expected="a package without faults of syntax",
    )
