"""Typed records of a streamed response."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from typing import Any, Generic, Self, TypeVar

import httpx2 as httpx
from pydantic import ValidationError

from . import errors
from ._codec import adapter
from ._framing import Framing, RecordTooLongError
from ._response import summary

EventT = TypeVar("EventT")


class Stream(Generic[EventT]):
    """An iterator over the records of a response.

    Leaving the loop releases the connection; a `with` block does so at a known moment, and `close` can be called at
    any time. Raises StreamError, StreamDecodeError or StreamInterruptedError while iterating.
    """

    def __init__(self, response: httpx.Response, event: Any, framing: Framing) -> None:
        self.response = response
        self._decoder: _Decoder[EventT] = _Decoder(event, _framing_of(response, framing))
        self._events = _read(response, self._decoder)
        self._closed = False

    @property
    def completed(self) -> bool:
        """Whether the stream came to its proper end."""
        return self._decoder.completed

    def __iter__(self) -> Iterator[EventT]:
        return self

    def __next__(self) -> EventT:
        if self._closed:
            raise StopIteration
        return next(self._events)

    def close(self) -> None:
        """Release the connection; what has not been read is lost."""
        self._closed = True
        self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncStream(Generic[EventT]):
    """An asynchronous iterator over the records of a response; otherwise like Stream."""

    def __init__(self, response: httpx.Response, event: Any, framing: Framing) -> None:
        self.response = response
        self._decoder: _Decoder[EventT] = _Decoder(event, _framing_of(response, framing))
        self._events = _read_async(response, self._decoder)
        self._closed = False

    @property
    def completed(self) -> bool:
        """Whether the stream came to its proper end."""
        return self._decoder.completed

    def __aiter__(self) -> AsyncIterator[EventT]:
        return self

    async def __anext__(self) -> EventT:
        if self._closed:
            raise StopAsyncIteration
        return await anext(self._events)

    async def aclose(self) -> None:
        """Release the connection; what has not been read is lost."""
        self._closed = True
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


# The two readers know the response and the decoder, not the stream: without a circle of references a stream that
# nobody holds any more is freed at once, and its connection with it.


def _read(response: httpx.Response, decoder: _Decoder[EventT]) -> Generator[EventT, None, None]:
    try:
        for chunk in response.iter_bytes():
            for record in decoder.feed(chunk):
                yield decoder.decode(record)
            if decoder.ended:
                break
        for record in decoder.finish():
            yield decoder.decode(record)
        decoder.check_end()
    except httpx.RequestError as error:
        decoder.fail(error)
    finally:
        response.close()


async def _read_async(response: httpx.Response, decoder: _Decoder[EventT]) -> AsyncGenerator[EventT, None]:
    try:
        async for chunk in response.aiter_bytes():
            for record in decoder.feed(chunk):
                yield decoder.decode(record)
            if decoder.ended:
                break
        for record in decoder.finish():
            yield decoder.decode(record)
        decoder.check_end()
    except httpx.RequestError as error:
        decoder.fail(error)
    finally:
        await response.aclose()


def _framing_of(response: httpx.Response, framing: Framing) -> Framing:
    """Some servers answer with one JSON document although events were asked for: it is the only record."""
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return framing.without_events() if framing.kind == "sse" and media_type == "application/json" else framing


class _Decoder(Generic[EventT]):
    """Turns bytes into values and knows how far the stream has come."""

    def __init__(self, event: Any, framing: Framing) -> None:
        self.completed = False
        self.ended = False
        self._received = 0
        self._framing = framing
        self._splitter = framing.splitter()
        self._sentinel = framing.sentinel.encode()
        self._validate = adapter(event).validate_json
        self._error_mark = json.dumps(framing.error).encode() if framing.error else b""
        # A cheap look before a real parse: nearly every record of a stream is neither an error nor the last.
        terminal = json.dumps(framing.terminal).encode()
        self._terminal_mark = re.compile(re.escape(terminal) + rb"\s*:\s*true") if framing.terminal else None
        self._last_seen = not framing.terminal

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        try:
            return self._until_sentinel(self._splitter.feed(chunk))
        except RecordTooLongError as error:
            raise errors.StreamDecodeError(b"", str(error), self._received) from error

    def finish(self) -> Iterator[bytes]:
        return iter(()) if self.ended else self._until_sentinel(self._splitter.finish())

    def decode(self, record: bytes) -> EventT:
        if self._error_mark and self._error_mark in record:
            self._check_error(record)
        try:
            value: EventT = self._validate(record)
        except ValidationError as error:
            raise errors.StreamDecodeError(record, summary(error), self._received) from error
        self._received += 1
        if self._terminal_mark and self._terminal_mark.search(record):
            self._last_seen = self._last_seen or _member(record, self._framing.terminal) is True
            self.completed = self.completed or (self._last_seen and not self._sentinel)
        return value

    def check_end(self) -> None:
        if self._sentinel and not self.ended:
            raise errors.StreamInterruptedError(f"no {self._framing.sentinel} at the end", self._received)
        if not self._last_seen:
            raise errors.StreamInterruptedError(f"no record with {self._framing.terminal!r} true", self._received)
        self.completed = True

    def fail(self, error: httpx.RequestError) -> None:
        if not self.completed:
            raise errors.StreamInterruptedError(str(error) or type(error).__name__, self._received) from error

    def _until_sentinel(self, records: list[bytes]) -> Iterator[bytes]:
        for record in records:
            if self._sentinel and record.strip() == self._sentinel:
                self.ended = True
                self.completed = self._last_seen
                return
            yield record

    def _check_error(self, record: bytes) -> None:
        error = _member(record, self._framing.error)
        if error:
            raise errors.StreamError(error, record, self._received)


def _member(record: bytes, key: str) -> Any:
    """What stands under a key at the top of a record; None where the record is no object or no JSON."""
    try:
        document = json.loads(record)
    except ValueError:
        return None
    return document.get(key) if isinstance(document, dict) else None
