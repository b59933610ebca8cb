"""The options that several commands share, and what is wrong about options together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from specmend.diff.change import Level
from specmend.errors import Problem, UsageError
from specmend.project.processors import MOST_JOBS

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
FailOn = Annotated[
    Level | None,
    typer.Option(
        "--fail-on", metavar="LEVEL", help="Exit with 1 if a change has this level or a worse one."
    ),
]
Markdown = Annotated[bool, typer.Option("--markdown", help="Print a page for a pull request.")]
Html = Annotated[bool, typer.Option("--html", help="Print a page for a browser.")]
Generator = Annotated[
    str | None,
    typer.Option(
        "--generator",
        metavar="NAME",
        help="Also apply the steps that are only for this generator.",
        show_default="the one in the settings",
    ),
]
OneOutput = Annotated[
    str | None,
    typer.Option(
        "--generator",
        metavar="NAME",
        help="Only what this generator makes. If the settings have no table for it: the Python"
        " client, with the steps for NAME.",
        show_default="all outputs",
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
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        max=MOST_JOBS,
        help="The number of APIs that are in work at once.",
        show_default="the number of processors",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

HERE = Path()


def given(value: str | None, word: str, question: str, expected: str) -> str:
    """What was given for an option, or what a person answers on a terminal.

    Raises UsageError, with the usage that is expected, where there is no terminal.
    """
    if value is not None:
        return value
    if sys.stdin.isatty():
        return str(typer.prompt(question))
    message = f"{word} is missing, and there is no terminal to ask on"
    advice = f"give {word}, or run the command on a terminal"
    raise UsageError(Problem(message=message, expected=expected, advice=advice))


def refuse_two_formats(*, as_json: bool, markdown: bool, html: bool = False) -> None:
    """Raise UsageError where several formats are asked for: the output can only have one."""
    asked = {"--json": as_json, "--markdown": markdown, "--html": html}
    first, *others = [option for option, is_given in asked.items() if is_given] or [""]
    if others:
        message = f"{first} and {others[0]} do not go together"
        raise UsageError(Problem(message=message, advice="leave one of them out"))
