"""The command `review`: what a change means for the users of the APIs that it touches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from specmend.cli import console
from specmend.cli.options import (
    HERE,
    AsJson,
    FailOn,
    Html,
    Markdown,
    ProjectFolder,
    refuse_two_formats,
)
from specmend.diff.change import Level, is_at_least
from specmend.document.text.collector import collector_paused
from specmend.errors import Problem
from specmend.report.review_data import reviews_data
from specmend.review.records import Cause, FileCount, Review, Reviews, StepChange
from specmend.steps.step_name import digits_of
from specmend.storage.write import write_file
from specmend.surface.change import SurfaceChange

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[API]...", help="The APIs to review. Default: those that changed."),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="REV",
        help="The revision of git to compare with; REV... means where the head left it.",
        show_default="where the head left the default branch",
    ),
]
Head = Annotated[
    str | None,
    typer.Option(
        "--head",
        metavar="REV",
        help="The revision to review.",
        show_default="the working tree",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", metavar="DIR", help="Write page.md, page.html and review.json here."),
]

_BREAKS: Final = "breaks"
_MOST_REST: Final = 10
"""So many changes for information stand among the lines."""


def review(
    names: Names = None,
    base: Base = None,
    head: Head = None,
    fail_on: FailOn = None,
    output: Output = None,
    project: ProjectFolder = HERE,
    markdown: Markdown = False,
    html: Html = False,
    as_json: AsJson = False,
) -> None:
    """Say what a change means for users, and the next version.

    Each cause is one fact, with what changes on the wire and in Python for it. Compares two
    revisions of git, or one with the working tree: the documents, the steps and the generated
    packages as they are committed. Says who made each change: upstream, a step, or another version
    of a tool. Computes the next version. Nothing is generated or fetched. The exit code is
    1 if a person must mend something before this is merged.
    """
    from specmend.project.review import review_project

    refuse_two_formats(as_json=as_json, markdown=markdown, html=html)
    quiet = as_json or markdown or html
    with collector_paused(keep=True):
        found = review_project(project, names, base, head, progress=console.progress(quiet=quiet))
    is_bad = _is_bad(found, fail_on)
    if output is not None:
        _write(output, found, ok=not is_bad)
    if as_json:
        console.data(reviews_data(found, ok=not is_bad))
    elif markdown:
        console.line(_markdown(found).rstrip("\n"))
    elif html:
        console.line(_html(found).rstrip("\n"))
    else:
        _print(found)
    if is_bad:
        raise typer.Exit(1)


def _is_bad(found: Reviews, fail_on: Level | None) -> bool:
    """Whether a person must look, or a change has the level of --fail-on."""
    if any(one.problems for one in found.apis):
        return True
    if fail_on is None:
        return False
    changes = [change.level for one in found.apis for change in one.wire]
    changes += [change.level for one in found.apis for change in one.package]
    return any(is_at_least(level, fail_on) for level in changes)


def _write(folder: Path, found: Reviews, *, ok: bool) -> None:
    """All three forms of one review, as CI takes them."""
    data = json.dumps(reviews_data(found, ok=ok), indent=2, ensure_ascii=False)
    pages = {"review.json": f"{data}\n", "page.md": _markdown(found), "page.html": _html(found)}
    for name, text in pages.items():
        write_file(folder / name, text.encode())


def _markdown(found: Reviews) -> str:
    from specmend.report.review_markdown import review_markdown

    return review_markdown(found)


def _html(found: Reviews) -> str:
    from specmend.report.review_html import review_html

    return review_html(found)


def _print(found: Reviews) -> None:
    console.good(f"{found.base} → {found.head}", found.summary)
    for name in found.gone:
        console.good(name, "The API is removed.")
    for one in found.apis:
        console.line()
        console.good(one.api, one.summary)
        for text in _lines(one):
            console.line(console.shown(text))


def _lines(found: Review) -> Iterator[str]:
    """A line for each fact, in the order of the page."""
    yield from (f"problem: {_problem(problem)}" for problem in found.problems)
    yield from (f"note: {remark}" for remark in found.remarks)
    for cause in found.breaks:
        yield from _cause_lines(_BREAKS, cause)
    for change in found.wire_only:
        yield f"breaks on the wire: {change.subject}: {change.words} [by {change.by}]"
    for cause in found.new:
        yield from _cause_lines("new", cause)
    for cause in found.changed:
        yield from _cause_lines("changed", cause)
    yield from _rest(found)
    yield from map(_step, found.steps)
    for upstream in found.upstream:
        steps = ", ".join(map(digits_of, upstream.steps))
        touched = f" (touches step {steps})" if steps else ""
        change = upstream.change
        yield f"upstream: {change.level}: {change.subject}: {change.words}{touched}"
    yield from (f"tool: {tool.name} {tool.old} → {tool.new}" for tool in found.tools)
    yield from map(_files, found.files)


def _rest(found: Review) -> Iterator[str]:
    """What else changed on the wire, and what asks for a version where nothing else does."""
    told = {change.cause for cause in _causes(found) for change in cause.wire}
    told |= {change.cause for change in found.wire_only}
    rest = [change for change in found.wire if change.cause not in told]
    for change in rest[:_MOST_REST]:
        yield f"on the wire: {change.subject}: {change.words} [by {change.by}]"
    if len(rest) > _MOST_REST:
        yield f"on the wire: {len(rest) - _MOST_REST} more changes; --json lists them all"
    reasons = found.bump.reasons
    yield from (f"version: {one.words}" for one in reasons if one.on == "files")


def _causes(found: Review) -> Iterator[Cause]:
    yield from (*found.breaks, *found.new, *found.changed)


def _cause_lines(word: str, cause: Cause) -> Iterator[str]:
    """The facts of one cause: those of the package, or else those of the document."""
    for change in cause.package:
        more = f" (and {change.affected} more places)" if change.affected > 1 else ""
        yield f"{_word(word, change)}: {change.words}{_advice(change)}{more} [by {change.by}]"
    for entry in () if cause.package else cause.wire:
        shown = entry.level if entry.level == "warning" else word
        yield f"{shown}: {entry.subject}: {entry.words} [by {entry.by}]"


def _advice(change: SurfaceChange) -> str:
    return f"; {change.instead}" if change.instead else ""


def _word(word: str, change: SurfaceChange) -> str:
    """What begins the line of a change; among what breaks, that is what fails."""
    if word != _BREAKS:
        return change.level if change.level == "warning" else word
    if change.level != "breaking":
        return "also"
    return f"{_BREAKS} types" if change.breaks == "types" else _BREAKS


def _step(step: StepChange) -> str:
    verdict = f" ({step.verdict})" if step.verdict else ""
    message = f": {step.message}" if step.message else ""
    return f"step {digits_of(step.number)} {step.fate}{verdict}: {step.title}{message}"


def _files(count: FileCount) -> str:
    words = {"added": count.added, "changed": count.changed, "removed": count.removed}
    shown = ", ".join(f"{number} {word}" for word, number in words.items() if number)
    return f"files: {count.place}: {shown}"


def _problem(problem: Problem) -> str:
    place = f"{problem.file}: " if problem.file else ""
    advice = f"; {problem.advice}" if problem.advice else ""
    return f"{place}{problem.message}{advice}"
