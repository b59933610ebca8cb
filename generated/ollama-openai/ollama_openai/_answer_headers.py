# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The headers of an answer as the API declares them: numbers, dates, lists and objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import httpx2 as httpx
from pydantic import ValidationError

from . import errors
from ._codec import is_no_json, reader
from ._declared import Header
from ._json import mended_json
from ._texts import from_parts, from_text


class DeclaredHeaders(Mapping[str, Any]):
    """The declared headers that came, as values of their types; names in capitals or not.

    A value that does not have its type raises DecodeError when it is asked for.
    """

    def __init__(self, headers: httpx.Headers, declared: Mapping[str, Any]) -> None:
        self._headers = headers
        self._declared = {name.lower(): (name, kind) for name, kind in declared.items()}

    def __getitem__(self, name: str) -> Any:
        declared = self._declared.get(name.lower())
        values = self._headers.get_list(name)
        if declared is None or not values:
            raise KeyError(name)
        try:
            return _read(*declared, values)
        except ValidationError as error:
            reason = f"the header {declared[0]}: {error.errors(include_url=False)[0]['msg']}"
            raise errors.DecodeError(values[0].encode(), reason) from error

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._declared.values() if name in self._headers)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self)})"


def _read(name: str, kind: Any, values: list[str]) -> Any:
    """One value of all the lines of a header (RFC 9110 section 5.3); cookies are never joined."""
    if not isinstance(kind, Header):
        return _single(kind, ", ".join(values))
    if name.lower() == "set-cookie":
        return from_parts(kind.type, values)
    text = ",".join(values)
    if kind.shape == "json":
        return _document(kind.type, text)
    pieces = [piece.strip() for piece in text.split(",")] if text.strip() else []
    return from_parts(kind.type, pieces if kind.shape == "list" else dict(_pairs(pieces, explode=kind.explode)))


def _document(kind: Any, text: str) -> Any:
    try:
        return reader(kind)(text)
    except ValidationError as error:
        mended = mended_json(text.encode()) if is_no_json(error) else None
        if mended is None:
            raise
        return reader(kind)(mended)


def _single(kind: Any, text: str) -> Any:
    """A single value; a moment may be written as HTTP does it (RFC 9110 section 5.6.7)."""
    try:
        return from_text(kind, text)
    except ValidationError:
        moment = _http_date(text)
        if moment is None:
            raise
        return from_text(kind, moment.isoformat())


def _http_date(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def _pairs(pieces: list[str], *, explode: bool) -> Iterator[tuple[str, str]]:
    """The pairs of an object in the style `simple`: `R=100,G=200`, or `R,100,G,200`."""
    if not explode:
        yield from zip(pieces[::2], pieces[1::2], strict=False)
        return
    for piece in pieces:
        name, _, value = piece.partition("=")
        yield name.strip(), value.strip()
