"""Asks a package index for a file of a release (PEP 503)."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import Final

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from specmend.source import web
from specmend.source.address import refusal, refuse_unsafe
from specmend.source.listing import ACCEPT, DIGESTS, ListedFile, read_listing

INDEX: Final = "https://pypi.org/simple"
VARIABLES: Final = ("UV_DEFAULT_INDEX", "PIP_INDEX_URL")
"""Environment variables that name another index, the first that is set."""


_ANY: Final = "*/*"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseFile:
    """A wheel or source archive with its name."""

    name: str
    data: bytes


def release_file(name: str, version: str, where: str) -> ReleaseFile:
    """The file of a release that is best to read: a wheel for any system, then any file.

    Raises OutsideError where there is none, or where it is not what the index says.
    """
    try:
        wanted = Version(version)
    except InvalidVersion as error:
        raise refusal(where, "this is not a version", found=version) from error
    index = next((os.environ[one] for one in VARIABLES if os.environ.get(one)), INDEX)
    files = listed_files(index, name)
    chosen = [file for file in files if file.version == wanted]
    if not chosen:
        known = sorted({found for file in files if (found := file.version) is not None})
        raise refusal(
            where,
            "the index has no such release",
            found=", ".join(map(str, known[-5:])) or "no release",
            expected=f"{name}=={version}",
        )
    file = min(chosen, key=lambda file: _rank(file.name))
    return ReleaseFile(name=file.name, data=download(file, where))


def listed_files(index: str, name: str) -> tuple[ListedFile, ...]:
    """The files that an index lists of a project; `index` is the address of its simple pages.

    Raises NotThere where the index has no such project, and OutsideError where it gives no list.
    """
    page = f"{index.rstrip('/')}/{canonicalize_name(name)}/"
    refuse_unsafe(page)
    answer = web.ask(page, accept=ACCEPT)
    return read_listing(answer.data or b"", answer.media_type, answer.landed or page)


def download(file: ListedFile, where: str) -> bytes:
    """The bytes of a listed file; raises OutsideError where they are not what the index says."""
    data = fetch_listed(file)
    if not is_as_listed(file, data):
        raise refusal(where, f"{file.name} is not what the index says: its digest differs")
    return data


def fetch_listed(file: ListedFile) -> bytes:
    """The bytes of a listed file, whatever they are."""
    refuse_unsafe(file.address)
    # Where a document is asked for, devpi-server answers with what it knows of the file.
    return web.ask(file.address, accept=_ANY).data or b""


def is_as_listed(file: ListedFile, data: bytes) -> bool:
    """Whether bytes have each strong digest that the index lists of a file; it may list none."""
    told = {name: file.digests[name] for name in DIGESTS if file.digests.get(name)}
    return all(hashlib.new(name, data).hexdigest() == digest for name, digest in told.items())


def _rank(file: str) -> tuple[int, str]:
    if file.endswith("-none-any.whl"):
        return 0, file
    return (2 if file.endswith(".whl") else 1), file
