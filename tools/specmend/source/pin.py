"""The pin: the record of one upstream document, and the check that the file is still that document."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from typing import Any

from specmend.document.text.document import Document, read_document
from specmend.errors import Problem, RepositoryError, did_you_mean
from specmend.settings.layout import ApiLayout
from specmend.storage.read import is_there, read_file
from specmend.storage.toml import locate_key, read_toml

_NEEDED = ("origin", "date", "sha256")
_KEYS = (*_NEEDED, "etag", "modified", "commit")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """Where an upstream document came from, the day it was taken, and its SHA-256 in hexadecimal.

    `etag` and `modified` are what the server said for ETag and Last-Modified, `commit` is that of a git repository.
    """

    origin: str
    date: dt.date
    sha256: str
    etag: str = ""
    modified: str = ""
    commit: str = ""


def read_pin(api: ApiLayout) -> Pin:
    """Read an API's pin.toml; raises RepositoryError with every fault of it."""
    file = api.show(api.pin)
    if not is_there(api.pin):
        advice = f"specmend fetch {api.name} writes it, or record origin, date and sha256 by hand"
        raise RepositoryError(
            Problem(
                message=f"{api.name} has no pin", file=file, expected="this file", advice=advice
            )
        )
    text, data = read_toml(api.pin, file)
    problems = list(_faults(data, text, file))
    if problems:
        raise RepositoryError(*problems)
    return Pin(**data)


def read_upstream(api: ApiLayout) -> tuple[Pin, Document]:
    """The pin and the upstream document it vouches for.

    Raises RepositoryError when either is missing or wrong, or the document's digest is not the pin's.
    """
    pin = read_pin(api)
    file = api.show(api.upstream)
    if not is_there(api.upstream):
        raise RepositoryError(
            Problem(message=f"{api.name} has no upstream document", file=file, expected="this file",
                    advice=f"specmend fetch {api.name} brings it in as its owner published it")
        )  # fmt: skip
    _refuse_two(api)
    data = read_file(api.upstream, file)
    found = hashlib.sha256(data).hexdigest()
    if found != pin.sha256:
        line, column = locate_key(read_toml(api.pin, api.show(api.pin))[0], "sha256")
        raise RepositoryError(
            Problem(
                message="the upstream document is not the one that was pinned",
                file=file, line=1, column=1,
                found=f"sha256 {found}",
                expected=f"sha256 {pin.sha256} ({api.show(api.pin)}:{line}:{column})",
                advice=f"restore the file, or specmend fetch {api.name}; changes of ours belong in a step",
            )
        )  # fmt: skip
    return pin, read_document(data, file)


def _refuse_two(api: ApiLayout) -> None:
    """Raise RepositoryError where the document is there in both formats: one of them is a leftover."""
    found = [api.show(path) for path in api.upstreams if is_there(path)]
    if len(found) > 1:
        raise RepositoryError(
            Problem(message=f"{api.name} has two upstream documents", file=found[0], found=" and ".join(found),
                    expected="one", advice=f"specmend fetch {api.name} puts this right; or remove the old one")
        )  # fmt: skip


def _faults(data: dict[str, Any], text: str, file: str) -> list[Problem]:
    problems = []
    for key in data:
        if key not in _KEYS:
            line, column = locate_key(text, key)
            hint = did_you_mean(key, _KEYS) or f"the keys are {', '.join(_KEYS)}"
            problems.append(
                Problem(
                    message=f"unknown key {key!r} in the pin",
                    file=file,
                    line=line,
                    column=column,
                    advice=hint,
                )
            )
    expected = {
        "origin": "an address or a sentence",
        "date": "a date, as 2025-03-01",
        "sha256": "64 hex digits",
    }
    for key in (*_NEEDED, *(key for key in _KEYS if key in data and key not in _NEEDED)):
        if not _good(key, data.get(key)):
            line, column = locate_key(text, key)
            what = "is missing" if key not in data else "is not right"
            found = "" if key not in data else repr(data[key])
            problems.append(
                Problem(message=f"{key} {what} in the pin", file=file, line=line, column=column,
                        found=found, expected=expected.get(key, "a text"))
            )  # fmt: skip
    return problems


def _good(key: str, value: object) -> bool:
    if key == "date":
        return isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    if key == "sha256":
        return isinstance(value, str) and bool(re.fullmatch(r"[0-9a-f]{64}", value))
    return isinstance(value, str) and bool(value.strip())
