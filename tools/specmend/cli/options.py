"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Apis = Annotated[
    list[str] | None,
    typer.Argument(metavar="[API]...", help="The APIs to work on. Default: all of the project."),
]
OneApi = Annotated[str, typer.Argument(metavar="API", help="The API, as the settings name it.")]
StepNumber = Annotated[int, typer.Argument(metavar="STEP", help="The step's number.")]
ProjectFolder = Annotated[
    Path,
    typer.Option(
        "--project",
        metavar="DIR",
        help="The project's folder, or one inside it.",
        show_default="this folder",
    ),
]
Generator = Annotated[
    str | None,
    typer.Option(
        "--generator",
        metavar="NAME",
        help="Also apply the steps that are only for this generator.",
        show_default="the one in the settings",
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
]
Into = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="DIR",
        help="Write the step files here, numbered from 1.",
        show_default="patches/API",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

HERE = Path()
