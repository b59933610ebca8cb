"""The pin records one upstream document; the file is checked against it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from specmend.document.text.document import Document, read_document
from specmend.errors import Problem, RepositoryError, did_you_mean
from specmend.settings.layout import ApiLayout
from specmend.storage.read import is_there, read_file
from specmend.storage.toml import locate_key, read_toml

_NEEDED: Final = ("origin", "date", "sha256")
_KEYS: Final = (*_NEEDED, "etag", "modified", "commit", "made-by", "original", "sources")
_EXPECTED: Final = {
    "origin": "an address or a sentence",
    "date": "a date, as 2025-03-01",
    "sha256": "64 hex digits",
    "original": "64 hex digits",
    "made-by": 'a list of rules with their versions, as ["bundle 1"]',
    "sources": 'a table of files, each as {sha256 = "64 hex digits", bytes = 120}',
}
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceRecord:
    """One file that a document was made of: its path seen from the root, SHA-256 and bytes.

    A file of another host has its address for a path.
    """

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """Where an upstream document came from, the day it was taken, and its SHA-256 in hexadecimal.

    `etag` and `modified` are what the server said for ETag and Last-Modified; `commit` is that of a
    git repository. A document that was made of what was published has the rules that made it, with
    their versions, and the files that it was made of, the root first. `original` is the SHA-256 of
    the original of a converted document.
    """

    origin: str
    date: dt.date
    sha256: str
    etag: str = ""
    modified: str = ""
    commit: str = ""
    made_by: tuple[str, ...] = ()
    original: str = ""
    sources: tuple[SourceRecord, ...] = ()


def read_pin(api: ApiLayout) -> Pin:
    """Read an API's pin.toml; raises RepositoryError with every fault of it."""
    file = api.show(api.pin)
    if not is_there(api.pin):
        raise _missing(
            f"{api.name} has no pin",
            file,
            f"specmend fetch {api.name} writes it, or record origin, date and sha256 by hand",
        )
    text, data = read_toml(api.pin, file)
    problems = [*_unknown_keys(data, text, file), *_wrong_values(data, text, file)]
    if problems:
        raise RepositoryError(*problems)
    made_by, sources = data.pop("made-by", ()), data.pop("sources", {})
    return Pin(**data, made_by=tuple(made_by), sources=tuple(_records(sources)))


def read_upstream(api: ApiLayout) -> tuple[Pin, Document]:
    """The pin and the upstream document it vouches for; raises as `read_pinned` does.

    Raises RepositoryError, too, when the file is no document.
    """
    pin, data = read_pinned(api)
    return pin, read_document(data, api.show(api.upstream))


def read_pinned(api: ApiLayout) -> tuple[Pin, bytes]:
    """The pin and the bytes of the upstream document it vouches for.

    Raises RepositoryError when either is missing or wrong, or the document's digest is not the
    pin's.
    """
    pin = read_pin(api)
    file = api.show(api.upstream)
    if not is_there(api.upstream):
        raise _missing(
            f"{api.name} has no upstream document",
            file,
            f"specmend fetch {api.name} brings it in as its owner published it",
        )
    _refuse_two(api)
    data = read_file(api.upstream, file)
    digest = hashlib.sha256(data).hexdigest()
    if digest != pin.sha256:
        raise _other_document(api, pin, digest)
    return pin, data


def _records(sources: Mapping[str, Any]) -> Iterator[SourceRecord]:
    for path, facts in sources.items():
        yield SourceRecord(path=path, sha256=facts["sha256"], size=facts["bytes"])


def _missing(message: str, file: str, advice: str) -> RepositoryError:
    return RepositoryError(Problem(message=message, file=file, expected="this file", advice=advice))


def _other_document(api: ApiLayout, pin: Pin, digest: str) -> RepositoryError:
    shown_pin = api.show(api.pin)
    line, column = locate_key(read_toml(api.pin, shown_pin)[0], "sha256")
    return RepositoryError(
        Problem(
            message="the upstream document is not the one that was pinned",
            file=api.show(api.upstream),
            line=1,
            column=1,
            found=f"sha256 {digest}",
            expected=f"sha256 {pin.sha256} ({shown_pin}:{line}:{column})",
            advice=f"restore the file, or specmend fetch {api.name};"
            " changes of ours belong in a step",
        )
    )


def _refuse_two(api: ApiLayout) -> None:
    """Raise RepositoryError where the document is there in both formats: one is a leftover."""
    present = [api.show(path) for path in api.upstreams if is_there(path)]
    if len(present) > 1:
        raise RepositoryError(
            Problem(
                message=f"{api.name} has two upstream documents",
                file=present[0],
                found=" and ".join(present),
                expected="one",
                advice=f"specmend fetch {api.name} repairs this; or remove the old one",
            )
        )


def _unknown_keys(data: Mapping[str, Any], text: str, file: str) -> Iterator[Problem]:
    for key in data:
        if key not in _KEYS:
            line, column = locate_key(text, key)
            yield Problem(
                message=f"unknown key '{key}' in the pin",
                file=file,
                line=line,
                column=column,
                advice=did_you_mean(key, _KEYS) or f"the keys are {', '.join(_KEYS)}",
            )


def _wrong_values(data: Mapping[str, Any], text: str, file: str) -> Iterator[Problem]:
    checked = [key for key in _KEYS if key in _NEEDED or key in data]
    for key in checked:
        if not _is_right(key, data.get(key)):
            line, column = locate_key(text, key)
            yield Problem(
                message=f"{key} {'is not right' if key in data else 'is missing'} in the pin",
                file=file,
                line=line,
                column=column,
                found=_shown(data[key]) if key in data else "",
                expected=_EXPECTED.get(key, "a text"),
            )


def _shown(value: object) -> str:
    """A value as TOML writes it."""
    import tomlkit

    return tomlkit.item(value).as_string()


def _is_right(key: str, value: object) -> bool:
    if key == "date":
        return isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    if key in ("sha256", "original"):
        return _is_digest(value)
    if key == "made-by":
        return isinstance(value, list) and all(isinstance(rule, str) for rule in value)
    if key == "sources":
        return isinstance(value, dict) and all(map(_is_record, value.values()))
    return isinstance(value, str) and bool(value.strip())


def _is_record(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"sha256", "bytes"}:
        return False
    return _is_digest(value["sha256"]) and type(value["bytes"]) is int


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None
