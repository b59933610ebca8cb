"""The reference of the commands, made from their help and their parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docs.make.markdown import code, sentence, table
from typer.main import get_command

from specmend.cli.main import COMMANDS, application


def sections(*names: str) -> str:
    """A section for each named command: what it does, how it is written, and all it takes."""
    known = command_table()
    return "\n".join(_section(name, known[name]) for name in names)


def command_table() -> dict[str, Any]:
    """Every command by its name, as the command line has it."""
    group: Any = get_command(application())
    return {name: group.commands[name] for name in COMMANDS}


def is_argument(parameter: Any) -> bool:
    """Whether a parameter is told by its position, and not by a name."""
    return bool(parameter.param_type_name == "argument")


def _section(name: str, command: Any) -> str:
    arguments = [_metavar(parameter) for parameter in command.params if is_argument(parameter)]
    usage = " ".join(["specmend", name, "[OPTIONS]", *arguments])
    lines = [f"### {name}", "", *_help(command), "", "```text", usage, "```", ""]
    rows = map(_row, command.params)
    return "\n".join(lines) + "\n" + table(("argument or option", "meaning"), rows)


def _help(command: Any) -> Iterator[str]:
    """The paragraphs of a command's help, one line each, with empty lines between."""
    for number, paragraph in enumerate(command.help.strip().split("\n\n")):
        if number:
            yield ""
        yield re.sub(r"\s+", " ", paragraph)


def _row(parameter: Any) -> tuple[str, str]:
    meaning = sentence(parameter.help) + _default(parameter)
    if is_argument(parameter):
        return code(_metavar(parameter)), meaning
    value = "" if parameter.is_flag else f" {_metavar(parameter)}"
    return code(parameter.opts[0] + value), meaning


def _metavar(parameter: Any) -> str:
    """How a value is called: by its own word, or by its type."""
    if parameter.metavar:
        return str(parameter.metavar)
    if is_argument(parameter):
        return str(parameter.name).upper()
    return "N" if "int" in parameter.type.name else "TEXT"


def _default(parameter: Any) -> str:
    shown = getattr(parameter, "show_default", None)
    return f" Default: {shown}." if isinstance(shown, str) else ""
