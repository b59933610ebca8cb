"""The reference of the commands, made from their help and their parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import click
from docs.make.markdown import code, sentence, table
from typer.main import get_command

from specmend.cli.main import COMMANDS, application


def sections(*names: str) -> str:
    """A section for each named command: what it does, how it is written, and all it takes."""
    known = command_table()
    return "\n".join(_section(name, known[name]) for name in names)


def command_table() -> dict[str, click.Command]:
    """Every command by its name, as the command line has it."""
    group: Any = get_command(application())
    return {name: group.commands[name] for name in COMMANDS}


def _section(name: str, command: click.Command) -> str:
    usage = " ".join(["specmend", name, *_words(command.params)])
    lines = [f"### {name}", "", *_help(command), "", "```text", usage, "```", ""]
    return "\n".join(lines) + "\n" + table(("", "meaning"), map(_row, command.params))


def _help(command: click.Command) -> Iterator[str]:
    paragraphs = (command.help or "").strip().split("\n\n")
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        yield re.sub(r"\s+", " ", paragraph)


def _words(parameters: Iterable[click.Parameter]) -> Iterator[str]:
    """The arguments as usage shows them, and one word for all options."""
    yield "[OPTIONS]"
    for parameter in parameters:
        if isinstance(parameter, click.Argument):
            yield _metavar(parameter)


def _row(parameter: click.Parameter) -> tuple[str, str]:
    text = sentence(str(getattr(parameter, "help", "")))
    if isinstance(parameter, click.Argument):
        return code(_metavar(parameter)), text + _default(parameter)
    metavar = "" if getattr(parameter, "is_flag", False) else f" {_metavar(parameter)}"
    return code(parameter.opts[0] + metavar), text + _default(parameter)


def _metavar(parameter: click.Parameter) -> str:
    if parameter.metavar:
        return parameter.metavar
    if parameter.type.name in {"text", "file", "path"} or isinstance(parameter, click.Argument):
        return str(parameter.name).upper()
    return "N" if "int" in parameter.type.name else parameter.type.name.upper()


def _default(parameter: click.Parameter) -> str:
    shown = getattr(parameter, "show_default", None)
    return f" Default: {shown}." if isinstance(shown, str) else ""
