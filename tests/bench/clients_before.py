"""Our clients beside those of an earlier revision: `clients_before.py REVISION [ROUNDS]`.

Both packages of each pair run in turns on one Python, so that a busy machine slows both. Both are
compiled first, as an installer does.
"""

from __future__ import annotations

import compileall
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PACKAGES = {"ollama_native": "ollama-native", "ollama_openai": "ollama-openai"}
MEASURES = (
    ("a stream, us per chunk", "sync"),
    ("a stream, async", "async"),
    ("a call, us", "call"),
    ("a call, async", "call async"),
    ("import, ms of CPU", "import"),
    ("import and a first call", "first call"),
)


def main() -> None:
    """Take the packages of the revision out of git, measure, and print the table."""
    revision, rounds = (*sys.argv[1:], "7")[:2]
    with tempfile.TemporaryDirectory() as name:
        before, now = Path(name, "before"), Path(name, "now")
        unpack(revision, before)
        shutil.copytree(ROOT / "generated", now / "generated")
        compileall.compile_dir(name, quiet=1)
        for package, api in PACKAGES.items():
            print(f"{package:<28}{'before':>12}{'now':>12}{'now/before':>12}")
            for label, measure in MEASURES:
                folders = (before / "generated" / api, now / "generated" / api)
                old, new = least(package, measure, folders, int(rounds))
                print(f"{label:<28}{old:>12.2f}{new:>12.2f}{new / old:>12.3f}", flush=True)


def unpack(revision: str, folder: Path) -> None:
    """Write the generated packages of a revision."""
    command = ["git", "-C", str(ROOT), "archive", revision, "generated"]
    archive = subprocess.run(command, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def least(
    package: str, measure: str, folders: tuple[Path, Path], rounds: int
) -> tuple[float, float]:
    """The least number of the package in each folder, their runs taken in turns."""
    found: dict[Path, list[float]] = {folder: [] for folder in folders}
    for _ in range(rounds):
        for folder in folders:
            found[folder].append(measured(package, measure, folder))
    old, new = folders
    return min(found[old]), min(found[new])


def measured(package: str, measure: str, folder: Path) -> float:
    """One measurement in a process of its own."""
    command = [sys.executable, str(HERE / "client_run.py"), package, measure]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(result.stdout)


if __name__ == "__main__":
    main()
