# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The clients of the API, synchronous and asynchronous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self, overload

import httpx2 as httpx

from ._operation import Arguments
from ._stream import AsyncStream, Stream
from ._transport import AsyncTransport, Transport
from .api import default as _default
from .models import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessage,
    ChatCompletionRequestReasoningEffort,
    ChatCompletionTool,
    Completion,
    CompletionChunk,
    EmbeddingList,
    EmbeddingRequestEncodingFormat,
    Model,
    ModelList,
    Reasoning,
    ResponseFormat,
    StreamOptions,
)


class Client:
    """Synchronous client; `with` or `close` releases its connections.

    An argument that is None is left out of the request. Nested models can be given as dicts. Every failure is an
    exception of `errors`, except that arguments of a wrong type raise pydantic.ValidationError.

    Args:
        base_url: Where the API is.
        http: The HTTP client to use, for proxies, certificates or retries; it is not closed with this one.
        headers: Headers of every request, such as `Authorization`.
        timeout: Seconds to wait for the server; None waits as long as it takes.
    """

    def __init__(
        self,
        base_url: str = "http://localhost:11434/v1",
        *,
        http: httpx.Client | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = None,
    ) -> None:
        self._transport = Transport(base_url, http, headers, timeout)

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
        reasoning: Reasoning | dict[str, Any] | None = None,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        reasoning: Reasoning | dict[str, Any] | None = None,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        reasoning: Reasoning | dict[str, Any] | None = None,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        reasoning: Reasoning | dict[str, Any] | None = None,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
        stream: bool = False,
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        """Write the next message of a conversation.

        Takes a conversation and returns the message with which the model goes on. By default the answer is
        one object; with stream true it is a stream of server-sent events, each with one chunk as its data,
        which ends in `[DONE]`.

        `POST /chat/completions`

        Args:
            model: Name of the model that answers.
            messages: The conversation so far, oldest message first. An empty list is refused.
            stream: Whether the answer comes in chunks.
            max_tokens: Most tokens to write. The newer name `max_completion_tokens` is not read.
            seed: Start of the random numbers; the same seed and conversation give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses; 1.0 unless given.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
            tools: Functions that the model may ask the caller to run.
            reasoning_effort: How long the model may think before it answers. `none` turns thinking off,
                `minimal` is taken for `low`, `xhigh` and `ultra` for `max`. Where `reasoning` is given too,
                that one counts.
            logprobs: Whether each token of the answer comes with its log probability.
            top_logprobs: How many of the likeliest tokens to list at each place of the answer.
            field_debug_render_only: Render the prompt and send it back instead of running the model; for
                debugging templates.
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
                    "reasoning": reasoning,
                    "reasoning_effort": reasoning_effort,
                    "logprobs": logprobs,
                    "top_logprobs": top_logprobs,
                    "_debug_render_only": field_debug_render_only,
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
        logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
        stream: bool = False,
    ) -> Completion | Stream[CompletionChunk]:
        """Continue a prompt.

        Hands a prompt to the model and returns the text it produces. By default the answer is one object;
        with stream true it is a stream of server-sent events, each with one chunk as its data, which ends
        in `[DONE]`.

        `POST /completions`

        Args:
            model: Name of the model that answers.
            prompt: The text to go on from; one text, a list is refused. An empty one only loads the model.
            suffix: Text that follows the gap, for models that can fill one in.
            stream: Whether the answer comes in chunks.
            max_tokens: Most tokens to write.
            seed: Start of the random numbers; the same seed and prompt give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 where it is 0
                or left out.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
            logprobs: Read, but ignored; answers carry no log probabilities.
            field_debug_render_only: Render the prompt and send it back instead of running the model; for
                debugging templates.
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
                    "logprobs": logprobs,
                    "_debug_render_only": field_debug_render_only,
                }
            ),
            streamed=stream,
        )
        return result

    def create_embedding(
        self,
        *,
        input: str | Sequence[str],
        model: str,
        dimensions: int | None = None,
        encoding_format: EmbeddingRequestEncodingFormat | None = None,
    ) -> EmbeddingList:
        """Turn texts into vectors.

        `POST /embeddings`

        Args:
            input: One text, or several. Lists of token numbers are not understood; an empty list is
                refused.
            model: Name of the model that embeds.
            dimensions: Length of the vectors, for models that can shorten them; their own length unless
                given.
        """
        result: EmbeddingList = self._transport.run(
            _default.create_embedding.OPERATION,
            Arguments(
                fields={"input": input, "model": model, "dimensions": dimensions, "encoding_format": encoding_format}
            ),
        )
        return result

    def list_models(self) -> ModelList:
        """List the stored models.

        `GET /models`
        """
        result: ModelList = self._transport.run(_default.list_models.OPERATION, Arguments())
        return result

    def get_model(self, model: str) -> Model:
        """Tell about a stored model.

        A name with a slash, such as `someone/model`, cannot be asked for here; it is found in the list.

        `GET /models/{model}`
        """
        result: Model = self._transport.run(_default.get_model.OPERATION, Arguments(path={"model": model}))
        return result


