"""The command `drop`: a step taken out of the series."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, OneApi, ProjectFolder
from specmend.errors import RepositoryError
from specmend.settings.layout import find_project

Number = Annotated[int, typer.Argument(metavar="STEP", help="The step's number.")]
Force = Annotated[
    bool, typer.Option("--force", help="Remove it even if later steps no longer apply.")
]


def drop(api: OneApi, number: Number, force: Force = False, project: ProjectFolder = HERE) -> None:
    """Remove a step and delete its file.

    Refuses if later steps no longer apply without it, and names them. The other steps keep
    their numbers.
    """
    from specmend.project.renumber import read_series, said_of
    from specmend.source.pin import read_upstream
    from specmend.steps.order import newly_broken, numbered

    chosen = find_project(project).choose([api])[0]
    steps = read_series(chosen)
    step = numbered(steps, number, api)
    left = [other for other in steps if other is not step]
    settings = chosen.settings
    broken = newly_broken(
        read_upstream(chosen)[1], steps, left, settings.generator, reserialize=settings.reserialize
    )
    problems = [said_of(problem, f"without step {number}") for problem in broken]
    if problems and not force:
        raise RepositoryError(*problems)
    for problem in problems:
        show.warn(f"{problem.location}: {problem.message}")
    (chosen.root / step.source.name).unlink()
    show.good(api, f"dropped {step.source.name}")
