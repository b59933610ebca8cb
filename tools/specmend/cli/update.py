"""The command `update`: a new upstream document taken in, and every step brought along or left to a person."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, AsJson, DryRun, OneApi, ProjectFolder
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.settings.layout import Api, find_project
from specmend.storage.read import is_there

if TYPE_CHECKING:
    from specmend.storage.transaction import Changes

To = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="SOURCE", help="The new document: a file, https://…, or git+https://…@REVISION:PATH.",
        show_default="what its source has now",
    ),
]  # fmt: skip
Was = Annotated[
    Path | None,
    typer.Option("--base", metavar="FILE", help="The document that the steps were recorded on.",
                 show_default="the pinned one, or the one before the last fetch"),
]  # fmt: skip
Accept = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="N=ours|theirs|drop",
                 help="Decide about step N, or action N.M: keep ours, retire it for theirs, or drop it. Repeatable."),
]  # fmt: skip


def update(
    api: OneApi,
    to: To = None,
    accept: Accept = None,
    was: Was = None,
    dry_run: DryRun = False,
    project: ProjectFolder = HERE,
    as_json: AsJson = False,
) -> None:
    """Take in a new upstream document and bring the steps along.

    Retires steps that upstream made unnecessary, follows places that moved, and marks in the
    step files what needs a person. On a terminal, it asks. Either everything is written or
    nothing. The exit code is 1 while anything is unresolved.
    """
    from specmend.cli.decide import decide, is_interactive
    from specmend.cli.update_report import report, tell
    from specmend.update.decision import read_choices
    from specmend.update.files import retired_names, update_files
    from specmend.update.inputs import incoming
    from specmend.update.plan import intents_of, plan_update

    choices = read_choices(accept or [])
    chosen = find_project(project).choose([api], unfinished=True)[0]
    _finish(chosen, dry_run=dry_run, quiet=as_json)
    came = incoming(chosen, to, was, show.progress(quiet=as_json))
    generator, reserialize = chosen.settings.generator, chosen.settings.reserialize
    intents = intents_of(came.old, came.new, came.steps, generator)
    planned = partial(
        plan_update, came.new, came.steps, intents, generator, reserialize=reserialize
    )
    plan = planned(choices)
    if plan.open and is_interactive() and not (as_json or dry_run):
        plan, _ = decide(planned, choices)
    retired = retired_names(chosen, plan)
    changes = update_files(chosen, came, plan, retired)
    if changes and not dry_run:
        _write(chosen, changes)
    if as_json:
        show.data(report(chosen, came, plan, changes, retired, dry_run=dry_run))
    else:
        tell(chosen, came, plan, retired, dry_run=dry_run)
    if plan.open:
        raise typer.Exit(1)


def _write(api: Api, changes: Changes) -> None:
    from specmend.storage.transaction import change

    try:
        change(api.root, api.journal, changes)
    except OSError as error:
        begun = is_there(api.journal)
        way = (
            f"specmend update {api.name} finishes what is left" if begun else "nothing was changed"
        )
        file = api.show(Path(str(error.filename))) if error.filename else api.show(api.journal)
        raise OutsideError(
            Problem(message=f"this cannot be written: {error.strerror}", file=file, advice=way)
        ) from error


def _finish(api: Api, *, dry_run: bool, quiet: bool) -> None:
    """Do what is left of an update that was interrupted."""
    from specmend.storage.transaction import finish

    if dry_run and is_there(api.journal):
        raise RepositoryError(
            Problem(message=f"an update of {api.name} was interrupted", file=api.show(api.journal),
                    advice=f"specmend update {api.name} finishes it; then try again")
        )  # fmt: skip
    done = finish(api.root, api.journal)
    if done and not quiet:
        show.good(
            api.name, f"finished an update that was interrupted: {show.counted(len(done), 'file')}"
        )
