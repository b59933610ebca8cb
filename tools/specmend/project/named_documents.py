"""Documents by what a person calls them: a file, an address, or a file at a revision of git."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError
from specmend.project.history import open_history
from specmend.source.address import FileAddress, read_address
from specmend.source.answer import Answer
from specmend.source.fetch import bring
from specmend.source.prepare import prepare
from specmend.source.reach import Reach
from specmend.source.recognize import recognize
from specmend.storage.read import is_there

_AT_REVISION: Final = re.compile(r"(?P<revision>[^:\s]{2,}):(?P<path>[^:]+)")
"""As git writes it: `main:spec/api.yaml`. One letter before the colon is a drive of Windows."""


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
    return replace(prepare(document, address, answer, Reach()).document, name=name)


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
    answer = Answer(origin=name, data=data)
    return replace(prepare(document, address, answer, Reach()).document, name=name)
