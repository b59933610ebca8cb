"""The command `move`: one step given another place in the series."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, OneApi, ProjectFolder
from specmend.settings.layout import find_project

Number = Annotated[int, typer.Argument(metavar="STEP", help="The step's number.")]
To = Annotated[int, typer.Argument(metavar="TO", help="The new number.")]


def move(api: OneApi, number: Number, to: To, project: ProjectFolder = HERE) -> None:
    """Give a step another number, and so another place.

    Steps in its way move up or down by one. If a step no longer applies in the new order,
    nothing is changed.
    """
    from specmend.project.renumber import read_series, reorder
    from specmend.steps.order import moved, numbered

    chosen = find_project(project).choose([api])[0]
    steps = read_series(chosen)
    numbered(steps, number, api)
    show.renamed(api, reorder(chosen, steps, moved(steps, number, to)))
