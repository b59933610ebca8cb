"""What type checkers say of code that uses a generated package."""

from __future__ import annotations

import atexit
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

CHECKERS = ("mypy", "pyright")


@cache
def mypy_cache() -> str:
    """The folder in which mypy keeps what it knows of the libraries, one for each process."""
    folder = tempfile.TemporaryDirectory(prefix="specmend-mypy-")
    atexit.register(folder.cleanup)
    return folder.name


def wrong_lines(checker: str, package: Path, source: str, folder: Path) -> list[int]:
    """The lines of the code with errors; the package itself must have none."""
    (folder / "use.py").write_text(source, "utf-8")
    (folder / "pyrightconfig.json").write_text(f'{{"extraPaths": ["{package.parent}"]}}', "utf-8")
    commands = {
        "mypy": ["mypy", "--strict", "--config-file=", "--cache-dir", mypy_cache()],
        "pyright": ["pyright", f"--pythonpath={sys.executable}"],
    }
    done = subprocess.run(
        [sys.executable, "-m", *commands[checker], "use.py", str(package)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if re.search(r":\d+.*\berror\b", line)]
    inside = [line for line in lines if package.name + "/" in line]
    assert not inside, done.stdout
    return sorted({int(found[1]) for line in lines if (found := re.search(r"use\.py:(\d+)", line))})


def check_types(places: list[Path], folder: Path) -> None:
    """Neither mypy --strict nor pyright may find anything in files or packages."""
    (folder / "pyrightconfig.json").write_text("{}", "utf-8")
    strict = ["-m", "mypy", "--strict", "--config-file=", "--cache-dir", mypy_cache()]
    for command in (strict, ["-m", "pyright", "--pythonpath", sys.executable]):
        done = subprocess.run(
            [sys.executable, *command, *map(str, places)],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def marked_lines(source: str) -> list[int]:
    """The lines that are wrong on purpose."""
    return [number for number, line in enumerate(source.splitlines(), 1) if "# wrong" in line]
