"""The command `specmend`: the table of its commands, and what becomes of errors."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

import typer

from specmend import __version__
from specmend.cli import (
    apply,
    blame,
    build,
    check,
    drop,
    export,
    generate,
    import_steps,
    learn,
    log,
    move,
    new,
    refresh,
    renumber,
    show,
    show_step,
    validate,
)
from specmend.errors import SpecmendError

app = typer.Typer(
    name="specmend",
    help="Keep an API client healthy when the API's OpenAPI document belongs to somebody else: "
    "a pinned upstream document, recorded steps that mend it, a generated client.",
    epilog="Exit status: 0 fine; 1 something in the repository needs a person; 2 something outside failed, "
    "or the command line was wrong; 3 a bug of specmend, with a log.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    build.build,
    apply.apply,
    validate.validate,
    generate.generate,
    check.check,
    log.log,
    new.new,
    refresh.refresh,
    show_step.show,
    blame.blame,
    export.export,
    learn.learn,
    drop.drop,
    move.move,
    renumber.renumber,
    import_steps.import_steps,
):
    app.command()(command)


@app.callback(invoke_without_command=True)
def version(
    show_version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    """Keep an API client healthy when the API's OpenAPI document belongs to somebody else."""
    if show_version:
        show.line(f"specmend {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; expected faults become messages and exit codes, the rest a log."""
    try:
        app()
    except SpecmendError as error:
        show.problems(error.problems, as_json="--json" in sys.argv[1:])
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the last line of defense: exit 3, with a log
        log_file = Path(tempfile.mkstemp(prefix="specmend-", suffix=".log")[1])
        log_file.write_text(f"specmend {__version__}, Python {sys.version}\n{sys.argv}\n\n{traceback.format_exc()}")
        typer.echo(f"specmend has a bug: {type(error).__name__}: {error}\nPlease report it with {log_file}", err=True)
        sys.exit(3)
