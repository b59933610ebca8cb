"""Files named on the command line; `-` is a standard stream."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import typer

from specmend.document.text.document import Document, read_document
from specmend.project.documents import load_document
from specmend.storage.read import read_stream
from specmend.storage.write import write_file

STREAM: Final = "-"


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
        return read_document(read_stream(sys.stdin.buffer, "<stdin>"), "<stdin>")
    return load_document(path)


def write(path: Path, data: bytes) -> None:
    """Write to a file or to the standard output."""
    if str(path) == STREAM:
        typer.echo(data, nl=False)
    else:
        write_file(path, data)
