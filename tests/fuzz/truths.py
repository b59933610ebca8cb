"""Runs programs that use modules as they were; fails where a break is not told as what it is."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.surface.programs import PROGRAMS
from tests.surface.written import START, Written

from specmend.surface.change import SurfaceChange
from specmend.surface.compare import Package, package_changes

_TYPES = "[mypy]\nno_site_packages = False\nfollow_imports = silent\n"


def main() -> None:
    """Decide what each change breaks; exit 1 where something else is told."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--only", default="", help="changes whose names have this in them")
    options = parser.parse_args()
    chosen = [one for one in PROGRAMS if options.only in one.case.name]
    with tempfile.TemporaryDirectory() as name:
        wrong = sum(not right for right in _judged(chosen, Path(name)))
    print(f"{len(chosen)} changes, {wrong} told wrong")
    sys.exit(1 if wrong else 0)


def _judged(chosen: list[Written], folder: Path) -> list[bool]:
    old = _package(folder / "old", {one.case.name: one.case.before for one in chosen})
    new = _package(folder / "new", {one.case.name: one.case.after for one in chosen})
    found: dict[str, list[SurfaceChange]] = defaultdict(list)
    for change in package_changes(old, new):
        found[change.place.partition(".")[0]].append(change)
    before, after = _faults(chosen, folder / "old"), _faults(chosen, folder / "new")
    return [_is_right(one, found[one.case.name], before, after) for one in chosen]


def _is_right(
    one: Written, found: list[SurfaceChange], before: dict[str, str], after: dict[str, str]
) -> bool:
    name = one.case.name
    truth = after.get(name, "")
    told = next((change.breaks for change in found if change.breaks), "")
    ids = sorted(f"{change.id} {change.place.partition('.')[2]}" for change in found)
    is_true = told == truth
    if truth == "types":
        # Those who take a value can refuse it: the modules here take everything.
        is_true = any(c.level == "warning" or c.breaks == "types" or _refuses(c) for c in found)
    is_right = name not in before and is_true and ids == sorted(one.case.expected)
    print(f"{'ok   ' if is_right else 'WRONG'} {truth or 'nothing':8} {name}")
    if not is_right:
        print(f"      {ids} {told!r} and not {list(one.case.expected)}; old {before.get(name)}")
    return is_right


def _refuses(change: SurfaceChange) -> bool:
    words = ("-replaced", "-choice-gone", "-new-required", "-now-required")
    return change.id.endswith(words)


def _package(folder: Path, modules: dict[str, str]) -> Package:
    place = folder / "shop"
    place.mkdir(parents=True)
    (place / "__init__.py").write_text("", "utf-8")
    for name, text in modules.items():
        (place / f"{name}.py").write_text(START + text, "utf-8")
    return Package(folder=folder, name="shop")


def _faults(chosen: list[Written], folder: Path) -> dict[str, str]:
    """What fails of each program: it runs, and its types fit."""
    found: dict[str, str] = {}
    for one in chosen:
        name = one.case.name
        program = folder / f"use_{name}.py"
        program.write_text(f"from typing import Literal\nfrom shop import {name} as m\n{one.use}")
    (folder / "mypy.ini").write_text(_TYPES, "utf-8")
    programs = sorted(map(str, folder.glob("use_*.py")))
    words = [sys.executable, "-m", "mypy", "--config-file=mypy.ini", *programs]
    said = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False).stdout
    for line in said.splitlines():
        if ": error:" in line and line.startswith("use_"):
            found[line.partition(".py")[0].removeprefix("use_")] = "types"
    for one in chosen:
        words = [sys.executable, f"use_{one.case.name}.py"]
        ended = subprocess.run(words, cwd=folder, capture_output=True, check=False)
        if ended.returncode:
            found[one.case.name] = "run-time"
    return found


if __name__ == "__main__":
    main()
