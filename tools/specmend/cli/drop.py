"""The command `drop`: a step taken out of the series."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import console
from specmend.cli.options import HERE, OneApi, ProjectFolder, StepNumber
from specmend.project.repository import Project

Force = Annotated[
    bool, typer.Option("--force", help="Remove it even if later steps no longer apply.")
]


def drop(
    api: OneApi, number: StepNumber, force: Force = False, project: ProjectFolder = HERE
) -> None:
    """Remove a step and delete its file.

    Refuses if later steps no longer apply without it, and names them. The other steps keep
    their numbers.
    """
    dropped = Project.find(project).api(api).drop(number, force=force)
    console.warn_of(dropped.problems)
    console.good(api, f"dropped {dropped.file}")
