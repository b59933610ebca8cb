"""Where a document is to be had: an address of the web, a file, or a file of a git repository."""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from specmend.errors import OutsideError, Problem

SHAPES: Final = "https://HOST/PATH, a file, or git+https://HOST/REPOSITORY@REVISION:PATH"
_GIT_SHAPES: Final = "git+https://HOST/REPOSITORY@REVISION:PATH (or git+ssh://, git+file://)"
_GIT: Final = re.compile(r"git\+(?P<url>.+)@(?P<revision>[^@:]+):(?P<path>[^:]+)")
_GIT_SCHEMES: Final = ("https", "ssh", "file", "http")


@dataclass(frozen=True, kw_only=True, slots=True)
class WebAddress:
    """An address that is asked over HTTP; `origin` is what the pin says of it."""

    origin: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FileAddress:
    """A file of this machine.

    `origin` is its path as the pin has it: from the project, where the file is inside.
    """

    origin: str
    path: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class GitAddress:
    """A file at a revision (a branch, a tag or a whole commit hash) of a git repository."""

    origin: str
    url: str
    revision: str
    path: str


Address = WebAddress | FileAddress | GitAddress


def read_address(where: str, root: Path, folder: Path) -> Address:
    """What an address means; a file is looked for from `folder`.

    A file below `root` is named from there. Raises OutsideError for what is no address, or for one
    that must not be asked.
    """
    if where.startswith("git+"):
        return _git(where)
    if "://" not in where:
        return _file(where, root, folder)
    refuse_unsafe(where)
    return WebAddress(origin=where)


def is_remote(where: str) -> bool:
    """Whether a text is an address that means the same on every machine."""
    return where.startswith(("https://", "http://", "git+"))


def refuse_unsafe(url: str) -> None:
    """Raise OutsideError for what is no address of the web, has a password, or has no TLS."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise refusal(url, f"this is not an address: {error}", expected=SHAPES) from error
    scheme = parts.scheme.lower()
    if scheme not in {"https", "http"}:
        message = "this is no address that can be fetched"
        raise refusal(url, message, found=f"{parts.scheme}://", expected=SHAPES)
    if not host or any(mark.isspace() or not mark.isprintable() for mark in url):
        raise refusal(url, "this is not an address", expected=SHAPES)
    if parts.username or parts.password:
        raise _password_refusal(url.replace(f"{parts.netloc.rpartition('@')[0]}@", ""))
    if scheme == "http" and not is_loopback(host):
        message = "a document is not fetched without TLS"
        raise refusal(url, message, found="http://", expected="https://")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def refusal(
    where: str, message: str, *, found: str = "", expected: str = "", advice: str = ""
) -> OutsideError:
    """The error that a source does not give what is wanted.

    What the source says itself cannot command a terminal.
    """
    return OutsideError(
        Problem(
            message=plain(message),
            file=plain(where),
            found=plain(found),
            expected=expected,
            advice=advice,
        )
    )


def plain(text: str) -> str:
    """A foreign text as it can be shown: what does not print, but for line breaks, is escaped."""
    return "".join(
        mark if mark.isprintable() or mark == "\n" else ascii(mark)[1:-1] for mark in text
    )


def _password_refusal(bare: str) -> OutsideError:
    return refusal(
        bare,
        "the address carries a password, and would carry it into the pin",
        advice="give the address without it;"
        " a document that is not public is fetched by other means",
    )


def _file(where: str, root: Path, folder: Path) -> FileAddress:
    if not where.strip() or "\0" in where:
        raise refusal(where, "this is no address that can be fetched", expected=SHAPES)
    given = Path(where).expanduser()
    path = Path(os.path.normpath(folder / given))
    if path.is_relative_to(root):
        return FileAddress(origin=path.relative_to(root).as_posix(), path=path)
    named = where if given.is_absolute() else os.path.relpath(path, root)
    return FileAddress(origin=Path(named).as_posix(), path=path)


def _git(where: str) -> GitAddress:
    match = _GIT.fullmatch(where)
    if not match or match["url"].partition("://")[0] not in _GIT_SCHEMES:
        raise refusal(where, "this is no file of a git repository", expected=_GIT_SHAPES)
    url, revision, path = match["url"], match["revision"], match["path"].removeprefix("/")
    if url.startswith("http"):
        _refuse_unsafe_repository(url)
    if revision.startswith("-") or path.startswith("-") or ".." in path.split("/"):
        message = "this is no revision, or no path, of a git repository"
        raise refusal(where, message, expected="REVISION:PATH")
    return GitAddress(origin=where, url=url, revision=revision, path=path)


def _refuse_unsafe_repository(url: str) -> None:
    try:
        refuse_unsafe(url)
    except OutsideError as error:
        (problem,) = error.problems
        raise refusal(
            f"git+{problem.file}",
            problem.message,
            found=problem.found,
            expected=problem.expected,
            advice=problem.advice,
        ) from error
