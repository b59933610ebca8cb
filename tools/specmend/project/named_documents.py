"""Documents by what a person calls them: a file, an address, or a file at a revision of git."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from specmend.document.openapi.components import is_component_name
from specmend.document.text.document import Document
from specmend.document.tree.values import Tree, get
from specmend.errors import Problem, RepositoryError
from specmend.project.history import open_history
from specmend.source.address import Address, FileAddress, read_address
from specmend.source.answer import Answer
from specmend.source.conversion import is_swagger
from specmend.source.fetch import bring
from specmend.source.prepare import prepare
from specmend.source.reach import Reach
from specmend.source.recognize import recognize
from specmend.storage.read import is_there

_AT_REVISION: Final = re.compile(r"(?P<revision>[^:\s]{2,}):(?P<path>[^:]+)")
"""As git writes it: `main:spec/api.yaml`. One letter before the colon is a drive of Windows."""

_OUTWARD: Final = re.compile(rb"""\$ref["']?\s*:\s*+(?!["']?#)""")
_MAPPING: Final = b"mapping"
_HOLDERS: Final = (dict, list)
_UNSURE: Final = (b"operationRef", b"\\u0024", b"\\x24", b"$dynamicRef")
"""What may lead to another file too, or hide a reference; then the document is looked at."""


def named_document(name: str) -> Document:
    """The document that a name stands for, as it would be pinned; no project is needed.

    That is a file, an address of the web, `git+URL@REVISION:PATH`, or `REVISION:PATH` of the
    repository that the current folder is in. Raises OutsideError where it cannot be read, and
    RepositoryError where the revision has no such file.
    """
    found = _AT_REVISION.fullmatch(name)
    if found and "://" not in name and not is_there(Path(name)):
        return document_at(Path.cwd(), found["revision"], found["path"], name)
    address = read_address(name, Path.cwd(), Path.cwd())
    answer = bring(address)
    document = recognize(answer.data or b"", name, measured=answer.measured)
    return _whole(document, address, answer)


def document_at(folder: Path, revision: str, path: str, name: str) -> Document:
    """A file below a folder as it was at a revision of git; messages call it `name`."""
    history = open_history(folder)
    commit = history.commit_of(revision)
    data = history.file_at(commit, path)
    if data is None:
        raise RepositoryError(
            Problem(
                message=f"there is no file of this name at the revision {revision}",
                file=path,
                advice=f"git show {revision}:./{path}",
            )
        )
    document = recognize(data, name)
    address = FileAddress(origin=name, path=folder / path)
    return _whole(document, address, Answer(origin=name, data=data))


def _whole(document: Document, address: Address, answer: Answer) -> Document:
    """The document with all files that it refers to, as OpenAPI, under its own name."""
    if not is_swagger(document) and not _may_refer_out(document):
        return document
    return replace(prepare(document, address, answer, Reach()).document, name=document.name)


def _may_refer_out(document: Document) -> bool:
    """Whether a document may be made of several files, told quickly by its text.

    A reference out of it begins with no `#`.
    """
    if _OUTWARD.search(document.data) or any(word in document.data for word in _UNSURE):
        return True
    return _MAPPING in document.data and any(map(_names_a_file, _mapped(document)))


def _mapped(document: Document) -> Iterator[Tree]:
    """What the mappings of discriminators name, and of what looks like one in an example."""
    todo: list[Tree] = [document.tree]
    while todo:
        value = todo.pop()
        members = value
        if isinstance(value, dict):
            if "discriminator" in value:
                mapping = get(value, ("discriminator", "mapping"))
                yield from mapping.values() if isinstance(mapping, dict) else ()
            members = value.values()
        todo += [child for child in members if isinstance(child, _HOLDERS)]


def _names_a_file(name: Tree) -> bool:
    """Whether a schema is named by something else than its component or a place inside."""
    return not isinstance(name, str) or not (name.startswith("#") or is_component_name(name))
