"""What type checkers say of generated packages and of code that uses them, of all at once.

A checker takes seconds to read the libraries, so it is asked one time about many packages.
"""

from __future__ import annotations

import atexit
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from tests.generate.conftest import write_parcel

from specmend.generate.plan import ClientPackage, PackagePlan

CHECKERS = ("mypy", "pyright")
Make = Callable[[pytest.TempPathFactory, PackagePlan], ClientPackage]


@cache
def mypy_cache() -> str:
    """The folder in which mypy keeps what it knows of the libraries, one for each process."""
    folder = tempfile.TemporaryDirectory(prefix="specmend-mypy-")
    atexit.register(folder.cleanup)
    return folder.name


@dataclass(frozen=True, kw_only=True)
class Example:
    """A package and code that uses it; the comment `# wrong` is at each line with an error."""

    name: str
    make: Make
    use: str = ""

    @property
    def source(self) -> str:
        """The code; its last line is always wrong, so that a checker that skips it is found out."""
        use = self.use.replace("{package}", self.name)
        return f"{use}\nimport {self.name}\n{self.name}.no_such_name  # wrong\n"

    @property
    def wrong_lines(self) -> list[int]:
        """The lines that are wrong on purpose."""
        lines = enumerate(self.source.splitlines(), 1)
        return [number for number, line in lines if "# wrong" in line]

    def write(self, package: ClientPackage, folder: Path) -> None:
        """The package beside its use."""
        write_parcel(package, folder)
        (folder / f"use_{self.name}.py").write_text(self.source, "utf-8")


@dataclass(frozen=True, kw_only=True)
class Error:
    """An error by its file, below the folder of all examples, and its line."""

    file: str
    line: int


def ask(checker: str, examples: Sequence[Example], folder: Path) -> str:
    """What a checker says, and at its strictest, of all packages and their uses in a folder."""
    (folder / "pyrightconfig.json").write_text("{}", "utf-8")
    commands = {
        "mypy": ["mypy", "--strict", "--config-file=", "--cache-dir", mypy_cache()],
        "pyright": ["pyright", f"--pythonpath={sys.executable}"],
    }
    places = [place for one in examples for place in (one.name, f"use_{one.name}.py")]
    done = subprocess.run(
        [sys.executable, "-m", *commands[checker], *places],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def read_errors(said: str, folder: Path) -> list[Error]:
    """The errors in what a checker said, as many as it counted itself."""
    found = re.findall(r"^ *(\S.*?\.py):(\d+)(?:: |:\d+ - )error:", said, re.MULTILINE)
    counted = re.search(r"(\d+) errors?\b(?! in this file)", said.splitlines()[-1])
    assert counted
    assert len(found) == int(counted[1]), said
    return [
        Error(file=Path(folder, name).relative_to(folder).as_posix(), line=int(line))
        for name, line in found
    ]
