"""The command `new`: a step file from a title, a reason and a target."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from specmend.cli import console as show
from specmend.cli.options import HERE, OneApi, ProjectFolder
from specmend.errors import Problem, RepositoryError
from specmend.settings.layout import find_project
from specmend.steps.step_name import number_of

Title = Annotated[str, typer.Argument(metavar="TITLE", help="What the step does, in a few words.")]
Place = Annotated[
    str, typer.Argument(metavar="PATH", help="The place to change, a JSONPath (RFC 9535).")
]
Reason = Annotated[
    str, typer.Option("--reason", help="Why the step is needed.", prompt="Why is it needed")
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
    typer.Option("--description", help="What the action does, or why its path uses an index."),
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
Until = Annotated[str, typer.Option("--until", help="When the step can go.")]
Number = Annotated[
    int | None, typer.Option("--number", help="The step's number.", show_default="the next one")
]


def new(
    api: OneApi,
    title: Title,
    at: Place,
    reason: Reason,
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
    from specmend.project.new_step import draft_step

    verb = _verb(update, copy, edit, remove=remove)
    chosen = find_project(project).choose([api])[0]
    info = {"generator": generator, "link": link, "until": until}
    name, named = draft_step(
        chosen,
        title=title,
        reason=reason,
        target=at,
        verb=verb,
        description=description,
        number=number,
        info=info,
    )
    if named != at:
        show.line(f"The place is named, not counted: {named}")
    show.good(api, f"wrote {name}")
    if not verb:
        show.line(
            f"Fill in its `update`, then run: specmend refresh {api} {number_of(name.rpartition('/')[2])}"
        )


def _verb(
    update: str | None, copy: str | None, edit: str | None, *, remove: bool
) -> dict[str, Any]:
    """The field of the step's one action that says what it does; empty when nothing was asked for."""
    verb: dict[str, Any] = {}
    if update is not None:
        verb["update"] = _value(update, "--update")
    if remove:
        verb["remove"] = True
    if copy is not None:
        verb["copy"] = copy
    if edit is not None:
        verb["x-edit"] = _value(edit, "--edit")
    if len(verb) > 1:
        raise RepositoryError(Problem(message="a new step does one thing", found=", ".join(verb)))
    return verb


def _value(text: str, option: str) -> Any:
    from specmend.document.text.document import parse_document

    return parse_document(text, option, "yaml").tree
