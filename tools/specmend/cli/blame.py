"""The command `blame`: which steps wrote a place of the sanitized document, back to upstream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, AsJson, Generator, OneApi, ProjectFolder
from specmend.errors import Problem, QueryError, RepositoryError
from specmend.settings.layout import find_project
from specmend.steps.step_name import digits_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from specmend.document.tree.pointer import Address
    from specmend.project.pipeline import Sanitized
    from specmend.steps.blame import BlamedLine

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
    from specmend.project.pipeline import sanitize
    from specmend.steps.blame import blame as blamed

    sanitized = sanitize(find_project(project).choose([api])[0], generator)
    lines: list[BlamedLine] = []
    for first, last in _spans(sanitized, place):
        lines += blamed(sanitized.applied, sanitized.upstream, first, last, removed=removed)
    if as_json:
        show.data({"ok": True, "api": api, "lines": [_data(line) for line in lines]})
        return
    _print(lines)
    if place is not None:
        _print_steps(sanitized, lines)


def _spans(sanitized: Sanitized, place: str | None) -> list[tuple[int, int]]:
    """The lines asked for, as pairs of the first and the last one; raises RepositoryError when there are none."""
    from specmend.steps.blame import line_span

    document = sanitized.applied.document
    count = document.text.removesuffix("\n").count("\n") + 1
    if place is None:
        return [(1, count)]
    if place.isascii() and place.isdecimal():
        if not 1 <= int(place) <= count:
            raise RepositoryError(
                Problem(message=f"there is no line {place}", expected=f"1 to {count}")
            )
        return [(int(place), int(place))]
    return [line_span(document, address) for address in _addresses(sanitized, place)]


def _addresses(sanitized: Sanitized, place: str) -> Sequence[Address]:
    from specmend.document.jsonpath.select import select
    from specmend.steps.blame import pointed_at

    tree = sanitized.applied.document.tree
    try:
        if place.startswith("$"):
            found = select(place, tree)
        else:
            address = pointed_at(tree, place)
            found = () if address is None else (address,)
    except (QueryError, ValueError) as error:
        raise RepositoryError(
            Problem(
                message=f"{place} is no place: {error}",
                expected="a line number, a JSON Pointer that starts with /, or a JSONPath that starts with $",
            )
        ) from error
    if not found:
        raise RepositoryError(
            Problem(message=f"{place} selects nothing", file=sanitized.applied.document.name)
        )
    return found


def _data(line: BlamedLine) -> dict[str, Any]:
    return {
        "line": line.number or None, "upstream": line.upstream or None, "steps": list(line.steps),
        "removed": not line.number, "text": line.text,
    }  # fmt: skip


def _print(lines: Sequence[BlamedLine]) -> None:
    origins = [_origin(line) for line in lines]
    width = max(map(len, origins), default=0)
    digits = len(str(max((line.number for line in lines), default=0)))
    for line, origin in zip(lines, origins, strict=True):
        number = str(line.number) if line.number else "-"
        show.line(f"{origin.ljust(width)}  {number.rjust(digits)}) {line.text}".rstrip())


def _origin(line: BlamedLine) -> str:
    upstream = [f"upstream:{line.upstream}"] if line.upstream else []
    return " ".join([*upstream, *(digits_of(number) for number in line.steps)])


def _print_steps(sanitized: Sanitized, lines: Sequence[BlamedLine]) -> None:
    numbers = {number for line in lines for number in line.steps}
    if numbers:
        show.line()
    for step in sanitized.steps:
        if step.number in numbers:
            show.good(digits_of(step.number), f"{step.title} ({step.source.name})")
