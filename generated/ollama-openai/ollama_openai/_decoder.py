# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Turns the bytes of a stream into values, and knows how far the stream has come and whether it ended well."""

from __future__ import annotations

import json
import re
from typing import Any, Generic, NoReturn, TypeVar, cast

import httpx2 as httpx
from pydantic import ValidationError

from . import errors
from ._codec import is_no_json, reader
from ._event import Event, event_document
from ._failure import timeout_words
from ._framing import Framing
from ._json import load_json, mended_json
from ._media import essence
from ._operation import Streaming
from ._response import summary

EventT = TypeVar("EventT")

_CUT = "it may be a piece of a longer one, for nothing follows it (RFC 7464 section 2.4)"


class Decoder(Generic[EventT]):
    """The state of one stream: `received` records, the last of them, and whether it is over.

    `ended` says that the sentinel came, `completed` that the stream came to its proper end, `closed` that its
    reader left.
    """

    def __init__(self, response: httpx.Response, streaming: Streaming, limit: int) -> None:
        framing = _framing_of(response, streaming.framing)
        self.completed = self.ended = self.closed = self.over = False
        self.received = 0
        self.last: EventT | None = None
        self._framing = framing
        self._limit = limit
        self._splitter = framing.splitter(limit)
        self._sentinel = framing.sentinel.encode()
        self._validate = reader(streaming.event)
        # The data of server-sent events is text; that it is JSON, a schema of text or of anything does not say.
        self._can_be_text = framing.kind == "sse" and streaming.event in (Any, str)
        self._can_report = framing.kind in ("sse", "events") and not framing.describes_errors
        self._can_be_cut = framing.kind == "json-seq"
        self._has_events = framing.kind == "events"
        # A cheap look before a real parse: nearly every record of a stream is neither an error nor the last.
        self._error_mark = json.dumps(framing.error).encode() if framing.error else None
        self._find_last = _last_pattern(framing).search if framing.terminal else None
        self._last_seen = not framing.terminal

    def feed(self, chunk: bytes) -> list[bytes]:
        """The records that this chunk completes, without the sentinel and what follows it."""
        records = self._splitter.feed(chunk)
        return self._until_sentinel(records) if self._sentinel else records

    def finish(self) -> list[bytes]:
        """What is left at the end."""
        return [] if self.ended else self._until_sentinel(self._splitter.finish())

    def decode(self, record: bytes) -> EventT:
        """The value of a record; raises StreamReportedError or StreamDecodeError."""
        if self._error_mark is not None and self._error_mark in record:
            self._check_error(record)
        if self._can_report and record is self._splitter.reported:
            self._report(record)
        if self._can_be_cut and record is self._splitter.cut:
            raise errors.StreamDecodeError(record, _CUT, self.received, self.last)
        document = self._whole(cast("Event", record)) if self._has_events else record
        try:
            value: EventT = self._validate(document)
        except ValidationError as error:
            value = self._read_again(record, document, error)
        self.received += 1
        self.last = value
        if self._find_last is not None and self._find_last(document):
            self._check_last(document)
        return value

    def check_size(self) -> None:
        """Raise RecordTooLongError after a record beyond the limit."""
        if self._splitter.overflow and not self.ended:
            reason = f"it is longer than {self._limit} bytes; a greater max_record takes it"
            raise errors.RecordTooLongError(b"", reason, self.received, self.last)

    def check_end(self) -> None:
        """Raise StreamIncompleteError unless the stream came to its proper end, or the reader itself closed it."""
        self.over = True
        if self.closed:
            return
        if self._sentinel and not self.ended:
            self._missing(f"no {self._framing.sentinel} at the end")
        if not self._last_seen:
            self._missing(f"no record with {self._framing.ending}")
        self.completed = True

    def fail(self, error: httpx.RequestError, request: httpx.Request) -> None:
        """Raise the error for a connection that broke, unless all was there or the reader itself closed it."""
        if self.completed or self.closed:
            return
        if isinstance(error, httpx.TimeoutException):
            words = timeout_words(error, request)
            raise errors.StreamTimeoutError(words, self.received, self.last) from error
        reason = str(error) or type(error).__name__
        raise errors.StreamInterruptedError(reason, self.received, self.last) from error

    def check_over(self) -> None:
        """Raise StreamClosedError for a reader that comes back to a stream that it left before its end."""
        if self.over or self.completed:
            return
        reason = f"the stream was closed, or left, after {self.received} records; ask for a new one"
        raise errors.StreamClosedError(reason, self.received, self.last)

    def _until_sentinel(self, records: list[bytes]) -> list[bytes]:
        for place, record in enumerate(records):
            if len(record) < len(self._sentinel) + 8 and record.strip() == self._sentinel:
                self.ended = True
                return records[:place]
        return records

    def _whole(self, event: Event) -> bytes:
        return event_document(event, parsed=self._framing.is_parsed(str(event.fields.get("event", ""))))

    def _read_again(self, record: bytes, document: bytes, error: ValidationError) -> EventT:
        """The value of a record that a strict reader refuses and most others take: a stream is not lost for that."""
        mended = mended_json(document, lossy=True) if is_no_json(error) else None
        if mended is not None:
            try:
                return cast("EventT", self._validate(mended))
            except ValidationError as other:
                error = other
        if not self._can_be_text:
            raise errors.StreamDecodeError(record, summary(error), self.received, self.last) from error
        return cast("EventT", record.decode(errors="replace"))

    def _check_error(self, record: bytes) -> None:
        error = _member(record, self._framing.error)
        if error:
            raise errors.StreamReportedError(error, record, self.received, self.last)

    def _report(self, record: bytes) -> NoReturn:
        """Raise the error of an event that says by its type that it is one."""
        error = _member(record, self._framing.error or "error")
        raise errors.StreamReportedError(error or record.decode(errors="replace"), record, self.received, self.last)

    def _check_last(self, record: bytes) -> None:
        value = _member(record, self._framing.terminal)
        if value in self._framing.last if self._framing.last else value is True:
            self._last_seen = True
            self.completed = not self._sentinel

    def _missing(self, reason: str) -> NoReturn:
        error = _member(self._splitter.stray, self._framing.error or "error")
        if error:
            raise errors.StreamReportedError(error, self._splitter.stray, self.received, self.last)
        raise errors.StreamIncompleteError(reason, self.received, self.last)


def _framing_of(response: httpx.Response, framing: Framing) -> Framing:
    """Some servers answer with one JSON document although events were asked for: it is the only record."""
    is_document = framing.kind in ("sse", "events") and essence(response.headers) == "application/json"
    return framing.without_events() if is_document else framing


def _last_pattern(framing: Framing) -> re.Pattern[bytes]:
    """What a record has in it that is the last one, or seems to be."""
    values = [json.dumps(text).encode() for text in framing.last] or [b"true"]
    choices = b"|".join(map(re.escape, values))
    return re.compile(re.escape(json.dumps(framing.terminal).encode()) + rb"\s*:\s*(?:" + choices + b")")


def _member(record: bytes, key: str) -> Any:
    """What stands under a key at the top of a record; None where the record is no object or no JSON."""
    try:
        document = load_json(record)
    except ValueError:
        return None
    return document.get(key) if isinstance(document, dict) else None
