"""The command `learn`: steps proposed for what somebody edited by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, DryRun, Generator, Into, OneApi, ProjectFolder
from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import Api, find_project
from specmend.storage.read import is_there, read_file

if TYPE_CHECKING:
    from specmend.document.text.document import Document

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
    from specmend.cli.proposals import deliver
    from specmend.document.tree.values import same
    from specmend.steps.learn.propose import learn as learnt
    from specmend.steps.read import read_steps
    from specmend.steps.write import next_number
    from specmend.steps.write_proposals import write_proposals

    chosen = find_project(project).choose([api])[0]
    before, after = _pair(chosen, original, edited, generator)
    number = 1 if output else next_number(read_steps(chosen.steps, chosen.show(chosen.steps)))
    where, reserialized = chosen.show(output or chosen.steps), chosen.settings.reserialize
    files, made = write_proposals(
        learnt(before.tree, after.tree), before, number, where, reserialize=reserialized
    )
    if not same(made.tree, after.tree):
        raise RuntimeError("the steps that were learnt do not make the edited document")
    if not files:
        show.good(api, "the two documents say the same: nothing to learn")
        return
    deliver(chosen, files, output, dry_run=dry_run)
    if edited is None and made.text != after.text:
        show.line(
            "The steps say the same in another layout or order: specmend apply --overwrite writes it so."
        )


def _pair(
    api: Api, original: Path | None, edited: Path | None, generator: str | None
) -> tuple[Document, Document]:
    """The document before and the one after."""
    if original and not edited:
        raise RepositoryError(
            Problem(message="learn takes two documents or none", advice="name the edited one too")
        )
    if original and edited:
        return _read(api, original), _read(api, edited)
    from specmend.project.pipeline import sanitize

    return sanitize(api, generator).applied.document, _read(api, api.sanitized)


def _read(api: Api, path: Path) -> Document:
    from specmend.document.text.document import read_document

    if not is_there(path):
        raise RepositoryError(Problem(message="there is no such document", file=api.show(path)))
    return read_document(read_file(path, api.show(path), pipes=True), api.show(path))
