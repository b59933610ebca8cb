# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Typed records of a streamed response."""

from __future__ import annotations

import socket
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from contextlib import suppress
from typing import Generic, Self, TypeVar, cast

import httpx2 as httpx

from ._decoder import Decoder
from ._operation import Streaming

EventT = TypeVar("EventT")
WholeT = TypeVar("WholeT")

_PLAIN = ("", "identity")


class Stream(Generic[EventT]):
    """An iterator over the records of a response.

    Leaving the loop ends the request and releases the connection; so do `close` and the end of a `with` block.
    `completed` says whether the stream came to its proper end. Iterating raises StreamError.
    """

    def __init__(self, response: httpx.Response, streaming: Streaming, max_record: int) -> None:
        self.response = response
        self._decoder: Decoder[EventT] = Decoder(response, streaming, max_record)
        self._events: Generator[EventT, None, None] | None = _read(response, self._decoder)

    @property
    def completed(self) -> bool:
        """Whether the stream came to its proper end."""
        return self._decoder.completed

    @property
    def received(self) -> int:
        """How many records have come so far."""
        return self._decoder.received

    def __iter__(self) -> Iterator[EventT]:
        # The loop alone holds the reader: when it is left, the reader is freed, and the connection with it.
        events, self._events = self._events, None
        if events is None:
            self._decoder.check_over()
            return iter(())
        return events

    def __next__(self) -> EventT:
        if self._events is None:
            self._decoder.check_over()
            raise StopIteration
        return next(self._events)

    def collect(self) -> list[EventT]:
        """All records that are still to come, when the stream has come to its proper end."""
        return list(self)

    def accumulate(self, merge: Callable[[WholeT, EventT], WholeT], start: WholeT) -> WholeT:
        """What `merge` makes of `start` and the first record, of that and the second, and so on to the last one."""
        whole = start
        for event in self:
            whole = merge(whole, event)
        return whole

    def close(self) -> None:
        """End the request and release the connection; what has not been read is lost.

        Another thread that waits for the next record stops waiting.
        """
        self._decoder.closed = True
        self._events = None
        if not self.response.is_closed:
            _wake(self.response)
            self.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncStream(Generic[EventT]):
    """An asynchronous iterator over the records of a response; otherwise like Stream."""

    def __init__(self, response: httpx.Response, streaming: Streaming, max_record: int) -> None:
        self.response = response
        self._decoder: Decoder[EventT] = Decoder(response, streaming, max_record)
        self._events: AsyncGenerator[EventT, None] | None = _read_async(response, self._decoder)

    @property
    def completed(self) -> bool:
        """Whether the stream came to its proper end."""
        return self._decoder.completed

    @property
    def received(self) -> int:
        """How many records have come so far."""
        return self._decoder.received

    def __aiter__(self) -> AsyncIterator[EventT]:
        events, self._events = self._events, None
        return self if events is None else events

    async def __anext__(self) -> EventT:
        if self._events is None:
            self._decoder.check_over()
            raise StopAsyncIteration
        return await anext(self._events)

    async def collect(self) -> list[EventT]:
        """All records that are still to come, when the stream has come to its proper end."""
        return [event async for event in self]

    async def accumulate(self, merge: Callable[[WholeT, EventT], WholeT], start: WholeT) -> WholeT:
        """What `merge` makes of `start` and the first record, of that and the second, and so on to the last one."""
        whole = start
        async for event in self:
            whole = merge(whole, event)
        return whole

    async def aclose(self) -> None:
        """End the request and release the connection; what has not been read is lost."""
        self._decoder.closed = True
        self._events = None
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


def _wake(response: httpx.Response) -> None:
    """Let a read of the connection in another thread end at once: closing a socket alone does not do that."""
    network = response.extensions.get("network_stream")
    connection = network.get_extra_info("socket") if network and response.http_version == "HTTP/1.1" else None
    if connection is not None:
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)


# The two readers know the response and the decoder, not the stream: without a circle of references a stream that
# nobody holds any more is freed at once, and its connection with it.


def _read(response: httpx.Response, decoder: Decoder[EventT]) -> Generator[EventT, None, None]:
    decode = decoder.decode
    plain = response.headers.get("content-encoding", "") in _PLAIN
    # What is not compressed is taken from below the decoders of the HTTP library, which cost time for each piece.
    pieces = cast("Iterator[bytes]", response.stream) if plain else response.iter_bytes()
    try:
        for piece in pieces:
            for record in decoder.feed(piece):
                yield decode(record)
                if decoder.closed:
                    return
            decoder.check_size()
            if decoder.ended:
                break
        for record in decoder.finish():
            yield decode(record)
        decoder.check_size()
        decoder.check_end()
    except httpx.RequestError as error:
        decoder.fail(error, response.request)
    finally:
        response.close()


async def _read_async(response: httpx.Response, decoder: Decoder[EventT]) -> AsyncGenerator[EventT, None]:
    decode = decoder.decode
    plain = response.headers.get("content-encoding", "") in _PLAIN
    pieces = cast("AsyncIterator[bytes]", response.stream) if plain else response.aiter_bytes()
    try:
        async for piece in pieces:
            for record in decoder.feed(piece):
                yield decode(record)
                if decoder.closed:
                    return
            decoder.check_size()
            if decoder.ended:
                break
        for record in decoder.finish():
            yield decode(record)
        decoder.check_size()
        decoder.check_end()
    except httpx.RequestError as error:
        decoder.fail(error, response.request)
    finally:
        await response.aclose()
