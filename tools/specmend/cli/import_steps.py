"""The command `import`: steps from an overlay, a JSON Patch or a unified diff."""

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
    from specmend.steps.exchange.imported import Imported

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="An overlay, a JSON Patch, or a unified diff of the sanitized document.",
    ),
]
Together = Annotated[bool, typer.Option("--together", help="Make one step of everything.")]


def import_steps(
    api: OneApi,
    file: File,
    together: Together = False,
    dry_run: DryRun = False,
    output: Into = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
) -> None:
    """Make steps from an overlay, a JSON Patch or a diff.

    Applies the file to the sanitized document. Each of its actions becomes a step that records
    what it finds. You fill in the reasons.
    """
    from specmend.cli.proposals import deliver
    from specmend.project.pipeline import sanitize
    from specmend.steps.write import next_number
    from specmend.steps.write_proposals import write_proposals

    sanitized = sanitize(find_project(project).choose([api])[0], generator)
    chosen, document = sanitized.api, sanitized.applied.document
    found = _read(chosen, file, document)
    for note in found.notes:
        show.warn(f"{note}; it becomes no step")
    if together:
        found = found.together(f"Import {file.stem}")
    number = 1 if output else next_number(sanitized.steps)
    where, reserialized = chosen.show(output or chosen.steps), chosen.settings.reserialize
    files, _ = write_proposals(found.proposals, document, number, where, reserialize=reserialized)
    if not files:
        show.good(api, "the document already says all of this: nothing to import")
        return
    deliver(chosen, files, output, dry_run=dry_run)


# The command's name is a word that Python keeps for itself.


def _read(api: Api, file: Path, document: Document) -> Imported:
    """What is proposed by a file, of whichever of the three kinds it is."""
    from specmend.document.text.document import read_document
    from specmend.steps.exchange.import_overlay import import_overlay
    from specmend.steps.exchange.import_patch import import_patch
    from specmend.steps.exchange.unified_diff import is_patch

    if not is_there(file):
        raise RepositoryError(Problem(message="there is no such file", file=str(file)))
    data = read_file(file, str(file), pipes=True)
    text = data.decode(errors="replace")
    if is_patch(text):
        return _from_diff(document, text, str(file))
    foreign = read_document(data, str(file))
    if isinstance(foreign.tree, list):
        return import_patch(foreign, document.tree)
    if isinstance(foreign.tree, dict) and "overlay" in foreign.tree:
        return import_overlay(foreign, document.tree)
    raise RepositoryError(
        foreign.problem(
            (),
            f"{api.name} cannot import this",
            expected="an overlay, a JSON Patch (a list) or a unified diff",
        )
    )


def _from_diff(document: Document, patch: str, name: str) -> Imported:
    from specmend.document.text.document import parse_document
    from specmend.steps.exchange.imported import Imported
    from specmend.steps.exchange.unified_diff import patched
    from specmend.steps.learn.propose import learn

    edited = parse_document(patched(document.text, patch, name), f"{name} applied", document.format)
    return Imported(proposals=learn(document.tree, edited.tree))
