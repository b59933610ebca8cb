"""Asks a package index for the files of a project, and for one of them (PEP 503, PEP 691)."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import Final

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from specmend.errors import NotAllowed, OutsideError, Problem
from specmend.source import web
from specmend.source.address import refusal, refuse_unsafe
from specmend.source.answer import Answer
from specmend.source.credentials import (
    Credentials,
    keyring_credentials,
    known_credentials,
    without_credentials,
)
from specmend.source.listing import ACCEPT, DIGESTS, ListedFile, read_listing

INDEX: Final = "https://pypi.org/simple"
VARIABLES: Final = ("UV_DEFAULT_INDEX", "PIP_INDEX_URL")
"""Environment variables that name another index, the first that is set."""

_ANY: Final = "*/*"
_WAYS: Final = (
    "write it into ~/.netrc or the keyring, or into the address that PIP_INDEX_URL or --index gives"
)


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
    given = next((os.environ[one] for one in VARIABLES if os.environ.get(one)), INDEX)
    index, credentials = without_credentials(given)
    files = listed_files(index, name, credentials)
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


def listed_files(
    index: str, name: str, credentials: Credentials | None = None
) -> tuple[ListedFile, ...]:
    """The files that an index lists of a project; `index` is the address of its simple pages.

    Where the index wants a password, it gets `credentials`, or those that are known here. Raises
    NotThere where the index has no such project, and OutsideError where it gives no list.
    """
    page = f"{index.rstrip('/')}/{canonicalize_name(name)}/"
    refuse_unsafe(page)
    known = credentials or known_credentials(page)
    answer, taken = _ask_with(page, index, known)
    landed = answer.landed or page
    files = read_listing(answer.data or b"", answer.media_type, landed)
    return tuple(replace(file, credentials=taken) for file in files)


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
    answer = web.ask(file.address, accept=_ANY, credentials=file.credentials, as_is=True)
    return answer.data or b""


def is_as_listed(file: ListedFile, data: bytes) -> bool:
    """Whether bytes have each strong digest that the index lists of a file; it may list none."""
    told = {name: file.digests[name] for name in DIGESTS if file.digests.get(name)}
    return all(hashlib.new(name, data).hexdigest() == digest for name, digest in told.items())


def _ask_with(
    page: str, index: str, credentials: Credentials | None
) -> tuple[Answer, Credentials | None]:
    """The page and the credentials that opened it; the keyring is asked where no other ones do."""
    try:
        return web.ask(page, accept=ACCEPT, credentials=credentials), credentials
    except NotAllowed as error:
        user = credentials.user if credentials else ""
        kept = keyring_credentials(index, user)
        if kept is None:
            raise _locked(index, credentials) from error
    try:
        return web.ask(page, accept=ACCEPT, credentials=kept), kept
    except NotAllowed as error:
        raise _locked(index, kept) from error


def _locked(index: str, credentials: Credentials | None) -> OutsideError:
    """The error of an index that wants a password, or another one."""
    if credentials is None:
        message = "this index wants a password"
        return NotAllowed(Problem(message=message, file=index, advice=_WAYS))
    message = f"this index does not take the password that comes from {credentials.source}"
    advice = "look whether it is still valid, and whether it may read this project"
    return NotAllowed(Problem(message=message, file=index, advice=advice))


def _rank(file: str) -> tuple[int, str]:
    if file.endswith("-none-any.whl"):
        return 0, file
    return (2 if file.endswith(".whl") else 1), file
