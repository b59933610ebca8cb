"""The command `diff`: what changed between two documents, or in the document of an API."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import console, files
from specmend.cli.options import (
    HERE,
    AsJson,
    FailOn,
    Generator,
    Html,
    Markdown,
    ProjectFolder,
    refuse_two_formats,
)
from specmend.diff.change import Level
from specmend.document.text.collector import collector_paused
from specmend.errors import Problem, UsageError
from specmend.project.diff import Diff, Source, diff_api, diff_documents
from specmend.project.repository import Project
from specmend.report.changes_data import changes_data
from specmend.report.changes_pages import changes_html, changes_markdown
from specmend.report.changes_words import fact, places, reaches, verdict

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="OLD NEW | API",
        help="Two documents, each a file, a URL, git+URL@REV:PATH or REV:PATH; or one API of "
        "the project.",
    ),
]
Base = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="REV",
        help="Compare the sanitized document of the API with the one at this revision of git.",
    ),
]
OfPackage = Annotated[
    bool,
    typer.Option(
        "--package",
        help="Compare Python packages for their users: two folders, wheels, source archives or "
        "NAME==VERSION; or the package of one API with --base.",
    ),
]
Least = Annotated[
    Level,
    typer.Option("--level", metavar="LEVEL", help="Leave out what is less than this level."),
]


def diff(
    names: Names,
    base: Base = None,
    package: OfPackage = False,
    level: Least = "info",
    fail_on: FailOn = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    markdown: Markdown = False,
    html: Html = False,
    as_json: AsJson = False,
) -> None:
    """Show what changed between two documents, each fact once.

    Tells of every change whether it breaks clients that work today: in what they send, and in
    what they get. Equal documents in another spelling have no change. Given one API, it compares
    the pinned document with what its source has now. With --base, it compares the sanitized
    document with the one at a revision. The levels are breaking, warning and info.
    """
    refuse_two_formats(as_json=as_json, markdown=markdown, html=html)
    if package:
        # What compares packages takes its time to load.
        from specmend.cli.package_diff import Form, package_diff

        form = Form(json=as_json, markdown=markdown, html=html)
        package_diff(names, base, project, level, fail_on, form)
        return
    with collector_paused(keep=True):
        found = _of_names(names, base, project, generator, quiet=as_json or markdown or html)
    is_bad = fail_on is not None and bool(found.at_least(fail_on))
    shown = found.at_least(level)
    title = f"{found.old} → {found.new}"
    if as_json:
        console.data(changes_data(found.old, found.new, shown, ok=not is_bad))
    elif markdown:
        console.line(changes_markdown(title, shown).rstrip("\n"))
    elif html:
        console.line(changes_html(title, shown).rstrip("\n"))
    else:
        _print(title, found, level)
    if is_bad:
        raise typer.Exit(1)


def _of_names(
    names: list[str],
    base: str | None,
    project: ProjectFolder,
    generator: str | None,
    *,
    quiet: bool,
) -> Diff:
    if len(names) == 1:
        api = Project.find(project).api(names[0], generator)
        return diff_api(api, base, generator, progress=console.progress(quiet=quiet))
    if len(names) != 2:  # noqa: PLR2004
        message = "diff takes two documents, or one API"
        raise UsageError(Problem(message=message, found=" ".join(names), expected="OLD NEW"))
    if base is not None:
        message = "--base is for one API"
        advice = f"name the old document as REV:PATH: specmend diff {base}:PATH {names[1]}"
        raise UsageError(Problem(message=message, advice=advice))
    old, new = map(_source, names)
    return diff_documents(old, new)


def _source(name: str) -> Source:
    """A document on the standard input is read here; all others are read by the library."""
    return files.read_published() if name == files.STREAM else name


def _print(title: str, found: Diff, level: Level) -> None:
    """One line for each fact: level, what changed, the check, where it stands, what it reaches."""
    console.good(title, verdict(found.changes))
    for change in found.at_least(level):
        further = [places(change), reaches(change), change.reason]
        ending = "; ".join(text for text in further if text)
        line = f"{change.level}: {fact(change)} [{change.id}]  {ending}"
        console.line(console.shown(line))
