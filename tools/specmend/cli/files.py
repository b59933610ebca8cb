"""Files named on the command line; `-` is a standard stream."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import typer

from specmend.cli import console
from specmend.document.text.document import Document, read_document
from specmend.project.documents import load_document
from specmend.source.recognize import recognize
from specmend.storage.read import read_stream
from specmend.storage.write import write_file

STREAM: Final = "-"
_STDIN: Final = "<stdin>"


def is_file(name: str) -> bool:
    """Whether a word of the command line names a file and not an API."""
    if name == STREAM or "/" in name:
        return True
    return name.endswith((".yaml", ".yml", ".json")) or Path(name).is_file()


def read(path: Path) -> Document:
    """Read a document from a file or from the standard input.

    Raises RepositoryError when there is none, or when it is too large to be read.
    """
    name = str(path)
    if name == STREAM:
        return read_document(read_stream(sys.stdin.buffer, _STDIN), _STDIN)
    return load_document(path)


def read_published() -> Document:
    """Read what somebody published from the standard input; raises OutsideError for others."""
    return recognize(read_stream(sys.stdin.buffer, _STDIN), _STDIN)


def write(path: Path, data: bytes) -> None:
    """Write to a file or to the standard output."""
    if str(path) == STREAM:
        with console.faults_of_output():
            typer.echo(data, nl=False)
    else:
        write_file(path, data)
