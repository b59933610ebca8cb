"""The command `refresh`: the expectations of steps recorded again."""

from __future__ import annotations

from typing import Annotated

import typer

from specmend.cli import console
from specmend.cli.options import HERE, OneApi, ProjectFolder
from specmend.project.refresh import Refreshed
from specmend.project.repository import Project
from specmend.steps.expectation import describe

Numbers = Annotated[
    list[int] | None,
    typer.Argument(metavar="[STEP]...", help="The numbers of the steps. Default: all."),
]


def refresh(api: OneApi, numbers: Numbers = None, project: ProjectFolder = HERE) -> None:
    """Record the expectations of steps again.

    Each step records what it finds now, and the changes are shown. Comments and layout of the
    step files stay. If a step does not apply, nothing is written.
    """
    results = Project.find(project).api(api).refresh(*(numbers or []))
    for result in results:
        if result.is_changed:
            _print_changes(result)
    console.good(api, f"{console.counted(len(results), 'step')} checked")


def _print_changes(result: Refreshed) -> None:
    name = result.outcome.step.source.name
    for action in result.outcome.actions:
        expected = action.action.expect
        before = describe(expected) if expected else "none"
        after = describe(action.found)
        if before != after:
            console.line(f"{name}: action {action.action.number}: {before} → {after}")
