"""The command `learn`: steps proposed for what somebody edited by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from specmend.cli import console
from specmend.cli.options import HERE, DryRun, Generator, Into, OneApi, ProjectFolder
from specmend.cli.proposals import deliver
from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError, UsageError
from specmend.project.api import Api
from specmend.project.documents import load_document
from specmend.project.repository import Project
from specmend.storage.read import is_there

Original = Annotated[
    Path | None,
    typer.Argument(
        metavar="[ORIGINAL]",
        help="The document before the changes.",
        show_default="upstream with all steps",
    ),
]
Edited = Annotated[
    Path | None,
    typer.Argument(
        metavar="[EDITED]",
        help="The document after the changes.",
        show_default="sanitized.yaml as it is edited",
    ),
]


def learn(
    api: OneApi,
    original: Original = None,
    edited: Edited = None,
    dry_run: DryRun = False,
    output: Into = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
) -> None:
    """Propose steps for changes that were made by hand.

    Recognizes renames and rules over many places. The rest becomes one step for each operation,
    schema or part. You fill in the reasons.
    """
    if original and not edited:
        message = "ORIGINAL needs EDITED: learn takes two documents or none"
        raise UsageError(Problem(message=message, advice="name the edited document too"))
    chosen = Project.find(project).api(api, generator)
    before, after = _read(chosen, original), _read(chosen, edited)
    proposals = chosen.learn(before, after, generator, folder=output, progress=console.progress())
    if not proposals.files:
        console.good(api, "the two documents say the same: nothing to learn")
        return
    deliver(proposals, dry_run=dry_run)
    if edited is None and not proposals.is_same_text:
        console.line(
            "The steps say the same in another layout or order:"
            " specmend apply --overwrite writes it so."
        )


def _read(api: Api, path: Path | None) -> Document | None:
    if path is None:
        return None
    name = api.show(path)
    if not is_there(path):
        raise RepositoryError(Problem(message="there is no such document", file=name))
    return load_document(path, name)
