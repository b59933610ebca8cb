"""The command `renumber`: the steps of a series numbered anew, in the order they have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from specmend.cli import console
from specmend.cli.options import HERE, OneApi, ProjectFolder
from specmend.project.repository import Project

By = Annotated[
    int, typer.Option("--by", metavar="N", min=1, help="The distance between two numbers.")
]


def renumber(api: OneApi, by: By = 1, project: ProjectFolder = HERE) -> None:
    """Number the steps again, without gaps or evenly spaced.

    Their order stays. Either all files are renamed or none.
    """
    print_renamed(api, Project.find(project).api(api).renumber(by))


def print_renamed(api: str, names: Mapping[str, str]) -> None:
    """The old names of step files with their new ones."""
    for old, new in names.items():
        console.line(f"{old} → {new}")
    console.good(api, f"{console.counted(len(names), 'step')} renumbered")
