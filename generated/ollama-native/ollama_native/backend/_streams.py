# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The streams of both backends: the events of a chat, and the connection released whichever way it ends."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from typing import Self

from .. import _stream as chat
from ..errors import StreamClosedError
from ..models import ChatStreamResponse
from ._answer import Collector
from .events import StreamEvent
from .records import Completion


class OllamaStream:
    """The events of one chat; raises what the stream of `Client.chat` raises."""

    def __init__(self, stream: chat.Stream[ChatStreamResponse], collector: Collector) -> None:
        self._stream = stream
        self._collector = collector
        self._events: Generator[StreamEvent, None, None] | None = _read(stream, collector)

    @property
    def completion(self) -> Completion | None:
        """The whole answer, once the stream has come to its end."""
        return self._collector.completion

    def __iter__(self) -> Iterator[StreamEvent]:
        # The loop alone holds the reader: when it is left, the reader is freed, and the connection with it.
        events, self._events = self._events, None
        if events is None:
            _check_over(self._collector, self._stream.received)
            return iter(())
        return events

    def __next__(self) -> StreamEvent:
        if self._events is None:
            _check_over(self._collector, self._stream.received)
            raise StopIteration
        return next(self._events)

    def close(self) -> None:
        """End the request and release the connection; what has not been read is lost."""
        self._events = None
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncOllamaStream:
    """The events of one chat, asynchronously; otherwise like OllamaStream."""

    def __init__(self, stream: chat.AsyncStream[ChatStreamResponse], collector: Collector) -> None:
        self._stream = stream
        self._collector = collector
        self._events: AsyncGenerator[StreamEvent, None] | None = _read_async(stream, collector)

    @property
    def completion(self) -> Completion | None:
        """The whole answer, once the stream has come to its end."""
        return self._collector.completion

    def __aiter__(self) -> AsyncIterator[StreamEvent]:
        events, self._events = self._events, None
        return self if events is None else events

    async def __anext__(self) -> StreamEvent:
        if self._events is None:
            _check_over(self._collector, self._stream.received)
            raise StopAsyncIteration
        return await anext(self._events)

    async def aclose(self) -> None:
        """End the request and release the connection; what has not been read is lost."""
        self._events = None
        await self._stream.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


def _check_over(collector: Collector, received: int) -> None:
    if collector.completion is None:
        reason = f"the stream was closed, or left, after {received} records; ask for a new one"
        raise StreamClosedError(reason, received)


# The two readers know nothing of the streams above, so that no circle of references keeps a connection.


def _read(stream: chat.Stream[ChatStreamResponse], collector: Collector) -> Generator[StreamEvent, None, None]:
    with stream:
        for piece in stream:
            yield from collector.feed(piece)
    yield collector.end()


async def _read_async(
    stream: chat.AsyncStream[ChatStreamResponse], collector: Collector
) -> AsyncGenerator[StreamEvent, None]:
    async with stream:
        async for piece in stream:
            for event in collector.feed(piece):
                yield event
    yield collector.end()
