"""What the commands print, with its colors; the only module that prints."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unicodedata import category

import typer

from specmend.cli.causes import Cause, causes_of
from specmend.cli.progress import shown_on_stderr
from specmend.errors import OutsideError, Problem
from specmend.progress import SILENT, Progress
from specmend.storage.write import reason_of

_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of text (UAX 9)."""

_LAYOUT = "\n\t"
_SURROGATES = re.compile("[\ud800-\udfff]")
_WIDEST = 160
_NARROWEST = 16
"""Characters that a column of a table keeps, if it has something as long to say."""
_LABELS = {"found": "found", "expected": "expected", "advice": "do", "step": "step"}


def line(text: str = "") -> None:
    """One line on the standard output, or several."""
    _say(shown(text, kept=_LAYOUT))


def good(label: str, text: str) -> None:
    """A line about something that is well, under a label."""
    _say(f"{typer.style(label, bold=True)}  {shown(text, kept=_LAYOUT)}")


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it needs one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def warn(text: str) -> None:
    """A warning, on the standard error."""
    _say(f"{typer.style('warning', fg='yellow', bold=True)}: {shown(text)}", err=True)


def warn_of(notes: Iterable[Problem]) -> None:
    """A warning for each note with its place; many that say the same are one warning."""
    for cause in causes_of(list(dict.fromkeys(notes))):
        place = f"{cause.location}: " if cause.location else ""
        warn(place + cause.heading)
        for text in cause.places():
            _say(f"    {shown(text)}", err=True)


def error(text: str) -> None:
    """A line about a failure, on the standard error."""
    _say(text, err=True)


def problems(
    found: Iterable[Problem], *, as_json: bool = False, nothing_written: bool = False
) -> None:
    """Problems by their causes, on the standard error, or as JSON on the standard output.

    JSON has every place. `nothing_written` is for a command that would have written files.
    """
    listed = list(dict.fromkeys(found))
    if as_json:
        data({"ok": False, "problems": [problem_data(problem) for problem in listed]})
        return
    for cause in causes_of(listed):
        _say_cause(cause, typer.style("error", fg="red", bold=True))
    if len(listed) > 1:
        ending = "; nothing was written" if nothing_written else ""
        _say(f"{len(listed)} problems{ending}", err=True)


def left_out(found: Sequence[Problem], operations: Iterable[str]) -> None:
    """What was left out because of problems, with them, on the standard error."""
    for cause in causes_of(found):
        _say_cause(cause, typer.style("left out", fg="yellow", bold=True))
    _say_field("in", ", ".join(operations))


def _say_cause(cause: Cause, word: str) -> None:
    place = f"{cause.location}: " if cause.location else ""
    _say(f"{shown(place)}{word}: {shown(cause.heading)}", err=True)
    for text in cause.places():
        _say(f"    {shown(text)}", err=True)
    for field, label in _LABELS.items():
        _say_field(label, cause.shared(field))
    for text in cause.shared("said").splitlines():
        _say(f"    | {shown(text)}", err=True)


def _say_field(label: str, value: str) -> None:
    if value:
        _say(f"    {label + ':':<10}{shown(value)}", err=True)


def data(value: Any, *, on_one_line: bool = False) -> None:
    """A value as JSON on the standard output, for machines."""
    text = json.dumps(value, ensure_ascii=False)
    text = text if on_one_line else _laid_out(text)
    # Half of a surrogate pair is no text in UTF-8, and JSON can write it in ASCII.
    _say(_SURROGATES.sub(lambda half: f"\\u{ord(half[0]):04x}", text))


def _laid_out(text: str) -> str:
    """JSON with a line for each member; the standard library takes four times as long for it."""
    import msgspec

    try:
        laid_out = msgspec.json.format(text.encode("utf-8", "surrogatepass"), indent=2)
    except (msgspec.DecodeError, RecursionError):
        # What is no JSON is written all the same, as infinity is.
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    return laid_out.decode("utf-8", "surrogatepass")


def problem_data(problem: Problem) -> dict[str, Any]:
    """A problem as JSON has it, empty fields left out."""
    fields = ("message", "file", "line", "column", *_LABELS, "said", "cause")
    return {name: getattr(problem, name) for name in fields if getattr(problem, name)}


def shown(text: str, *, kept: str = "") -> str:
    """A text with words of a document as a terminal and the log of a CI can show it.

    What could move the cursor, turn the direction, or begin a line that says what is not so, is
    escaped, unless it is one of the characters in `kept`.
    """
    return "".join(ascii(one)[1:-1] if _misleads(one) and one not in kept else one for one in text)


def on_one_line(text: str) -> str:
    """A text without line breaks, which would break a layout."""
    return " ".join(text.split())


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    whole: Collection[int] = (),
    most: int = _WIDEST,
) -> None:
    """A table; as wide as the terminal, or up to `most` characters where there is none.

    The columns with an index in `whole` are never broken into lines. No other one gets narrower
    than a long word, whatever stands beside it.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, header_style="bold")
    listed = [tuple(row) for row in rows]
    for index, heading in enumerate(headings):
        longest = max((len(row[index]) for row in listed), default=0)
        drawn.add_column(
            heading,
            overflow="fold",
            no_wrap=index in whole,
            min_width=min(longest, _NARROWEST),
        )
    for row in listed:
        drawn.add_row(*(Text(cell) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else most, highlight=False, soft_wrap=False)
    with console.capture() as captured:
        console.print(drawn)
    for text in captured.get().splitlines():
        line(text.rstrip())


@contextmanager
def faults_of_output() -> Iterator[None]:
    """Turn an OSError of a standard stream into an OutsideError; a reader that left is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"the output cannot be written: {reason_of(error)}"
        raise OutsideError(Problem(message=message)) from error


def progress(*, quiet: bool = False) -> Progress:
    """What a command shows while it works: nothing where its output is for a machine."""
    return SILENT if quiet else shown_on_stderr(error, shown)


def _misleads(character: str) -> bool:
    return character in _DIRECTIONS or category(character) in {"Cc", "Cs", "Zl", "Zp"}


def _say(text: str, *, err: bool = False) -> None:
    """Colors only where a terminal shows them, and never where NO_COLOR is set (no-color.org)."""
    with faults_of_output():
        typer.echo(text, err=err, color=False if os.environ.get("NO_COLOR") else None)