class AsyncClient:
    """Asynchronous client; `async with` or `aclose` releases its connections.

    An argument that is None is left out of the request. Nested models can be given as dicts. Every failure is an
    exception of `errors`, except that arguments of a wrong type raise pydantic.ValidationError.

    Args:
        base_url: Where the API is.
        http: The HTTP client to use, for proxies, certificates or retries; it is not closed with this one.
        headers: Headers of every request, such as `Authorization`.
        timeout: Seconds to wait for the server; None waits as long as it takes.
    """

    def __init__(
        self,
        base_url: str = "http://localhost:11434/v1",
        *,
        http: httpx.AsyncClient | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = None,
    ) -> None:
        self._transport = AsyncTransport(base_url, http, headers, timeout)

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
        reasoning: Reasoning | dict[str, Any] | None = None,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        reasoning: Reasoning | dict[str, Any] | None = None,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        reasoning: Reasoning | dict[str, Any] | None = None,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        reasoning: Reasoning | dict[str, Any] | None = None,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None = None,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
        stream: bool = False,
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]:
        """Write the next message of a conversation.

        Takes a conversation and returns the message with which the model goes on. By default the answer is
        one object; with stream true it is a stream of server-sent events, each with one chunk as its data,
        which ends in `[DONE]`.

        `POST /chat/completions`

        Args:
            model: Name of the model that answers.
            messages: The conversation so far, oldest message first. An empty list is refused.
            stream: Whether the answer comes in chunks.
            max_tokens: Most tokens to write. The newer name `max_completion_tokens` is not read.
            seed: Start of the random numbers; the same seed and conversation give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses; 1.0 unless given.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
            tools: Functions that the model may ask the caller to run.
            reasoning_effort: How long the model may think before it answers. `none` turns thinking off,
                `minimal` is taken for `low`, `xhigh` and `ultra` for `max`. Where `reasoning` is given too,
                that one counts.
            logprobs: Whether each token of the answer comes with its log probability.
            top_logprobs: How many of the likeliest tokens to list at each place of the answer.
            field_debug_render_only: Render the prompt and send it back instead of running the model; for
                debugging templates.
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
                    "reasoning": reasoning,
                    "reasoning_effort": reasoning_effort,
                    "logprobs": logprobs,
                    "top_logprobs": top_logprobs,
                    "_debug_render_only": field_debug_render_only,
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
        logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
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
        logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
        stream: bool = False,
    ) -> Completion | AsyncStream[CompletionChunk]:
        """Continue a prompt.

        Hands a prompt to the model and returns the text it produces. By default the answer is one object;
        with stream true it is a stream of server-sent events, each with one chunk as its data, which ends
        in `[DONE]`.

        `POST /completions`

        Args:
            model: Name of the model that answers.
            prompt: The text to go on from; one text, a list is refused. An empty one only loads the model.
            suffix: Text that follows the gap, for models that can fill one in.
            stream: Whether the answer comes in chunks.
            max_tokens: Most tokens to write.
            seed: Start of the random numbers; the same seed and prompt give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 where it is 0
                or left out.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
            logprobs: Read, but ignored; answers carry no log probabilities.
            field_debug_render_only: Render the prompt and send it back instead of running the model; for
                debugging templates.
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
                    "logprobs": logprobs,
                    "_debug_render_only": field_debug_render_only,
                }
            ),
            streamed=stream,
        )
        return result

    async def create_embedding(
        self,
        *,
        input: str | Sequence[str],
        model: str,
        dimensions: int | None = None,
        encoding_format: EmbeddingRequestEncodingFormat | None = None,
    ) -> EmbeddingList:
        """Turn texts into vectors.

        `POST /embeddings`

        Args:
            input: One text, or several. Lists of token numbers are not understood; an empty list is
                refused.
            model: Name of the model that embeds.
            dimensions: Length of the vectors, for models that can shorten them; their own length unless
                given.
        """
        result: EmbeddingList = await self._transport.run(
            _default.create_embedding.OPERATION,
            Arguments(
                fields={"input": input, "model": model, "dimensions": dimensions, "encoding_format": encoding_format}
            ),
        )
        return result

    async def list_models(self) -> ModelList:
        """List the stored models.

        `GET /models`
        """
        result: ModelList = await self._transport.run(_default.list_models.OPERATION, Arguments())
        return result

    async def get_model(self, model: str) -> Model:
        """Tell about a stored model.

        A name with a slash, such as `someone/model`, cannot be asked for here; it is found in the list.

        `GET /models/{model}`
        """
        result: Model = await self._transport.run(_default.get_model.OPERATION, Arguments(path={"model": model}))
        return result
