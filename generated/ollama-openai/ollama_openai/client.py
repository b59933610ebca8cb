# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The clients of the API, synchronous and asynchronous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self, overload

import httpx2 as httpx

from ._operation import Arguments
from ._retry import Retries
from ._settings import DEFAULT_TIMEOUT, MAX_RECORD, Given
from ._stream import AsyncStream, Stream
from ._transport import AsyncTransport, Transport
from .api import default as _default
from .models import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessage,
    ChatCompletionTool,
    Completion,
    CompletionChunk,
    EmbeddingList,
    ModelList,
    ResponseFormat,
    StreamOptions,
)

__all__ = ["AsyncClient", "Client"]


class Client:
    """Synchronous client; `with` or `close` releases its connections.

    An argument that is None is left out of the request. Nested models can be given as dicts. Every failure is an
    exception of `errors`, except that arguments of a wrong type raise pydantic.ValidationError.

    Args:
        base_url: Where the API is, with `/v1` at its end.
        api_key: Sent as a bearer token to the server of `base_url` only, and to another machine only by https.
        headers: Headers of every request.
        timeout: Seconds to wait for a connection and for each piece of an answer; None waits as long as it takes.
        retries: How often a request is sent again where that is safe; `Retries` sets the waits too.
        max_record: The most bytes of one record of a stream.
        proxy: The URL of a proxy; otherwise the environment decides.
        transport: A transport of httpx2, for other ways to send requests.
        http: A client of httpx2 of your own in place of the two above; it is not closed with this one.
        api_key_over_http: Whether `api_key` may go to another machine by plain http, where others can read it.
    """

    def __init__(
        self,
        base_url: str | None = None,
        *,
        api_key: str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        retries: int | Retries = 2,
        max_record: int = MAX_RECORD,
        proxy: str | httpx.Proxy | None = None,
        transport: httpx.BaseTransport | None = None,
        http: httpx.Client | None = None,
        api_key_over_http: bool = False,
    ) -> None:
        if base_url is None:
            base_url = "http://localhost:11434/v1"
        given = Given(
            base_url=base_url,
            prefix="/v1",
            agent="ollama-openai/0.1.0",
            api_key=api_key,
            default_key=None,
            api_key_over_http=api_key_over_http,
            headers=headers,
            timeout=timeout,
            retries=retries,
            max_record=max_record,
        )
        self._transport = Transport(given.settings(), http, transport, proxy)

    @property
    def base_url(self) -> str:
        """Where the API is, without user and password."""
        return self._transport.settings.address.url

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        retries: int | Retries | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """A client with other settings on the same connections; what is not given stays."""
        other = type(self).__new__(type(self))
        other._transport = self._transport.changed(self._transport.settings.changed(timeout, retries, headers))
        return other

    def close(self) -> None:
        """Close the connections, unless the HTTP client was given."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @overload
    def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        response_format: ResponseFormat | dict[str, Any] | None = None,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        stream: Literal[True],
    ) -> Stream[ChatCompletionChunk]: ...
    @overload
    def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        response_format: ResponseFormat | dict[str, Any] | None = None,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        stream: Literal[False] = False,
    ) -> ChatCompletion: ...
    @overload
    def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        response_format: ResponseFormat | dict[str, Any] | None = None,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        stream: bool,
    ) -> ChatCompletion | Stream[ChatCompletionChunk]: ...
    def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        response_format: ResponseFormat | dict[str, Any] | None = None,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        stream: bool = False,
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        """Write the next message of a conversation.

        Takes a conversation and returns the message with which the model goes on. By default the answer is
        one object; with stream true it is a stream of server-sent events, each with one chunk as its data,
        which ends in `[DONE]`.

        `POST /chat/completions`

        Args:
            model: Name of the model that answers.
            messages: The conversation so far, oldest message first.
            stream: Whether the answer comes in chunks.
            stream_options: What a stream contains besides the text.
            max_tokens: Most tokens to write.
            seed: Start of the random numbers; the same seed and conversation give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses; 1.0 unless given.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
            response_format: Shape that the answer must have.
            tools: Functions that the model may ask the caller to run.
        """
        result: ChatCompletion | Stream[ChatCompletionChunk] = self._transport.run(
            _default.create_chat_completion.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "messages": messages,
                    "stream": stream,
                    "stream_options": stream_options,
                    "max_tokens": max_tokens,
                    "seed": seed,
                    "stop": stop,
                    "temperature": temperature,
                    "top_p": top_p,
                    "frequency_penalty": frequency_penalty,
                    "presence_penalty": presence_penalty,
                    "response_format": response_format,
                    "tools": tools,
                }
            ),
            streamed=stream,
        )
        return result

    @overload
    def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        stream: Literal[True],
    ) -> Stream[CompletionChunk]: ...
    @overload
    def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        stream: Literal[False] = False,
    ) -> Completion: ...
    @overload
    def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        stream: bool,
    ) -> Completion | Stream[CompletionChunk]: ...
    def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        stream: bool = False,
    ) -> Completion | Stream[CompletionChunk]:
        """Continue a prompt.

        Hands a prompt to the model and returns the text it produces. By default the answer is one object;
        with stream true it is a stream of server-sent events, each with one chunk as its data, which ends
        in `[DONE]`.

        `POST /completions`

        Args:
            model: Name of the model that answers.
            prompt: The text to go on from; one text, not a list.
            suffix: Text that follows the gap, for models that can fill one in.
            stream: Whether the answer comes in chunks.
            stream_options: What a stream contains besides the text.
            max_tokens: Most tokens to write.
            seed: Start of the random numbers; the same seed and prompt give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
        """
        result: Completion | Stream[CompletionChunk] = self._transport.run(
            _default.create_completion.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "prompt": prompt,
                    "suffix": suffix,
                    "stream": stream,
                    "stream_options": stream_options,
                    "max_tokens": max_tokens,
                    "seed": seed,
                    "stop": stop,
                    "temperature": temperature,
                    "top_p": top_p,
                    "frequency_penalty": frequency_penalty,
                    "presence_penalty": presence_penalty,
                }
            ),
            streamed=stream,
        )
        return result

    def create_embedding(self, *, input: str | Sequence[str], model: str) -> EmbeddingList:
        """Turn texts into vectors.

        `POST /embeddings`

        Args:
            input: One text, or several.
            model: Name of the model that embeds.
        """
        result: EmbeddingList = self._transport.run(
            _default.create_embedding.OPERATION, Arguments(fields={"input": input, "model": model})
        )
        return result

    def list_models(self) -> ModelList:
        """List the stored models.

        `GET /models`
        """
        result: ModelList = self._transport.run(_default.list_models.OPERATION, Arguments())
        return result


class AsyncClient:
    """Asynchronous client; `async with` or `aclose` releases its connections.

    An argument that is None is left out of the request. Nested models can be given as dicts. Every failure is an
    exception of `errors`, except that arguments of a wrong type raise pydantic.ValidationError.

    Args:
        base_url: Where the API is, with `/v1` at its end.
        api_key: Sent as a bearer token to the server of `base_url` only, and to another machine only by https.
        headers: Headers of every request.
        timeout: Seconds to wait for a connection and for each piece of an answer; None waits as long as it takes.
        retries: How often a request is sent again where that is safe; `Retries` sets the waits too.
        max_record: The most bytes of one record of a stream.
        proxy: The URL of a proxy; otherwise the environment decides.
        transport: A transport of httpx2, for other ways to send requests.
        http: A client of httpx2 of your own in place of the two above; it is not closed with this one.
        api_key_over_http: Whether `api_key` may go to another machine by plain http, where others can read it.
    """

    def __init__(
        self,
        base_url: str | None = None,
        *,
        api_key: str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        retries: int | Retries = 2,
        max_record: int = MAX_RECORD,
        proxy: str | httpx.Proxy | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        http: httpx.AsyncClient | None = None,
        api_key_over_http: bool = False,
    ) -> None:
        if base_url is None:
            base_url = "http://localhost:11434/v1"
        given = Given(
            base_url=base_url,
            prefix="/v1",
            agent="ollama-openai/0.1.0",
            api_key=api_key,
            default_key=None,
            api_key_over_http=api_key_over_http,
            headers=headers,
            timeout=timeout,
            retries=retries,
            max_record=max_record,
        )
        self._transport = AsyncTransport(given.settings(), http, transport, proxy)

    @property
    def base_url(self) -> str:
        """Where the API is, without user and password."""
        return self._transport.settings.address.url

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        retries: int | Retries | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """A client with other settings on the same connections; what is not given stays."""
        other = type(self).__new__(type(self))
        other._transport = self._transport.changed(self._transport.settings.changed(timeout, retries, headers))
        return other

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was given."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    @overload
    async def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        response_format: ResponseFormat | dict[str, Any] | None = None,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        stream: Literal[True],
    ) -> AsyncStream[ChatCompletionChunk]: ...
    @overload
    async def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        response_format: ResponseFormat | dict[str, Any] | None = None,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        stream: Literal[False] = False,
    ) -> ChatCompletion: ...
    @overload
    async def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        response_format: ResponseFormat | dict[str, Any] | None = None,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        stream: bool,
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]: ...
    async def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        response_format: ResponseFormat | dict[str, Any] | None = None,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        stream: bool = False,
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]:
        """Write the next message of a conversation.

        Takes a conversation and returns the message with which the model goes on. By default the answer is
        one object; with stream true it is a stream of server-sent events, each with one chunk as its data,
        which ends in `[DONE]`.

        `POST /chat/completions`

        Args:
            model: Name of the model that answers.
            messages: The conversation so far, oldest message first.
            stream: Whether the answer comes in chunks.
            stream_options: What a stream contains besides the text.
            max_tokens: Most tokens to write.
            seed: Start of the random numbers; the same seed and conversation give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses; 1.0 unless given.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
            response_format: Shape that the answer must have.
            tools: Functions that the model may ask the caller to run.
        """
        result: ChatCompletion | AsyncStream[ChatCompletionChunk] = await self._transport.run(
            _default.create_chat_completion.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "messages": messages,
                    "stream": stream,
                    "stream_options": stream_options,
                    "max_tokens": max_tokens,
                    "seed": seed,
                    "stop": stop,
                    "temperature": temperature,
                    "top_p": top_p,
                    "frequency_penalty": frequency_penalty,
                    "presence_penalty": presence_penalty,
                    "response_format": response_format,
                    "tools": tools,
                }
            ),
            streamed=stream,
        )
        return result

    @overload
    async def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        stream: Literal[True],
    ) -> AsyncStream[CompletionChunk]: ...
    @overload
    async def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        stream: Literal[False] = False,
    ) -> Completion: ...
    @overload
    async def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        stream: bool,
    ) -> Completion | AsyncStream[CompletionChunk]: ...
    async def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None = None,
        max_tokens: int | None = None,
        seed: int | None = None,
        stop: str | Sequence[str] | None = None,
        temperature: float | None = None,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        stream: bool = False,
    ) -> Completion | AsyncStream[CompletionChunk]:
        """Continue a prompt.

        Hands a prompt to the model and returns the text it produces. By default the answer is one object;
        with stream true it is a stream of server-sent events, each with one chunk as its data, which ends
        in `[DONE]`.

        `POST /completions`

        Args:
            model: Name of the model that answers.
            prompt: The text to go on from; one text, not a list.
            suffix: Text that follows the gap, for models that can fill one in.
            stream: Whether the answer comes in chunks.
            stream_options: What a stream contains besides the text.
            max_tokens: Most tokens to write.
            seed: Start of the random numbers; the same seed and prompt give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
        """
        result: Completion | AsyncStream[CompletionChunk] = await self._transport.run(
            _default.create_completion.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "prompt": prompt,
                    "suffix": suffix,
                    "stream": stream,
                    "stream_options": stream_options,
                    "max_tokens": max_tokens,
                    "seed": seed,
                    "stop": stop,
                    "temperature": temperature,
                    "top_p": top_p,
                    "frequency_penalty": frequency_penalty,
                    "presence_penalty": presence_penalty,
                }
            ),
            streamed=stream,
        )
        return result

    async def create_embedding(self, *, input: str | Sequence[str], model: str) -> EmbeddingList:
        """Turn texts into vectors.

        `POST /embeddings`

        Args:
            input: One text, or several.
            model: Name of the model that embeds.
        """
        result: EmbeddingList = await self._transport.run(
            _default.create_embedding.OPERATION, Arguments(fields={"input": input, "model": model})
        )
        return result

    async def list_models(self) -> ModelList:
        """List the stored models.

        `GET /models`
        """
        result: ModelList = await self._transport.run(_default.list_models.OPERATION, Arguments())
        return result
