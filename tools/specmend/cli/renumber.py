"""The command `renumber`: the steps of a series numbered anew, in the order they have."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, OneApi, ProjectFolder
from specmend.settings.layout import find_project

By = Annotated[int, typer.Option("--by", min=1, help="The distance between two numbers.")]


def renumber(api: OneApi, by: By = 1, project: ProjectFolder = HERE) -> None:
    """Number the steps again, without gaps or evenly spaced.

    Their order stays. Either all files are renamed or none.
    """
    from specmend.project.renumber import read_series, reorder
    from specmend.steps.order import renumbered

    chosen = find_project(project).choose([api])[0]
    steps = read_series(chosen)
    show.renamed(api, reorder(chosen, steps, renumbered(steps, by)))
