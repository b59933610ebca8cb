# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Fills in the template of a path, and refuses values that would make another path of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import quote, unquote

from ._operation import NOT_GIVEN
from ._record import Record
from ._styles import Writer
from .errors import ArgumentError

Part: TypeAlias = str | Writer

_VARIABLE: Final = r"\{([^{}]*)\}"
_LONE_PERCENT: Final = "%(?![0-9A-Fa-f]{2})"
_IN_PATH: Final = "/%:@!$&'()*+,;=~"
_IN_QUERY: Final = _IN_PATH + "?"
_DOTS: Final = ("", ".", "..")


class Template(Record):
    """The template of a path, cut once: fixed texts, and segments that have variables in them.

    `query` is what it has after a question mark.
    """

    pieces: tuple[str | tuple[Part, ...], ...]
    query: tuple[Part, ...] = ()

    def path(self, values: Mapping[str, Any]) -> str:
        """The path with its values; raises ArgumentError."""
        return "".join([piece if isinstance(piece, str) else _segment(piece, values) for piece in self.pieces])

    def fixed_query(self, values: Mapping[str, Any]) -> str:
        """The query that the template itself has; raises ArgumentError."""
        return "".join([part if isinstance(part, str) else _value(part, values) for part in self.query])


def variables(template: str) -> list[str]:
    """The names in braces."""
    return re.findall(_VARIABLE, template)


def cut(template: str, writers: Mapping[str, Writer]) -> Template:
    """The template of a path, whose variables are written by `writers`; a fragment is never sent."""
    path, _, query = template.partition("#")[0].partition("?")
    pieces: list[str | tuple[Part, ...]] = []
    for number, segment in enumerate(path.split("/")):
        parts = _parts(segment, writers, _IN_PATH)
        pieces.append("/" if number else "")
        pieces.append(parts if any(isinstance(part, Writer) for part in parts) else "".join(map(str, parts)))
    return Template(pieces=_joined(pieces), query=_parts(query, writers, _IN_QUERY))


def _parts(segment: str, writers: Mapping[str, Writer], safe: str) -> tuple[Part, ...]:
    """Fixed texts and the writers of variables; there can be no variable that is not known."""
    cut = re.split(_VARIABLE, segment)
    named = [writers.get(part, f"{{{part}}}") if number % 2 else part for number, part in enumerate(cut)]
    parts = [quote(re.sub(_LONE_PERCENT, "%25", part), safe=safe) if isinstance(part, str) else part for part in named]
    return tuple(part for part in parts if part != "")


def _joined(pieces: list[str | tuple[Part, ...]]) -> tuple[str | tuple[Part, ...], ...]:
    """Fixed texts that follow each other as one."""
    joined: list[str | tuple[Part, ...]] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        elif piece:
            joined.append(piece)
    return tuple(joined)


def _segment(parts: tuple[Part, ...], values: Mapping[str, Any]) -> str:
    """One segment; empty, or one or two dots, it would be another path (RFC 3986 section 5.2.4)."""
    segment = "".join([part if isinstance(part, str) else _value(part, values) for part in parts])
    if segment in _DOTS or ("%" in segment and unquote(segment) in _DOTS):
        named = next(part for part in parts if isinstance(part, Writer))
        shown = f"'{segment}'" if segment else "nothing"
        raise ArgumentError("path", named.name, f"{shown} cannot stand between the slashes of a path")
    return segment


def _value(writer: Writer, values: Mapping[str, Any]) -> str:
    value = values.get(writer.name)
    if value is None or value is NOT_GIVEN:
        raise ArgumentError("path", writer.name, "a path needs a value here")
    return writer.whole(value)
