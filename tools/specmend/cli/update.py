"""The command `update`: a new upstream document, and every step brought along or left open."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from specmend.cli import console, decide, update_report
from specmend.cli.options import HERE, AsJson, DryRun, OneApi, ProjectFolder
from specmend.project.api import Api
from specmend.project.repository import Project
from specmend.update.decision import read_choices

To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="SOURCE",
        help="The new document: a file, https://…, or git+https://…@REVISION:PATH.",
        show_default="what its source has now",
    ),
]
Base = Annotated[
    Path | None,
    typer.Option(
        "--base",
        metavar="FILE",
        help="The document that the steps were recorded on.",
        show_default="the pinned one, or the one before the last fetch",
    ),
]
Accept = Annotated[
    list[str] | None,
    typer.Option(
        "--accept",
        metavar="N=ours|theirs|drop",
        help="Decide about step N, or action N.M: keep ours, retire it for theirs, or drop it."
        " Repeatable.",
    ),
]


def update(
    api: OneApi,
    to: To = None,
    accept: Accept = None,
    base: Base = None,
    dry_run: DryRun = False,
    project: ProjectFolder = HERE,
    as_json: AsJson = False,
) -> None:
    """Take in a new upstream document and bring the steps along.

    Retires steps that upstream made unnecessary, follows places that moved, and marks in the
    step files what needs a person. On a terminal, it asks. Either everything is written or
    nothing. The exit code is 1 while anything is unresolved.
    """
    choices = read_choices(accept or [])
    (chosen,) = Project.find(project).choose([api], unfinished=True)
    if not dry_run:
        _finish(chosen, quiet=as_json)
    asks = decide.is_interactive() and not (as_json or dry_run)
    report = chosen.update(
        to,
        choices,
        base=base,
        decide=decide.decide if asks else None,
        dry_run=dry_run,
        progress=console.progress(quiet=as_json),
    )
    if as_json:
        console.data(update_report.data(report))
    else:
        console.warn_of(report.incoming.remarks)
        update_report.show(report)
    if report.plan.open:
        raise typer.Exit(1)


def _finish(api: Api, *, quiet: bool) -> None:
    """Do what is left of an update that was interrupted."""
    files = api.finish_update()
    if files and not quiet:
        count = console.counted(len(files), "file")
        console.good(api.name, f"finished an update that was interrupted: {count}")
