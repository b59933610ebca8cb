"""The command `import`, whose name is a keyword of Python: steps made of a foreign file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from specmend.cli import console
from specmend.cli.options import HERE, DryRun, Generator, Into, OneApi, ProjectFolder
from specmend.cli.proposals import deliver
from specmend.project.repository import Project

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
    chosen = Project.find(project).api(api, generator)
    proposals = chosen.import_steps(file, generator, together=together, folder=output)
    for note in proposals.notes:
        console.warn(f"{note}; it becomes no step")
    if not proposals.files:
        console.good(api, "the document already says all of this: nothing to import")
        return
    deliver(proposals, dry_run=dry_run)
