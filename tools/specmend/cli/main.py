"""The command `specmend`: the table of its commands, and what becomes of errors."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, NoReturn

import typer

from specmend.cli import console
from specmend.errors import OutsideError, Problem, RepositoryError, SpecmendError, UsageError
from specmend.storage.write import is_of_machine, reason_of
from specmend.version import VERSION


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """A command: the module of cli/ and the function that it is, and what it does in a line.

    `writes` says that it changes files of the project: when it fails, nothing was written.
    """

    module: str
    function: str
    summary: str
    writes: bool = False

    def load(self) -> Callable[..., Any]:
        """The function; its module is imported now, and not before."""
        function: Callable[..., Any] = getattr(
            import_module(f"specmend.cli.{self.module}"), self.function
        )
        return function


def _command(
    name: str, summary: str, *, module: str = "", function: str = "", writes: bool = False
) -> tuple[str, Command]:
    module = module or name
    command = Command(module=module, function=function or module, summary=summary, writes=writes)
    return name, command


COMMANDS: Final[Mapping[str, Command]] = dict(
    (
        _command(
            "build", "Apply the steps, validate the result, generate the clients.", writes=True
        ),
        _command("apply", "Apply the steps and write the sanitized documents.", writes=True),
        _command("validate", "Validate upstream documents and results."),
        _command("check", "Rebuild everything and compare with what is committed."),
        _command("list", "List the APIs, or those that a change touches.", module="list_apis"),
        _command("status", "Show how each API stands."),
        _command("log", "Show the steps and what each of them changes."),
        _command("new", "Write a new step file.", writes=True),
        _command("edits", "List the named edits, or show one of them."),
        _command("refresh", "Record the expectations of steps again.", writes=True),
        _command("show", "Show one step and its diff.", module="show_step", function="show"),
        _command("blame", "Show which steps wrote each line."),
        _command("export", "Write the whole series as one plain Overlay 1.1 file."),
        _command("learn", "Propose steps for changes that were made by hand.", writes=True),
        _command("pages", "Guess which lists come in pages, and print steps that say so."),
        _command("drop", "Remove a step and delete its file.", writes=True),
        _command("move", "Give a step another number, and so another place.", writes=True),
        _command("renumber", "Number the steps again, without gaps or evenly spaced.", writes=True),
        _command(
            "import",
            "Make steps from an overlay, a JSON Patch or a diff.",
            module="import_steps",
            writes=True,
        ),
        _command("fetch", "Fetch the upstream documents and pin them.", writes=True),
        _command("init", "Start a project for somebody else's API, or add an API.", writes=True),
        _command("diff", "Show what changed between two documents, each fact once."),
        _command("review", "Say what a change means for users, and the next version."),
        _command("drift", "Check every step against a new upstream document."),
        _command(
            "update", "Take in a new upstream document and bring the steps along.", writes=True
        ),
        _command("release", "Release the packages to an index, and go on where it stopped."),
        _command("verify", "Build a released package again of its commit, and compare."),
    )
)
"""The commands in the order of the overview."""


_MORE_ROOM: Final = "look at the disk, at that of temporary files too (TMPDIR)"


def main() -> None:
    """Run the command line; expected faults become messages and exit codes, the rest a log."""
    try:
        _application_for(sys.argv[1:])()
    except (RepositoryError, OutsideError, UsageError) as error:
        _fail(error)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the last line of defense: exit 3, with a log
        if isinstance(error, OSError) and is_of_machine(error):
            message = f"a file or the output cannot be written: {reason_of(error)}"
            _fail(OutsideError(Problem(message=message, advice=_MORE_ROOM)))
        with suppress(OutsideError):
            console.error(f"specmend has a bug: {type(error).__name__}: {error}\n{_reported()}")
        sys.exit(3)


def application(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The command line with some commands, or with all of them."""
    app = _empty_application()
    for name in names:
        app.command(name)(COMMANDS[name].load())
    return app


def overview() -> typer.Typer:
    """The command line with the names and the summaries of the commands, and none of their code."""
    app = _empty_application()
    for name, command in COMMANDS.items():
        app.command(name, help=command.summary)(lambda: None)
    return app


def _application_for(words: list[str]) -> typer.Typer:
    """The command line that these words need: a module is loaded when its command is given."""
    if words and words[0] in COMMANDS:
        return application([words[0]])
    if words and (words[0] == "--" or not words[0].startswith("-")):
        return application()
    return overview()


def _writes(words: list[str]) -> bool:
    return bool(words) and words[0] in COMMANDS and COMMANDS[words[0]].writes


def _empty_application() -> typer.Typer:
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
    return app


def _version(
    show_version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    """Keep an API client healthy when the API's OpenAPI document belongs to somebody else."""
    if show_version:
        console.line(f"specmend {VERSION}")
        raise typer.Exit


def _fail(error: SpecmendError) -> NoReturn:
    """Say what is wrong, where anything can be said, and end with the exit code for it."""
    words = sys.argv[1:]
    with suppress(OutsideError):
        console.problems(error.problems, as_json="--json" in words, nothing_written=_writes(words))
    sys.exit(error.exit_code)


def _reported() -> str:
    """What a person sends us of a bug: the name of a log, or the log where none can be written."""
    try:
        return f"Please report it with {_log()}"
    except OSError:
        return f"Please report it with this:\n{traceback.format_exc()}"


def _log() -> str:
    """Write what is known of the exception that is being handled to a new file; give its name."""
    with tempfile.NamedTemporaryFile("w", prefix="specmend-", suffix=".log", delete=False) as file:
        file.write(f"specmend {VERSION}, Python {sys.version}\n{sys.argv}\n\n")
        file.write(traceback.format_exc())
    return file.name
