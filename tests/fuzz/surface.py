"""Edits of our own two documents; fails where a change of a package is missed or told twice."""

from __future__ import annotations

import argparse
import copy
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.repository import ROOT
from tests.surface.mutations import MUTATIONS, Mutation

from specmend.generate.pipeline import generate
from specmend.project.pipeline import package_plan, sanitize
from specmend.project.repository import Project
from specmend.surface.change import SurfaceChange
from specmend.surface.compare import Package, package_changes


def main() -> None:
    """Compare the package of each edited document with ours; exit 1 where a truth is missed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--only", default="", help="edits whose names have this in them")
    parser.add_argument("--keep", type=Path, help="folder that keeps the packages for a next run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder: Path = options.keep or Path(name)
        chosen = [one for one in MUTATIONS if options.only in one.name]
        wrong = sum(not _is_right(one, folder) for one in chosen)
    print(f"{len(chosen)} edits, {wrong} told wrong")
    sys.exit(1 if wrong else 0)


def _is_right(mutation: Mutation, folder: Path) -> bool:
    """Whether the one change is told as it was judged, and no other."""
    old = _package(mutation.api, "as it is", None, folder)
    new = _package(mutation.api, mutation.name, mutation, folder)
    start = _processor_time()
    found = package_changes(old, new)
    seconds = _processor_time() - start
    told = [f"{one.breaks or one.level} {one.place.removeprefix('client.')}" for one in found]
    expected = [mutation.expected] if mutation.expected else []
    print(f"{'ok   ' if told == expected else 'WRONG'} {seconds:4.1f} s  {mutation.name}")
    if told != expected:
        print(f"      expected {expected}")
        for line in _lines(found):
            print(f"      {line}")
    return told == expected


def _processor_time() -> float:
    """Seconds that this process and those that it started have been at work."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _lines(changes: tuple[SurfaceChange, ...]) -> Iterator[str]:
    for one in changes:
        also = f" [also {', '.join(one.affects[:8])}]" if one.affects else ""
        instead = f" -> {one.instead}" if one.instead else ""
        yield f"{one.breaks or one.level} {one.place}: {one.words}{instead}{also}"


def _package(api: str, name: str, mutation: Mutation | None, folder: Path) -> Package:
    place = folder / api / name.replace(" ", "-")
    sanitized = sanitize(Project.find(ROOT).api(api)) if not place.exists() else None
    package = api.replace("-", "_")
    if sanitized is not None:
        tree: Any = copy.deepcopy(sanitized.document.tree)
        if mutation is not None:
            mutation.edit(tree)
        for path, data in generate(tree, package_plan(sanitized)).files.items():
            file = place / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return Package(folder=place, name=package)


if __name__ == "__main__":
    main()
