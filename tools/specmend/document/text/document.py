"""An OpenAPI document (or any YAML or JSON file) as text and as data at once."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Literal

from specmend.document.text.collector import collector_paused
from specmend.document.text.encoding import as_utf8
from specmend.document.text.node import Entry, Node, find_entry
from specmend.document.text.positions import Positions
from specmend.document.text.reading.json_exact import place_json, read_json
from specmend.document.text.reading.json_fast import decode_json
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, identical_throughout
from specmend.errors import Problem, RepositoryError

Format = Literal["yaml", "json"]
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, kw_only=True)
class Document:
    """Text, tree and places of one document; made by read_document or parse_document.

    Nothing may change the tree. `data` is the text in UTF-8 without a byte order mark; `bom` says
    that there was one. `indent` is the number of spaces per level of JSON that is byte for byte
    what a serializer writes, else None.
    """

    name: str
    data: bytes
    format: Format
    bom: bool
    tree: Tree
    indent: int | None = None

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs: the rest is found again when it is asked for."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @cached_property
    def text(self) -> str:
        """The text; offsets of nodes count its characters."""
        return self.data.decode()

    @cached_property
    def root(self) -> Node:
        """The nodes of the text."""
        if self.format == "json":
            return place_json(self.text, self.tree)
        from specmend.document.text.reading.yaml_exact import place_yaml

        root = place_yaml(self.text, self.tree)
        return root if root.value is self.tree else _with_values(root, self.tree)

    @cached_property
    def is_ordinary(self) -> bool:
        """Whether the text has no anchors, tags and merge keys: each part is read by itself."""
        return self.root.expand is not None

    @cached_property
    def newline(self) -> str:
        """The line break that the text uses: that of its first line."""
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    def encode(self) -> bytes:
        """The bytes of the document, UTF-8."""
        return _BOM + self.data if self.bom else self.data

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        return self._positions.position(offset)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text)

    def place(self, address: Address) -> tuple[int, int]:
        """Line and column of an address, or of the nearest place above it that is written."""
        entry, node = find_entry(self.root, address)
        return self.position(entry_start(entry, node))

    def problem(
        self,
        address: Address,
        message: str,
        *,
        found: str = "",
        expected: str = "",
        advice: str = "",
    ) -> Problem:
        """A problem at an address of this document."""
        line, column = self.place(address)
        return Problem(
            message=message,
            file=self.name,
            line=line,
            column=column,
            found=found,
            expected=expected,
            advice=advice,
        )


def entry_start(entry: Entry | None, node: Node) -> int:
    """The offset to show a person for an entry: its key where it has one."""
    return entry.key.start if entry and entry.key else node.start


def read_document(data: bytes, name: str, form: Format | None = None) -> Document:
    """Read a document from bytes; the format is given, or told by the name, else by the text.

    A text in UTF-16 or UTF-32 becomes one in UTF-8. Raises RepositoryError with every problem of
    the text: encoding, syntax, duplicate keys, limits.
    """
    data = as_utf8(data)
    bom = data.startswith(_BOM)
    data = data.removeprefix(_BOM)
    return _read(data, name, form or _format_of(data, name), bom=bom)


def parse_document(text: str, name: str, form: Format | None = None) -> Document:
    """Read a document from text; the format is given or told by the name. As read_document."""
    return read_document(text.encode(), name, form)


def restated(document: Document, text: str, tree: Tree) -> Document | None:
    """A document with another text, if that says exactly `tree`, in its order of keys; else None.

    The whole text is parsed, but nodes are made only when they are asked for. Raises
    RepositoryError where the text is no document at all.
    """
    data = text.encode()
    if document.format == "yaml":
        from specmend.document.text.reading.yaml_equals import says

        with collector_paused():
            if says(text, tree):
                made = replace(document, data=data, tree=tree)
                vars(made)["text"] = text  # what the property would find again
                return made
    made = _read(data, document.name, document.format, bom=document.bom)
    if not identical_throughout(made.tree, tree):
        return None
    return _with_tree(made, tree) if document.format == "yaml" else made


def _with_tree(document: Document, tree: Tree) -> Document:
    """A document of YAML that has the very values of a tree that it says."""
    root = _with_values(document.root, tree)
    made = replace(document, tree=tree)
    vars(made).update(text=document.text, root=root)  # what the properties would find again
    return made


def _with_values(root: Node, tree: Tree) -> Node:
    """The nodes of a text that says a tree, with the very values of that."""
    from specmend.document.text.reading.yaml_part import take_values

    take_values(root, tree)
    return root


def _read(data: bytes, name: str, form: Format, *, bom: bool) -> Document:
    with collector_paused():
        if form == "json" and (serial := decode_json(data)):
            return Document(
                name=name, data=data, format=form, bom=bom, tree=serial.tree, indent=serial.indent
            )
        text = _decoded(data, name)
        root, problems = read_json(text, name) if form == "json" else _yaml(text, name)
    if root is None:
        raise RepositoryError(
            *(problems or [Problem(message="the document is empty", file=name, line=1, column=1)])
        )
    made = Document(name=name, data=data, format=form, bom=bom, tree=root.value)
    vars(made).update(text=text, root=root)  # what the properties would find again
    return made


def _yaml(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    # The parser takes its time to load, and JSON does not need it.
    from specmend.document.text.reading.yaml_exact import read_yaml

    return read_yaml(text, name)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RepositoryError(
            Problem(
                message="the file is not UTF-8", file=name, line=line,
                column=error.start - data.rfind(b"\n", 0, error.start),
                found=f"byte 0x{data[error.start]:02x}",
                advice="save it as UTF-8; iconv -f LATIN1 -t UTF-8 does it for an old text",
            )
        ) from error  # fmt: skip


def _format_of(data: bytes, name: str) -> Format:
    if name.endswith(".json"):
        return "json"
    if name.endswith((".yaml", ".yml")):
        return "yaml"
    return "json" if data[:1024].lstrip()[:1] in {b"{", b"["} else "yaml"
