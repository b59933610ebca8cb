"""The command `edits`: the named edits with their parameters, and an example of each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from specmend.cli import console
from specmend.cli.options import AsJson
from specmend.errors import Problem, RepositoryError, did_you_mean
from specmend.steps.edits.edit import NamedEdit
from specmend.steps.edits.examples import EXAMPLES
from specmend.steps.edits.table import EDITS
from specmend.steps.write import write_step

_HEADINGS = ("edit", "parameters", "what it does")
Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]", help="The edit to show.", show_default="all of them, as a list"
    ),
]


def edits(name: Name = None, as_json: AsJson = False) -> None:
    """List the named edits, or show one of them.

    The list has every edit with its parameters; those in brackets may be left out. With a name,
    the parameters are explained, and an example shows how to use the edit.
    """
    if name is not None and name not in EDITS:
        message = f"there is no named edit '{name}'"
        advice = did_you_mean(name, EDITS) or "specmend edits lists them"
        raise RepositoryError(Problem(message=message, advice=advice))
    chosen = list(EDITS.values()) if name is None else [EDITS[name]]
    if as_json:
        console.data({"ok": True, "edits": [_data(edit) for edit in chosen]})
    elif name is None:
        console.table(_HEADINGS, [(edit.name, _parameters(edit), edit.help) for edit in chosen])
        console.line()
        console.line("specmend edits NAME shows one of them, with an example.")
    else:
        _print(EDITS[name])


def _data(edit: NamedEdit) -> dict[str, Any]:
    example = EXAMPLES[edit.name]
    return {
        "name": edit.name,
        "help": edit.help,
        "parameters": edit.parameters,
        "example": {
            "target": example.target,
            "x-edit": {"name": edit.name, **example.parameters},
        },
    }


def _parameters(edit: NamedEdit) -> str:
    return ", ".join(name if required else f"[{name}]" for name, required, _ in _described(edit))


def _described(edit: NamedEdit) -> Iterator[tuple[str, bool, str]]:
    """Each parameter: its name, whether it is required, and what it means."""
    required = edit.parameters.get("required", ())
    for name, schema in edit.parameters["properties"].items():
        yield name, name in required, str(schema.get("description", ""))


def _print(edit: NamedEdit) -> None:
    console.good(edit.name, edit.help)
    described = list(_described(edit))
    width = max((len(name) for name, _, _ in described), default=0)
    console.line()
    console.line("Parameters:" if described else "The edit has no parameters.")
    for name, required, meaning in described:
        console.line(f"  {name.ljust(width)}  {meaning}{'' if required else ' Optional.'}")
    console.line()
    console.line("Example:")
    for line in _example(edit.name):
        console.line(f"  {line}")


def _example(name: str) -> list[str]:
    """The example as the lines of an action in a step file."""
    example = EXAMPLES[name]
    fields = {"target": example.target, "x-edit": {"name": name, **example.parameters}}
    step = write_step({"title": name, "x-reason": name}, [fields])
    return textwrap.dedent(step.partition("actions:\n")[2]).splitlines()
