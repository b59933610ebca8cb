"""The command `move`: one step given another place in the series."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli.options import HERE, OneApi, ProjectFolder, StepNumber
from specmend.cli.renumber import print_renamed
from specmend.project.repository import Project

To = Annotated[int, typer.Argument(metavar="TO", help="The new number.")]


def move(api: OneApi, number: StepNumber, to: To, project: ProjectFolder = HERE) -> None:
    """Give a step another number, and so another place.

    Steps in its way move up or down by one. If a step no longer applies in the new order,
    nothing is changed.
    """
    print_renamed(api, Project.find(project).api(api).move(number, to))
