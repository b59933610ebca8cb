"""An OpenAPI document (or any YAML or JSON file) as text and as data at once."""

from __future__ import annotations

import gc
import re
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from specmend.document.json_reader import read_json
from specmend.document.node import Entry, Node, find_entry
from specmend.document.pointer import Address
from specmend.document.tree import Tree
from specmend.document.yaml_reader import read_yaml
from specmend.errors import Problem, RepositoryError

Format = Literal["yaml", "json"]
_BOM = "\ufeff"


@dataclass(frozen=True, kw_only=True)
class Document:
    """Text, tree and places of one document. `text` is without a byte order mark; `bom` says that there was one."""

    name: str
    text: str
    format: Format
    bom: bool
    root: Node

    @property
    def tree(self) -> Tree:
        """The document as plain data; never change it in place."""
        return self.root.value

    @cached_property
    def newline(self) -> str:
        """The line break that the text uses: that of its first line."""
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    def encode(self) -> bytes:
        """The bytes of the document, UTF-8."""
        return ((_BOM if self.bom else "") + self.text).encode()

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_left(self._breaks, offset)
        return line + 1, offset - (self._breaks[line - 1] if line else -1)

    @cached_property
    def _breaks(self) -> list[int]:
        """Offsets of the line breaks."""
        return [found.start() for found in re.finditer("\n", self.text)]

    def place(self, address: Address) -> tuple[int, int]:
        """Line and column at which an address is written; of the nearest place above it where it is not."""
        entry, node = find_entry(self.root, address)
        return self.position(entry_start(entry, node))

    def problem(
        self, address: Address, message: str, *, found: str = "", expected: str = "", advice: str = ""
    ) -> Problem:
        """A problem at an address of this document."""
        line, column = self.place(address)
        return Problem(
            message=message, file=self.name, line=line, column=column, found=found, expected=expected, advice=advice
        )


def entry_start(entry: Entry | None, node: Node) -> int:
    """The offset to show a person for an entry: its key where it has one."""
    return entry.key.start if entry and entry.key else node.start


def read_document(data: bytes, name: str) -> Document:
    """Read a document from bytes; the format is told by the name's ending, else by the text.

    Raises RepositoryError with every problem of the text: wrong encoding, syntax, duplicate keys, limits.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RepositoryError(
            Problem(
                message="the file is not UTF-8", file=name, line=line,
                column=error.start - data.rfind(b"\n", 0, error.start),
                found=f"byte 0x{data[error.start]:02x}", advice="save it as UTF-8",
            )
        ) from error  # fmt: skip
    return parse_document(text, name)


def parse_document(text: str, name: str, form: Format | None = None) -> Document:
    """Read a document from text, in the format given or told by the name; raises as read_document does."""
    bom = text.startswith(_BOM)
    text = text.removeprefix(_BOM)
    form = form or _format_of(text, name)
    with _collector_paused():
        root, problems = (read_json if form == "json" else read_yaml)(text, name)
    if root is None:
        raise RepositoryError(*(problems or [Problem(message="the document is empty", file=name, line=1, column=1)]))
    return Document(name=name, text=text, format=form, bom=bom, root=root)


def _format_of(text: str, name: str) -> Format:
    if name.endswith(".json"):
        return "json"
    if name.endswith((".yaml", ".yml")):
        return "yaml"
    return "json" if text.lstrip()[:1] in {"{", "["} else "yaml"


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Millions of nodes are made and none is dropped: looking for garbage meanwhile doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
