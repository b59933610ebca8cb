# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Cuts the bytes of a streamed response into records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MAX_RECORD = 64 * 1024 * 1024
"""The largest record in bytes; a longer one raises RecordTooLongError instead of filling the memory."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class RecordTooLongError(ValueError):
    """A record is longer than MAX_RECORD."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Framing:
    """How records are told apart, and which ones have a meaning of their own.

    `sentinel` is the record that ends the stream, `error` the key of an error record, `terminal` the key that is
    true in the last record. Empty means that the API has no such thing.
    """

    kind: Literal["ndjson", "sse"]
    sentinel: str = ""
    error: str = ""
    terminal: str = ""

    def splitter(self) -> LineRecords | EventRecords:
        """A fresh splitter for one response."""
        return EventRecords() if self.kind == "sse" else LineRecords()

    def without_events(self) -> Framing:
        """The framing of a server that answers the request for events with one plain document."""
        return Framing(kind="ndjson", error=self.error)


class LineRecords:
    r"""One record in each line.

    Lines end with `\n` and nothing else. Text functions that know "all line ends" would also cut at U+2028 and
    U+0085, which may stand unescaped inside a JSON string (RFC 8259 section 7).
    """

    def __init__(self) -> None:
        self._lines = _Lines()

    def feed(self, chunk: bytes) -> list[bytes]:
        """The records that this chunk completes."""
        return [line for line in self._lines.feed(chunk) if line and not line.isspace()]

    def finish(self) -> list[bytes]:
        """What is left at the end: a last line may lack its line end."""
        return [line for line in self._lines.finish() if not line.isspace()]


class EventRecords:
    """One record in each server-sent event: its `data` lines, joined.

    The rules are those of the WHATWG HTML standard, section 9.2.6; comments and the fields `event`, `id` and `retry`
    are passed over. An event at the very end may lack its blank line.
    """

    def __init__(self) -> None:
        self._lines = _Lines()
        self._data: list[bytes] = []
        self._size = 0
        self._after_return = False
        self._first = True

    def feed(self, chunk: bytes) -> list[bytes]:
        """The records that this chunk completes."""
        if self._after_return:
            # The line end \r\n came in two pieces; its first half has ended the line.
            chunk = chunk.removeprefix(b"\n")
        self._after_return = chunk.endswith(b"\r")
        return self._events(self._lines.feed(chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")))

    def finish(self) -> list[bytes]:
        """What is left at the end."""
        return self._events([*self._lines.finish(), b""])

    def _events(self, lines: list[bytes]) -> list[bytes]:
        records = []
        for line in lines:
            if self._first:
                line = line.removeprefix(_BYTE_ORDER_MARK)  # noqa: PLW2901
                self._first = False
            if line:
                self._add(line)
            elif self._data:
                record = b"\n".join(self._data)
                self._data, self._size = [], 0
                if record:
                    records.append(record)
        return records

    def _add(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if name == b"data":
            self._data.append(value.removeprefix(b" "))
            self._size = _limited(self._size + len(value))


class _Lines:
    """Lines out of chunks, in linear time: a long line is kept in pieces until its end comes."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        lines = chunk.split(b"\n")
        rest = lines.pop()
        if lines:
            self._hold(lines[0])
            lines[0] = b"".join(self._pieces)
            self._pieces, self._size = [], 0
        self._hold(rest)
        return lines

    def finish(self) -> list[bytes]:
        rest = b"".join(self._pieces)
        self._pieces, self._size = [], 0
        return [rest] if rest else []

    def _hold(self, piece: bytes) -> None:
        if piece:
            self._pieces.append(piece)
            self._size = _limited(self._size + len(piece))


def _limited(size: int) -> int:
    if size > MAX_RECORD:
        raise RecordTooLongError(f"a record is longer than {MAX_RECORD} bytes")
    return size
