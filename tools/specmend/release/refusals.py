"""Says why an index did not take a file, each cause in a sentence of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Final

from specmend.errors import OutsideError, Problem
from specmend.release.archives import Archive
from specmend.release.indexes import Index
from specmend.release.upload import Sent

GOES_ON: Final = "run the same command again: it goes on where this one stopped"
_NO_USER: Final = (
    "{index} does not know the credentials",
    "look at TWINE_USERNAME and TWINE_PASSWORD, or make a new token",
)
_NO_RIGHT: Final = (
    "{index} does not let these credentials upload {project}",
    "use a token that is valid and may upload {project}",
)
_PROXY: Final = (
    "a proxy on the way to {index} wants a password",
    "write it into the address that HTTPS_PROXY gives",
)
_NO_PROJECT: Final = (
    "{index} knows no project {project}, or takes no uploads at this address",
    "look at {upload}; some indexes want a project to be made first",
)
_NO_UPLOADS: Final = (
    "{upload} is no address for uploads",
    "look at `publish-url` in the settings",
)
_TOO_LARGE: Final = ("{file} is too large for {index}", "ask the index for a higher limit")
_TOO_OFTEN: Final = (
    "{index} takes no more uploads for now",
    f"wait {{wait}}; then {GOES_ON}",
)
_FULL: Final = ("{index} has no room for {file}", f"ask whoever runs it for room; then {GOES_ON}")
_BROKEN: Final = ("{index} is out of order", f"wait until it works again; then {GOES_ON}")
_NO_ANSWER: Final = ("{index} did not answer while {file} was uploaded", GOES_ON)
_USED: Final = (
    "{index} had a file named {file} before, and takes no name twice",
    "release the next version: deleting a file does not free its name",
)
_USED_OR_WRONG: Final = (
    "{index} refuses {file}: the name was used before, or it does not like the metadata",
    "if a file of this name was ever there, release the next version; else correct the metadata",
)
_REFUSED: Final = ("{index} refuses {file}", "look at what it says, and at its rules for uploads")
_WORDS: Final[Mapping[int, tuple[str, str]]] = {
    0: _NO_ANSWER,
    HTTPStatus.UNAUTHORIZED: _NO_USER,
    HTTPStatus.BAD_REQUEST: _USED_OR_WRONG,
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: _PROXY,
    HTTPStatus.FORBIDDEN: _NO_RIGHT,
    HTTPStatus.NOT_FOUND: _NO_PROJECT,
    HTTPStatus.GONE: _NO_PROJECT,
    HTTPStatus.METHOD_NOT_ALLOWED: _NO_UPLOADS,
    HTTPStatus.NOT_IMPLEMENTED: _NO_UPLOADS,
    HTTPStatus.REQUEST_TIMEOUT: _NO_ANSWER,
    HTTPStatus.CONFLICT: _USED,
    HTTPStatus.INSUFFICIENT_STORAGE: _FULL,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _TOO_LARGE,
    HTTPStatus.TOO_MANY_REQUESTS: _TOO_OFTEN,
}
"""What happened and what to do, by the status of an answer; 0 is for none."""

_OF_CLASS: Final[Mapping[int, tuple[str, str]]] = {3: _NO_UPLOADS, 5: _BROKEN}
"""The same by the first digit of a status that has no words of its own."""


def refused(sent: Sent, archive: Archive, index: Index) -> OutsideError:
    """The error for what an index answered to a file that it does not serve."""
    message, advice = _WORDS.get(sent.status) or _OF_CLASS.get(sent.status // 100, _REFUSED)
    values = {
        "file": archive.name,
        "index": index.shown,
        "project": archive.name.partition("-")[0].replace("_", "-"),
        "upload": index.upload,
        "wait": f"{sent.wait:g} seconds" if sent.wait else "a while",
    }
    found = f"{sent.status} {sent.reason}".strip() if sent.status else sent.reason
    return OutsideError(
        Problem(message=message.format(**values), found=found, advice=advice.format(**values))
    )


def unasked(error: OutsideError, index: Index, name: str) -> OutsideError:
    """The error for an index that does not tell what it serves of a project."""
    return OutsideError(
        *(
            replace(
                problem,
                message=f"{index.shown} does not tell what it has of {name}: {problem.message}",
                advice=f"look at the network and at the index; then {GOES_ON}",
            )
            for problem in error.problems
        )
    )


def taken(archive: Archive, index: Index, *, meanwhile: bool) -> OutsideError:
    """The error for a name under which an index serves other bytes.

    `meanwhile` says that they were not there when the release began: another one runs.
    """
    message = f"{index.shown} serves other bytes under the name {archive.name}"
    if meanwhile:
        message = f"another release put {archive.name} on {index.shown} while this one ran"
    advice = (
        "no index takes a name twice: release the next version; if nobody knows where these bytes"
        " come from, yank the version first"
    )
    expected = f"sha256 {archive.digest}"
    return OutsideError(Problem(message=message, expected=expected, advice=advice))
