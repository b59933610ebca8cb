# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The backend of an Ollama server, synchronous and asynchronous."""

from __future__ import annotations

from collections.abc import Sequence

from .. import errors
from ..client import AsyncClient, Client
from ._answer import Collector, completion_of
from ._facts import HEALTH_TIMEOUT, capabilities_of, info_of
from ._request import calls_before, chat_arguments
from ._streams import AsyncOllamaStream, OllamaStream
from ._tokens import count_of, counting_arguments, estimate, is_too_long
from .records import BackendInfo, Capabilities, Completion, Health, Message, Options, TokenCount, ToolSpec


class OllamaBackend:
    """A Backend that speaks to an Ollama server through a client, which stays the caller's to close.

    Every method but `health` raises what the client raises: `errors.APIError`. Pictures that cannot be read raise
    `images.ImageError`.
    """

    def __init__(self, client: Client) -> None:
        self.client = client

    def info(self) -> BackendInfo:
        """Which server it is."""
        return info_of(self.client.get_version(), self.client.base_url)

    def capabilities(self, model: str) -> Capabilities:
        """What a model can do."""
        return capabilities_of(self.client.show_model(model=model))

    def health(self) -> Health:
        """Whether the server answers within five seconds; a failure is a value here, not an exception."""
        try:
            self.client.with_options(timeout=HEALTH_TIMEOUT, retries=0).get_version()
        except errors.APIError as error:
            return Health(ok=False, reason=str(error))
        return Health(ok=True)

    def complete(
        self, messages: Sequence[Message], *, model: str, tools: Sequence[ToolSpec] = (), options: Options | None = None
    ) -> Completion:
        """The next message of a conversation; without any message, the model is loaded."""
        answer = self.client.chat(**chat_arguments(messages, model, tools, options))
        return completion_of(answer, calls_before(messages))

    def stream(
        self, messages: Sequence[Message], *, model: str, tools: Sequence[ToolSpec] = (), options: Options | None = None
    ) -> OllamaStream:
        """The same in pieces: the deltas joined are what `complete` gives."""
        stream = self.client.chat(**chat_arguments(messages, model, tools, options), stream=True)
        return OllamaStream(stream, Collector(calls_before(messages)))

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

        The server counts them by reading the prompt and writing one token, which takes the time that reading takes;
        give the options of the chat itself, and it goes on from what was read. With `ask` false, and where the server
        does not say or the prompt does not fit, it is an estimate: a token for each four bytes of text, four for each
        message, 576 for each picture.
        """
        if not messages or not ask:
            return estimate(messages, tools)
        try:
            answer = self.client.chat(**counting_arguments(messages, model, tools, options))
        except errors.BadRequestError as error:
            if not is_too_long(error):
                raise
            return estimate(messages, tools)
        return count_of(answer) or estimate(messages, tools)


class AsyncOllamaBackend:
    """Like OllamaBackend, with an asynchronous client."""

    def __init__(self, client: AsyncClient) -> None:
        self.client = client

    async def info(self) -> BackendInfo:
        """Which server it is."""
        return info_of(await self.client.get_version(), self.client.base_url)

    async def capabilities(self, model: str) -> Capabilities:
        """What a model can do."""
        return capabilities_of(await self.client.show_model(model=model))

    async def health(self) -> Health:
        """Whether the server answers within five seconds; a failure is a value here, not an exception."""
        try:
            await self.client.with_options(timeout=HEALTH_TIMEOUT, retries=0).get_version()
        except errors.APIError as error:
            return Health(ok=False, reason=str(error))
        return Health(ok=True)

    async def complete(
        self, messages: Sequence[Message], *, model: str, tools: Sequence[ToolSpec] = (), options: Options | None = None
    ) -> Completion:
        """The next message of a conversation; without any message, the model is loaded."""
        answer = await self.client.chat(**chat_arguments(messages, model, tools, options))
        return completion_of(answer, calls_before(messages))

    async def stream(
        self, messages: Sequence[Message], *, model: str, tools: Sequence[ToolSpec] = (), options: Options | None = None
    ) -> AsyncOllamaStream:
        """The same in pieces: the deltas joined are what `complete` gives."""
        stream = await self.client.chat(**chat_arguments(messages, model, tools, options), stream=True)
        return AsyncOllamaStream(stream, Collector(calls_before(messages)))

    async def count_tokens(
        self,
        messages: Sequence[Message],
        *,
        model: str,
        tools: Sequence[ToolSpec] = (),
        options: Options | None = None,
        ask: bool = True,
    ) -> TokenCount:
        """How many tokens a conversation has; see OllamaBackend."""
        if not messages or not ask:
            return estimate(messages, tools)
        try:
            answer = await self.client.chat(**counting_arguments(messages, model, tools, options))
        except errors.BadRequestError as error:
            if not is_too_long(error):
                raise
            return estimate(messages, tools)
        return count_of(answer) or estimate(messages, tools)
