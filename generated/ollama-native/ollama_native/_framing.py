# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Cuts the bytes of a streamed response into records."""

from __future__ import annotations

from typing import Literal

from ._event import make_event
from ._record import Record
from ._sequence import SequenceRecords

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_FIELD_NAME = 64


class Framing(Record):
    """How records are told apart, and which ones have a meaning of their own.

    `sentinel` is the record that ends the stream, `error` the key of an error record, `terminal` the key that is
    true in the last record, or has one of the texts of `last` there. Empty means that the API has no such thing.
    With `events` a record is a whole event and not its data alone: `parsed` says whether data is JSON,
    `others` are the names of the events of which the opposite is true, and `describes_errors` that an event of type
    `error` is a record like any other.
    """

    kind: Literal["ndjson", "json-seq", "sse", "events"]
    sentinel: str = ""
    error: str = ""
    terminal: str = ""
    last: tuple[str, ...] = ()
    parsed: bool = False
    others: tuple[str, ...] = ()
    describes_errors: bool = False

    @property
    def ending(self) -> str:
        """The last record in words."""
        return f"{self.terminal!r} {' or '.join(map(repr, self.last)) or 'true'}"

    def splitter(self, limit: int) -> LineRecords | SequenceRecords | EventRecords:
        """A fresh splitter for one response, for records of at most so many bytes."""
        if self.kind == "json-seq":
            return SequenceRecords(limit)
        if self.kind == "ndjson":
            return LineRecords(limit)
        return EventRecords(limit, with_fields=self.kind == "events")

    def is_parsed(self, event: str) -> bool:
        """Whether the data of an event of this name is JSON."""
        return (event in self.others) is not self.parsed

    def without_events(self) -> Framing:
        """The framing of a server that answers the request for events with one plain document."""
        return Framing(kind="ndjson", error=self.error)


class LineRecords:
    r"""One record in each line.

    Lines end with `\n` and nothing else. Text functions that know "all line ends" would also cut at U+2028 and
    U+0085, which may stand unescaped inside a JSON string (RFC 8259 section 7).
    """

    reported: bytes | None = None
    cut: bytes | None = None
    stray = b""

    def __init__(self, limit: int) -> None:
        self._lines = _Lines(limit)

    @property
    def overflow(self) -> bool:
        """Whether a record was too long; what came after it is lost."""
        return self._lines.overflow

    def feed(self, chunk: bytes) -> list[bytes]:
        """The records that this chunk completes."""
        return [line for line in self._lines.feed(chunk) if line and not line.isspace()]

    def finish(self) -> list[bytes]:
        """What is left at the end: a last line may lack its line end."""
        return [line for line in self._lines.finish() if not line.isspace()]


class EventRecords:
    """One record in each server-sent event: its `data` lines, joined.

    The rules are those of the WHATWG HTML standard, section 9.2.6; comments and the fields `id` and `retry` are
    passed over. Records `with_fields` are whole events, which have them, and whose data may be an empty text. An
    event at the very end may lack its blank line. `reported` is the record of an event of type `error`, and `stray` a
    line of JSON outside of any field, with which some servers end when something breaks.
    """

    cut: bytes | None = None

    def __init__(self, limit: int, *, with_fields: bool = False) -> None:
        self.reported: bytes | None = None
        self._with_fields = with_fields
        self._fields: dict[bytes, bytes] = {}
        self.stray = b""
        self._limit = limit
        self._lines = _Lines(limit + _FIELD_NAME)
        self._data: list[bytes] = []
        self._size = 0
        self._type = b""
        self._after_return = False
        self._first = True
        self._too_long = False

    @property
    def overflow(self) -> bool:
        """Whether a record was too long; what came after it is lost."""
        return self._too_long or self._lines.overflow

    def feed(self, chunk: bytes) -> list[bytes]:
        """The records that this chunk completes."""
        is_plain = not (self._with_fields or self._data or self._type or self._first)
        if is_plain and chunk.endswith(b"\n\n") and b"\r" not in chunk:
            # Whole events, as servers write them; the general way gives the same.
            records = self._whole(chunk)
            if records is not None:
                return records
        if self._after_return:
            # The line end \r\n came in two pieces; its first half has ended the line.
            chunk = chunk.removeprefix(b"\n")
        self._after_return = chunk.endswith(b"\r")
        return self._events(self._lines.feed(chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")))

    def finish(self) -> list[bytes]:
        """What is left at the end."""
        return self._events([*self._lines.finish(), b""])

    def _whole(self, chunk: bytes) -> list[bytes] | None:
        """The records of a chunk in which each event is one line of data, or None where that is not so."""
        if self._lines.pending or self._after_return or len(chunk) > self._limit:
            return None
        records = []
        for event in chunk[:-2].split(b"\n\n"):
            if not event.startswith(b"data: ") or b"\n" in event:
                return None
            records.append(event[6:])
        return records if all(records) else None

    def _events(self, lines: list[bytes]) -> list[bytes]:
        records = []
        for line in lines:
            if self._first:
                line = line.removeprefix(_BYTE_ORDER_MARK)  # noqa: PLW2901
                self._first = False
            if line:
                self._add(line)
            else:
                records += self._end()
            if self._too_long:
                break
        return records

    def _end(self) -> list[bytes]:
        """The record of the event that a blank line ends, if it is one."""
        record = b"\n".join(self._data)
        if self._with_fields and self._data:
            record = make_event(record, self._fields)
        is_record = bool(self._data) if self._with_fields else bool(record)
        if is_record and self._type == b"error":
            self.reported = record
        self._data, self._fields, self._size, self._type = [], {}, 0, b""
        return [record] if is_record else []

    def _add(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if name == b"data":
            self._data.append(value.removeprefix(b" "))
            self._size += len(value)
            self._too_long = self._size > self._limit
        elif name == b"event":
            self._type = value.strip()
            self._fields[name] = value.removeprefix(b" ")
        elif self._with_fields and name in (b"id", b"retry"):
            self._fields[name] = value.removeprefix(b" ")
        elif line.startswith(b"{"):
            self.stray = line


class _Lines:
    """Lines out of chunks, in linear time: a long line is kept in pieces until its end comes."""

    def __init__(self, limit: int) -> None:
        self.overflow = False
        self.pending: list[bytes] = []
        self._limit = limit
        self._size = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        lines = chunk.split(b"\n")
        rest = lines.pop()
        if lines and self.pending:
            self.pending.append(lines[0])
            lines[0] = b"".join(self.pending)
            self.pending, self._size = [], 0
        if len(chunk) + self._size > self._limit or (lines and len(lines[0]) > self._limit):
            self._cut(lines)
        if rest:
            self.pending.append(rest)
            self._size += len(rest)
            self.overflow = self.overflow or self._size > self._limit
        return lines

    def finish(self) -> list[bytes]:
        rest = b"".join(self.pending)
        self.pending, self._size = [], 0
        return [rest] if rest and not self.overflow else []

    def _cut(self, lines: list[bytes]) -> None:
        """Keep the lines before the first one that is too long."""
        place = next((place for place, line in enumerate(lines) if len(line) > self._limit), None)
        if place is not None:
            self.overflow = True
            del lines[place:]
