"""The command `init`: a repository for an API, or one more API of a repository, ready to build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from specmend.cli import console
from specmend.cli.made_of import made_of
from specmend.cli.options import ProjectFolder, given
from specmend.project.init import Initialized
from specmend.project.init_ci import CiService
from specmend.project.repository import Project
from specmend.settings.layout import ApiLayout

_SHOWN_DIGITS = 12
_USAGE = "specmend init API --from SOURCE"
Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[API]", help="The name of the API in this project: letters, digits and . _ -"
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SOURCE",
        help="Where the document is: https://…, a file, or git+https://…@REVISION:PATH.",
    ),
]
Package = Annotated[
    str | None,
    typer.Option(
        "--package",
        metavar="NAME",
        help="The import name of the client.",
        show_default="the API's, with _ for . and -",
    ),
]
ReferenceHost = Annotated[
    list[str] | None,
    typer.Option(
        "--reference-host",
        metavar="HOST",
        help="A host whose files the document may refer to. Repeatable.",
        show_default="the host of the document itself",
    ),
]
ReferenceFolder = Annotated[
    str,
    typer.Option(
        "--reference-folder",
        metavar="FOLDER",
        help="The folder that holds every file that the document refers to.",
        show_default="the document's git repository, else the project, else its own folder",
    ),
]
KeepBroken = Annotated[
    bool,
    typer.Option(
        "--keep-broken-references",
        help="Keep references that cannot be followed, for steps to correct, and warn of them.",
    ),
]

Ci = Annotated[
    CiService | None,
    typer.Option(
        "--ci",
        metavar="SERVICE",
        help="Also write workflows for github: check, review, news of upstream. Without API: only"
        " these.",
    ),
]


def init(
    api: Name = None,
    source: From = None,
    package: Package = None,
    reference_host: ReferenceHost = None,
    reference_folder: ReferenceFolder = "",
    keep_broken_references: KeepBroken = False,
    ci: Ci = None,
    project: ProjectFolder = Path(),
) -> None:
    """Start a project for somebody else's API, or add an API.

    Fetches and pins the document. One that is spread over many files becomes one. Writes the
    settings to specmend.toml, or to an existing pyproject.toml. On a terminal, it asks for what is
    missing. Either everything is written or nothing.
    """
    if ci and api is None and source is None:
        _print_workflows(Project.find(project).init_ci())
        return
    name = given(api, "API", "What is the name of the API here", _USAGE)
    where = given(source, "--from", "Where is its document", _USAGE)
    progress = console.progress()
    result = Project.init(
        project,
        name,
        where,
        package,
        reference_hosts=reference_host or (),
        reference_folder=reference_folder,
        keep_broken_references=keep_broken_references,
        ci=ci,
        progress=progress,
    )
    _print(name, result)
    _print_next(result.api)


def _print_workflows(wrote: tuple[str, ...]) -> None:
    for file in wrote:
        console.good("wrote", file)
    if not wrote:
        console.good("workflows", "all there, and up to date")


def _print(name: str, result: Initialized) -> None:
    digest, date = result.pin.sha256[:_SHOWN_DIGITS], result.pin.date.isoformat()
    console.good(name, f"{result.title}: sha256 {digest} of {date}")
    if result.pin.made_by:
        console.good(name, made_of(result.pin))
    console.warn_of(result.remarks)
    for hop in result.hops:
        console.good(name, f"redirected to {hop}")
    for file in result.wrote:
        console.good(name, f"wrote {file}")


def _print_next(api: ApiLayout) -> None:
    console.line("Next:")
    lines = (
        (f"specmend validate {api.name}", "what is wrong with the document"),
        (f"specmend build {api.name}", f"the client, in {api.show(api.generated)}"),
        (
            f"specmend new {api.name} TITLE PATH",
            f"correct something: a step in {api.show(api.steps)}",
        ),
        (f"specmend fetch {api.name}", "take in a newer document"),
    )
    width = max(len(command) for command, _ in lines)
    for command, words in lines:
        console.line(f"  {command.ljust(width)}  {words}")
