"""The command `specmend`: the table of its commands, and what becomes of errors."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final

import typer

from specmend import __version__
from specmend.cli import console as show
from specmend.errors import OutsideError, RepositoryError

COMMANDS: Final[Mapping[str, str]] = {
    "build": "build:build",
    "apply": "apply:apply",
    "validate": "validate:validate",
    "generate": "generate:generate",
    "check": "check:check",
    "log": "log:log",
    "new": "new:new",
    "refresh": "refresh:refresh",
    "show": "show_step:show",
    "blame": "blame:blame",
    "export": "export:export",
    "learn": "learn:learn",
    "drop": "drop:drop",
    "move": "move:move",
    "renumber": "renumber:renumber",
    "import": "import_steps:import_steps",
    "fetch": "fetch:fetch",
    "init": "init:init",
    "drift": "drift:drift",
    "update": "update:update",
}
"""Each command with the module of cli/ and the function that it is; a module is loaded when its command is given."""


def main() -> None:
    """Run the command line; expected faults become messages and exit codes, the rest a log."""
    try:
        application(sys.argv[1:2])()
    except (RepositoryError, OutsideError) as error:
        show.problems(error.problems, as_json="--json" in sys.argv[1:])
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the last line of defense: exit 3, with a log
        typer.echo(
            f"specmend has a bug: {type(error).__name__}: {error}\nPlease report it with {_log()}",
            err=True,
        )
        sys.exit(3)


def application(words: Sequence[str] = ()) -> typer.Typer:
    """The command line with the command that the first word names, or with all of them."""
    app = typer.Typer(
        name="specmend",
        help="Keep an API client healthy when the API's OpenAPI document belongs to "
        "somebody else. Pin the document, record steps that correct it, generate the "
        "client.",
        epilog="Exit codes: 0 fine; 1 something in the repository needs a person; 2 "
        "something outside failed, or the command line is wrong; 3 a bug in specmend,"
        " with a log.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_version)
    for name in [word for word in words if word in COMMANDS] or COMMANDS:
        module, _, function = COMMANDS[name].partition(":")
        app.command(name)(getattr(import_module(f"specmend.cli.{module}"), function))
    return app


def _version(
    show_version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    """Keep an API client healthy when the API's OpenAPI document belongs to somebody else."""
    if show_version:
        show.line(f"specmend {__version__}")
        raise typer.Exit


def _log() -> str:
    """Write what is known of the exception that is being handled to a new file, and give its name."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="specmend-", suffix=".log", delete=False) as file:
        file.write(
            f"specmend {__version__}, Python {sys.version}\n{sys.argv}\n\n{traceback.format_exc()}"
        )
    return file.name
