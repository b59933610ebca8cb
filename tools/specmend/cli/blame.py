"""The command `blame`: which steps wrote a place of the sanitized document, back to upstream."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.options import HERE, AsJson, Generator, OneApi, ProjectFolder
from specmend.project.repository import Project
from specmend.steps.blame import BlamedLine
from specmend.steps.series import Series
from specmend.steps.step_name import digits_of

Place = Annotated[
    str | None,
    typer.Argument(
        metavar="[PLACE]",
        help="A line number of the sanitized document, a JSON Pointer, or a JSONPath.",
        show_default="the whole document",
    ),
]
Removed = Annotated[
    bool, typer.Option("--removed", help="Also show the upstream lines that steps removed.")
]


def blame(
    api: OneApi,
    place: Place = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    removed: Removed = False,
    as_json: AsJson = False,
) -> None:
    """Show which steps wrote each line.

    A line is upstream's own (upstream:LINE), upstream's with changes by steps, or written by a
    step. If you name a place, its steps are listed below.
    """
    chosen = Project.find(project).api(api, generator)
    lines = chosen.blame(place, generator, removed=removed)
    if as_json:
        console.data({"ok": True, "api": api, "lines": [_data(line) for line in lines]})
        return
    _print(lines)
    if place is not None:
        _print_steps(chosen.series(generator), lines)


def _data(line: BlamedLine) -> dict[str, Any]:
    return {
        "line": line.number or None,
        "upstream": line.upstream or None,
        "steps": list(line.steps),
        "removed": not line.number,
        "text": line.text,
    }


def _print(lines: Sequence[BlamedLine]) -> None:
    origins = [_origin(line) for line in lines]
    width = max(map(len, origins), default=0)
    digits = len(str(max((line.number for line in lines), default=0)))
    for line, origin in zip(lines, origins, strict=True):
        number = str(line.number) if line.number else "-"
        console.line(f"{origin.ljust(width)}  {number.rjust(digits)}) {line.text}".rstrip())


def _origin(line: BlamedLine) -> str:
    upstream = [f"upstream:{line.upstream}"] if line.upstream else []
    return " ".join([*upstream, *(digits_of(number) for number in line.steps)])


def _print_steps(series: Series, lines: Sequence[BlamedLine]) -> None:
    numbers = {number for line in lines for number in line.steps}
    if numbers:
        console.line()
    for step in series.steps:
        if step.number in numbers:
            console.good(digits_of(step.number), f"{step.title} ({step.source.name})")
