"""The command `refresh`: take the expectations of steps anew."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import show
from specmend.cli.options import HERE, OneApi, ProjectFolder
from specmend.errors import Problem, RepositoryError
from specmend.places import find_project


def refresh(
    api: OneApi,
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="[STEP]...", help="The numbers of the steps; all when none is given.")
    ] = None,
    project: ProjectFolder = HERE,
) -> None:
    """Take the expectations of steps anew.

    Each step gets what it finds now, and what changed is shown. Comments and layout of the step files stay. A step that cannot be made is a problem, and nothing is written.
    """
    from specmend.files import write_file
    from specmend.source.pin import read_upstream
    from specmend.steps.apply import apply_steps
    from specmend.steps.expect import describe
    from specmend.steps.read import read_steps
    from specmend.steps.write import refreshed

    chosen = find_project(project).choose([api])[0]
    steps = read_steps(chosen.steps, chosen.show(chosen.steps))
    unknown = sorted(set(numbers or []) - {step.number for step in steps})
    if unknown:
        raise RepositoryError(*(Problem(message=f"{api} has no step {number}") for number in unknown))
    applied = apply_steps(read_upstream(chosen)[1], steps, enforce=False)
    wanted = [o for o in applied.outcomes if not numbers or o.step.number in numbers]
    problems = [problem for outcome in wanted for problem in outcome.problems]
    if problems:
        raise RepositoryError(*problems)
    for outcome in wanted:
        made = refreshed(outcome)
        if made.text == outcome.step.source.text:
            continue
        write_file(chosen.root / made.name, made.encode())
        for result in outcome.actions:
            before = describe(result.action.expect) if result.action.expect else "none"
            if before != describe(result.found):
                show.line(f"{made.name}: action {result.action.index + 1}: {before} → {describe(result.found)}")
    show.good(api, f"{show.counted(len(wanted), 'step')} looked at")
