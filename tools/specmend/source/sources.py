"""The files of a document of many files: each is found, read once within limits, and recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from specmend.document.openapi.identifiers import Identifiers, identifiers
from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address as Place
from specmend.errors import OutsideError, Problem
from specmend.limits import (
    MAX_SOURCE_BYTES,
    MAX_SOURCE_DEPTH,
    MAX_SOURCES,
    SOURCE_BYTES,
    SOURCE_DEPTH,
    SOURCES,
    Limit,
    exceeded,
)
from specmend.source.address import Address, FileAddress, GitAddress, WebAddress
from specmend.source.answer import Answer
from specmend.source.bundle.source import Source
from specmend.source.disk_files import disk_files
from specmend.source.git import GitTree
from specmend.source.git_files import revision_files
from specmend.source.location import Files, Location
from specmend.source.pin import SourceRecord
from specmend.source.reach import Reach, folder_of, is_address, strange_scheme
from specmend.source.recognize import read_any
from specmend.source.web_files import WebFiles, web_files

_TEXTS: Final = (".md", ".markdown", ".txt")


@dataclass(kw_only=True, slots=True)
class Sources:
    """Every file of one document, by the references that lead to it; a Library of the bundle."""

    root: Source
    files: Files
    web: WebFiles
    _found: dict[str, Source | tuple[Problem, ...]] = field(default_factory=dict)
    _locations: dict[str, Location] = field(default_factory=dict)
    _records: dict[str, SourceRecord] = field(default_factory=dict)
    _names: Identifiers = field(default_factory=Identifiers)
    _size: int = 0

    def find(self, reference: str, base: Source) -> Source | tuple[Problem, ...]:
        """The file that a reference without its fragment names, seen from another file."""
        if not _is_text(reference):
            return (strange_scheme(reference),)
        reference, above = self._seen_from(reference, self._locations[base.key])
        files = self.web if above.is_web or is_address(reference) else self.files
        location = files.locate(reference, above)
        if isinstance(location, Problem):
            return (location,)
        if location.place not in self._found:
            self._locations[location.place] = location
            self._found[location.place] = self._read(files, location, base.depth + 1)
        return self._found[location.place]

    def is_own(self, reference: str, address: Place) -> bool:
        """Whether a reference in the root document means that document, or a schema of it."""
        return reference.startswith("#") or self._names.is_inside(address, reference)

    @property
    def records(self) -> tuple[SourceRecord, ...]:
        """The files that were read, the root first and the others by their paths."""
        first, *others = self._records.values()
        return (first, *sorted(others, key=lambda record: record.path))

    def add_root(self, location: Location, data: bytes) -> None:
        """Make the root document the first of the files, under both of its addresses."""
        self._names = identifiers(self.root.tree)
        for place in (location.place, location.base or location.place):
            self._found[place] = self.root
            self._locations[place] = location
        self._record(location, data)

    def _read(self, files: Files, location: Location, depth: int) -> Source | tuple[Problem, ...]:
        if depth > MAX_SOURCE_DEPTH:
            return (_beyond(SOURCE_DEPTH),)
        if len(self._records) >= MAX_SOURCES:
            return (_beyond(SOURCES),)
        data = files.read(location)
        if isinstance(data, Problem):
            return (data,)
        self._size += len(data)
        if self._size > MAX_SOURCE_BYTES:
            return (_beyond(SOURCE_BYTES),)
        self._record(location, data)
        return _source(location, data, depth)

    def _seen_from(self, reference: str, above: Location) -> tuple[str, Location]:
        """A reference, and the file that it is relative to.

        What lies beside the address that the root gives itself lies beside the root.
        """
        folder = self._names.base_at(()).rpartition("/")[0] + "/"
        if "://" not in folder or not reference.startswith(folder):
            return reference, above
        return reference.removeprefix(folder), self._locations[self.root.key]

    def _record(self, location: Location, data: bytes) -> None:
        digest = hashlib.sha256(data).hexdigest()
        record = SourceRecord(path=location.path, sha256=digest, size=len(data))
        self._records[location.place] = record


@contextmanager
def open_sources(
    document: Document, address: Address, answer: Answer, reach: Reach
) -> Iterator[Sources]:
    """The files of a document, of which the root was read as the answer of an address."""
    web = WebFiles(reach=reach)
    match address:
        case WebAddress():
            web, location = web_files(address.origin, answer.landed, reach)
            yield _sources(document, location, answer, web, web)
        case FileAddress():
            files, location = disk_files(address, folder_of(address.path, reach))
            yield _sources(document, location, answer, files, web)
        case GitAddress():
            tree = GitTree(address, answer.commit)
            try:
                of_tree, location = revision_files(address, tree)
                yield _sources(document, location, answer, of_tree, web)
            finally:
                tree.close()


def _sources(
    document: Document, location: Location, answer: Answer, files: Files, web: WebFiles
) -> Sources:
    root = Source(
        key=location.place,
        name=document.name,
        words=location.words,
        tree=document.tree,
        document=document,
    )
    sources = Sources(root=root, files=files, web=web)
    sources.add_root(location, answer.data or b"")
    return sources


def _source(location: Location, data: bytes, depth: int) -> Source | tuple[Problem, ...]:
    document = None
    try:
        if location.place.lower().endswith(_TEXTS):
            tree = data.decode()
        else:
            document = read_any(data, location.name)
            tree = document.tree
    except UnicodeDecodeError:
        return (Problem(message=f"{location.name} is not UTF-8", advice="save it as UTF-8"),)
    except OutsideError as error:
        return error.problems
    return Source(
        key=location.place,
        name=location.name,
        words=location.words,
        tree=tree,
        document=document,
        depth=depth,
    )


def _is_text(reference: str) -> bool:
    """Whether a reference can be a path at all: half a character of UTF-16 or a NUL cannot."""
    return "\0" not in unquote(reference) and not any("\ud800" <= c <= "\udfff" for c in reference)


def _beyond(limit: Limit) -> Problem:
    error = exceeded(limit)
    return Problem(message=str(error), advice=error.advice)
