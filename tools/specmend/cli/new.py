"""The command `new`: a step file from a title, a reason and a target."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.options import HERE, OneApi, ProjectFolder, given
from specmend.document.text.document import parse_document
from specmend.errors import Problem, UsageError
from specmend.project.repository import Project

_USAGE = "specmend new API TITLE PATH --reason TEXT"
Title = Annotated[str, typer.Argument(metavar="TITLE", help="What the step does, in a few words.")]
Place = Annotated[
    str, typer.Argument(metavar="PATH", help="The place to change, a JSONPath (RFC 9535).")
]
Reason = Annotated[
    str | None,
    typer.Option(
        "--reason",
        metavar="TEXT",
        help="Why the step is needed.",
        show_default="asked for on a terminal",
    ),
]
Update = Annotated[
    str | None,
    typer.Option("--update", metavar="YAML", help="Merge this value into the place."),
]
Remove = Annotated[bool, typer.Option("--remove", help="Remove the place.")]
Copy = Annotated[
    str | None,
    typer.Option("--copy", metavar="PATH", help="Merge the value of another place into the place."),
]
Edit = Annotated[
    str | None,
    typer.Option(
        "--edit", metavar="YAML", help="Apply a named edit, as in '{name: set-value, value: 0}'."
    ),
]
Description = Annotated[
    str,
    typer.Option(
        "--description", metavar="TEXT", help="What the action does, or why its path uses an index."
    ),
]
ForGenerator = Annotated[
    str,
    typer.Option(
        "--generator",
        metavar="NAME",
        help="Make the step for this generator only.",
    ),
]
Link = Annotated[
    str, typer.Option("--link", metavar="URL", help="Where the fault is discussed or documented.")
]
Until = Annotated[str, typer.Option("--until", metavar="TEXT", help="When the step can go.")]
Number = Annotated[
    int | None,
    typer.Option("--number", metavar="N", help="The step's number.", show_default="the next one"),
]


def new(
    api: OneApi,
    title: Title,
    at: Place,
    reason: Reason = None,
    update: Update = None,
    remove: Remove = False,
    copy: Copy = None,
    edit: Edit = None,
    description: Description = "",
    generator: ForGenerator = "",
    link: Link = "",
    until: Until = "",
    number: Number = None,
    project: ProjectFolder = HERE,
) -> None:
    """Write a new step file.

    The current value is recorded automatically. An index in PATH is replaced by a filter where
    one selects the same member. Without --update, --remove, --copy or --edit, the file has a
    gap: fill it in, then run refresh.
    """
    action = _action(update, copy, edit, remove=remove)
    why = given(reason, "--reason", "Why is it needed", _USAGE)
    step = (
        Project.find(project)
        .api(api)
        .new_step(
            title,
            at,
            reason=why,
            action=action,
            description=description,
            number=number,
            generator=generator,
            link=link,
            until=until,
        )
    )
    if step.target != at:
        console.line(f"The place is named, not counted: {step.target}")
    console.good(api, f"wrote {step.file}")
    if step.is_open:
        command = f"specmend refresh {api} {step.number}"
        console.line(f"Fill in its `update`, then run: {command}")


def _action(
    update: str | None, copy: str | None, edit: str | None, *, remove: bool
) -> dict[str, Any]:
    """The field that says what the step does; empty when nothing was asked for."""
    action: dict[str, Any] = {}
    if update is not None:
        action["update"] = _value(update, "--update")
    if remove:
        action["remove"] = True
    if copy is not None:
        action["copy"] = copy
    if edit is not None:
        action["x-edit"] = _value(edit, "--edit")
    if len(action) > 1:
        message = "a new step does one thing"
        raise UsageError(Problem(message=message, found=", ".join(action)))
    return action


def _value(text: str, option: str) -> Any:
    return parse_document(text, option, "yaml").tree
