# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What a backend can do: the protocols that programs are written against."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Protocol, Self, runtime_checkable

from .events import StreamEvent
from .records import BackendInfo, Capabilities, Completion, Health, Message, Options, TokenCount, ToolSpec


class CompletionStream(Protocol):
    """The events of one answer. Leaving the loop, `close` and the end of a `with` block end the request."""

    @property
    def completion(self) -> Completion | None:
        """The whole answer, once the stream has come to its end."""

    def __iter__(self) -> Iterator[StreamEvent]: ...
    def __next__(self) -> StreamEvent: ...
    def close(self) -> None:
        """End the request and release the connection."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...


class AsyncCompletionStream(Protocol):
    """Like CompletionStream, asynchronously."""

    @property
    def completion(self) -> Completion | None:
        """The whole answer, once the stream has come to its end."""

    def __aiter__(self) -> AsyncIterator[StreamEvent]: ...
    async def __anext__(self) -> StreamEvent: ...
    async def aclose(self) -> None:
        """End the request and release the connection."""

    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *_: object) -> None: ...


@runtime_checkable
class Backend(Protocol):
    """A server of language models."""

    def info(self) -> BackendInfo:
        """Which server it is."""
        ...

    def capabilities(self, model: str) -> Capabilities:
        """What a model can do."""
        ...

    def health(self) -> Health:
        """Whether the server can be used; a failure is a value here, not an exception."""
        ...

    def complete(
        self, messages: Sequence[Message], *, model: str, tools: Sequence[ToolSpec] = (), options: Options | None = None
    ) -> Completion:
        """The next message of a conversation; without any message, the model is loaded."""
        ...

    def stream(
        self, messages: Sequence[Message], *, model: str, tools: Sequence[ToolSpec] = (), options: Options | None = None
    ) -> CompletionStream:
        """The same in pieces: the deltas joined are what `complete` gives."""
        ...

    def count_tokens(
        self,
        messages: Sequence[Message],
        *,
        model: str,
        tools: Sequence[ToolSpec] = (),
        options: Options | None = None,
        ask: bool = True,
    ) -> TokenCount:
        """How many tokens a conversation has, with its tools, as the model sees them.

        Where the server cannot say it, and with `ask` false, it is an estimate, and named one.
        """
        ...


@runtime_checkable
class AsyncBackend(Protocol):
    """Like Backend, asynchronously."""

    async def info(self) -> BackendInfo:
        """Which server it is."""
        ...

    async def capabilities(self, model: str) -> Capabilities:
        """What a model can do."""
        ...

    async def health(self) -> Health:
        """Whether the server can be used; a failure is a value here, not an exception."""
        ...

    async def complete(
        self, messages: Sequence[Message], *, model: str, tools: Sequence[ToolSpec] = (), options: Options | None = None
    ) -> Completion:
        """The next message of a conversation; without any message, the model is loaded."""
        ...

    async def stream(
        self, messages: Sequence[Message], *, model: str, tools: Sequence[ToolSpec] = (), options: Options | None = None
    ) -> AsyncCompletionStream:
        """The same in pieces: the deltas joined are what `complete` gives."""
        ...

    async def count_tokens(
        self,
        messages: Sequence[Message],
        *,
        model: str,
        tools: Sequence[ToolSpec] = (),
        options: Options | None = None,
        ask: bool = True,
    ) -> TokenCount:
        """How many tokens a conversation has; see Backend."""
        ...
