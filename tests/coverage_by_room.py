"""Prints the branch coverage of each room by its own tests, and fails where it is under the floor.

Usage: python -m tests.coverage_by_room [--note-passed FILE] [ROOM ...]

FILE gets the names of the tests that passed; `make test PYTEST_ARGS=--without-passed=FILE` runs
the others, so that each test runs once.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from tests.passed import NOTE
from tests.repository import ROOT

TOOLS: Final = ROOT / "tools/specmend"
TESTS: Final = ROOT / "tests"
ROOMS: Final = (
    "cli", "generate", "project", "document/jsonpath", "drift", "steps", "validate",
    "steps/exchange", "steps/edits", "document/text", "document/openapi", "steps/learn",
    "source", "document/tree", "update", "generate/client", "generate/normalize",
    "source/swagger", "source/bundle", "generate/types", "storage", "report", "matching",
    "settings", "diff", "surface", "review", "release",
)  # fmt: skip
"""The rooms, the slowest tests first; a room inside another one is measured by itself."""
FLOOR: Final = 90.0
FLOORS: Final = {"drift": 95.0, "update": 95.0}
NOT_MEASURED: Final = ("generate/runtime", "generate/templates", "generate/package")
"""Goes into the generated packages, and the tests that call these: they cover copies."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """How much of a room its own tests run: lines and branches together, in percent."""

    room: str
    percent: float
    modules: dict[str, float]
    failure: str
    passed: Sequence[str] = ()

    @property
    def floor(self) -> float:
        return FLOORS.get(self.room, FLOOR)

    @property
    def is_enough(self) -> bool:
        return not self.failure and self.percent >= self.floor


def main(words: Sequence[str]) -> int:
    """Measure rooms; 1 where a test failed or a room is under its floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.coverage_by_room")
    parser.add_argument(NOTE, type=Path, metavar="FILE", help="write which tests passed")
    parser.add_argument("rooms", nargs="*", metavar="ROOM")
    given = parser.parse_args(words)
    unknown = sorted(set(given.rooms) - set(ROOMS))
    if unknown:
        parser.error(f"no such room: {', '.join(unknown)}; the rooms are {', '.join(ROOMS)}")
    measured = measure_all(given.rooms or ROOMS)
    if given.note_passed:
        passed = [name for one in measured for name in one.passed]
        given.note_passed.write_text(json.dumps(passed), encoding="utf-8")
    tell(measured)
    return 0 if all(one.is_enough for one in measured) else 1


def measure_all(rooms: Sequence[str]) -> list[Measured]:
    """Measure as many rooms at once as there are cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return sorted(pool.map(measure, rooms), key=lambda one: one.room)


def tell(measured: Sequence[Measured]) -> None:
    """Print the table, and what is to blame for a room that is not covered enough."""
    print(f"{'room':<22} branch coverage  floor")
    for one in measured:
        print(f"{one.room:<22} {one.percent:>13.1f} %  {one.floor:.0f} %")
    for one in measured:
        explain(one)


def explain(one: Measured) -> None:
    """Say of a room that is not covered enough which modules are to blame."""
    if one.is_enough:
        return
    print(f"\n{one.room}: {one.failure or f'under the floor of {one.floor:.0f} %'}")
    for name, percent in sorted(one.modules.items(), key=lambda item: item[1]):
        if percent < one.floor:
            print(f"  {percent:5.1f} %  {name}")


def measure(room: str) -> Measured:
    """Run the tests of a room in a process of their own, and read what they covered."""
    tests = TESTS / room
    if not tests.is_dir():
        return Measured(room=room, percent=0, modules={}, failure="has no tests of its own")
    with tempfile.TemporaryDirectory() as folder:
        report, noted = Path(folder, "report.json"), Path(folder, "passed.json")
        data = f"--data-file={folder}/data"
        words = [*selected(room), f"{NOTE}={noted}"]
        ran = run("run", data, "--branch", sources(room), "-m", "pytest", *words)
        run("json", data, f"--include={TOOLS / room}/*", omitted(room), f"-o{report}", "--quiet")
        found = json.loads(report.read_bytes()) if report.exists() else {}
        passed = json.loads(noted.read_bytes()) if noted.exists() else []
    failure = "" if ran.returncode == 0 else f"the tests failed:\n{ran.stdout}{ran.stderr}"
    return replace(read(room, found, failure), passed=passed)


def read(room: str, report: dict[str, Any], failure: str) -> Measured:
    """The figures of a report of coverage.py."""
    modules = {
        Path(name).relative_to(f"tools/specmend/{room}").as_posix(): file["summary"]
        for name, file in report.get("files", {}).items()
    }
    percent = {name: summary["percent_covered"] for name, summary in modules.items()}
    total = report["totals"]["percent_covered"] if report else 0.0
    return Measured(room=room, percent=total, modules=percent, failure=failure)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run coverage.py in the repository."""
    command = [sys.executable, "-m", "coverage", *words]
    environment = {**os.environ, "SPECMEND_REQUIRE_SHARED": ""}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def sources(room: str) -> str:
    return f"--source={TOOLS / room}"


def inner_rooms(room: str) -> list[str]:
    return [name for name in (*ROOMS, *NOT_MEASURED) if name.startswith(f"{room}/")]


def omitted(room: str) -> str:
    """What coverage.py leaves out: the rooms inside a room, which are measured by themselves."""
    return "--omit=" + ",".join([f"{TOOLS / name}/*" for name in inner_rooms(room)] or ["nothing"])


def selected(room: str) -> list[str]:
    """What pytest runs: the tests of the room without those of the rooms inside it.

    Those of real documents are left out, so that the figures are the same where nobody has these.
    """
    ignored = [f"--ignore={TESTS / name}" for name in inner_rooms(room)]
    return ["-q", "-p", "no:cacheprovider", "-m", "not shared", str(TESTS / room), *ignored]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
