# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The clients of the API, synchronous and asynchronous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, Self, overload

import httpx2 as httpx

from . import _advice, _defaults
from ._operation import NOT_GIVEN, Arguments, NotGiven, Upload
from ._retry import Retries
from ._security import AsyncKey as _AsyncKey
from ._security import Key as _Key
from ._security import Scheme as _Scheme
from ._settings import DEFAULT_TIMEOUT, MAX_RECORD, Given
from ._stream import AsyncStream, Stream
from ._transport import AsyncTransport, Transport
from .api import audio as _audio
from .api import chat as _chat
from .api import completions as _completions
from .api import embeddings as _embeddings
from .api import models as _models
from .api import responses as _responses
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
    ResponsesFunctionCall,
    ResponsesFunctionCallOutput,
    ResponsesInputMessage,
    ResponsesReasoning,
    ResponsesReasoningInput,
    ResponsesResponse,
    ResponsesStreamEvent,
    ResponsesText,
    ResponsesTool,
    ResponsesWebSearchCall,
    StreamOptions,
    TranscriptionResponse,
)

__all__ = [
    "AsyncAudioOperations",
    "AsyncChatOperations",
    "AsyncClient",
    "AsyncCompletionsOperations",
    "AsyncEmbeddingsOperations",
    "AsyncModelsOperations",
    "AsyncResponsesOperations",
    "AudioOperations",
    "ChatOperations",
    "Client",
    "CompletionsOperations",
    "EmbeddingsOperations",
    "ModelsOperations",
    "ResponsesOperations",
]

_SCHEMES = {"bearerAuth": _Scheme(argument="bearer_auth", prefix="Bearer ")}

_advice.unknown_path = _defaults.unknown_path


class AudioOperations:
    """The operations tagged audio.

    Sound to text
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create_transcription(
        self,
        *,
        file: Upload,
        model: str,
        response_format: str | None = None,
        language: str | None = None,
        prompt: str | None = None,
    ) -> TranscriptionResponse | str:
        """Write down what is said in a sound file.

        `POST /audio/transcriptions`

        Args:
            file: The sound file; an empty one is refused.
            model: Name of a model that can hear.
            response_format: With `text` the answer is plain text; with any other value, or none, an object.
            language: Language that is spoken.
            prompt: What the model is told beside the sound.

        Returns:
            What was said, as an object, or as text where `response_format` is `text`.
        """
        result: TranscriptionResponse | str = self._transport.run(
            _audio.create_transcription.OPERATION,
            Arguments(
                fields={
                    "file": file,
                    "model": model,
                    "response_format": response_format,
                    "language": language,
                    "prompt": prompt,
                }
            ),
        )
        return result


class AsyncAudioOperations:
    """The operations tagged audio.

    Sound to text
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create_transcription(
        self,
        *,
        file: Upload,
        model: str,
        response_format: str | None = None,
        language: str | None = None,
        prompt: str | None = None,
    ) -> TranscriptionResponse | str:
        """Write down what is said in a sound file.

        `POST /audio/transcriptions`

        Args:
            file: The sound file; an empty one is refused.
            model: Name of a model that can hear.
            response_format: With `text` the answer is plain text; with any other value, or none, an object.
            language: Language that is spoken.
            prompt: What the model is told beside the sound.

        Returns:
            What was said, as an object, or as text where `response_format` is `text`.
        """
        result: TranscriptionResponse | str = await self._transport.run(
            _audio.create_transcription.OPERATION,
            Arguments(
                fields={
                    "file": file,
                    "model": model,
                    "response_format": response_format,
                    "language": language,
                    "prompt": prompt,
                }
            ),
        )
        return result


class ChatOperations:
    """The operations tagged chat.

    Conversations
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @overload
    def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        frequency_penalty: float | None | NotGiven = NOT_GIVEN,
        presence_penalty: float | None | NotGiven = NOT_GIVEN,
        response_format: ResponseFormat | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        reasoning: Reasoning | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None | NotGiven = NOT_GIVEN,
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
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        frequency_penalty: float | None | NotGiven = NOT_GIVEN,
        presence_penalty: float | None | NotGiven = NOT_GIVEN,
        response_format: ResponseFormat | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        reasoning: Reasoning | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None | NotGiven = NOT_GIVEN,
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
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        frequency_penalty: float | None | NotGiven = NOT_GIVEN,
        presence_penalty: float | None | NotGiven = NOT_GIVEN,
        response_format: ResponseFormat | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        reasoning: Reasoning | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None | NotGiven = NOT_GIVEN,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
        stream: bool,
    ) -> ChatCompletion | Stream[ChatCompletionChunk]: ...
    def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        frequency_penalty: float | None | NotGiven = NOT_GIVEN,
        presence_penalty: float | None | NotGiven = NOT_GIVEN,
        response_format: ResponseFormat | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        reasoning: Reasoning | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None | NotGiven = NOT_GIVEN,
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
            stream_options: What a stream contains besides the text.
            max_tokens: Most tokens to write. The newer name `max_completion_tokens` is not read.
            seed: Start of the random numbers; the same seed and conversation give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses; 1.0 unless given.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
            response_format: Shape that the answer must have. A type that the server does not know leaves
                the shape free.
            tools: Functions that the model may ask the caller to run.
            reasoning: How the model thinks before it answers.
            reasoning_effort: How long the model may think before it answers. `none` turns thinking off,
                `minimal` is taken for `low`, `xhigh` and `ultra` for `max`. Where `reasoning` is given too,
                that one counts.
            logprobs: Whether each token of the answer comes with its log probability.
            top_logprobs: How many of the likeliest tokens to list at each place of the answer.
            field_debug_render_only: Render the prompt and send it back instead of running the model; for
                debugging templates.

        Returns:
            The next message: one object, or, with stream true, server-sent events that carry a chunk each
                and end in `[DONE]`. A stream without `[DONE]` has failed: its last chunk is empty and names
                no model, and the error itself is lost.
        """
        result: ChatCompletion | Stream[ChatCompletionChunk] = self._transport.run(
            _chat.create_chat_completion.OPERATION,
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


class AsyncChatOperations:
    """The operations tagged chat.

    Conversations
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    @overload
    async def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        frequency_penalty: float | None | NotGiven = NOT_GIVEN,
        presence_penalty: float | None | NotGiven = NOT_GIVEN,
        response_format: ResponseFormat | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        reasoning: Reasoning | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None | NotGiven = NOT_GIVEN,
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
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        frequency_penalty: float | None | NotGiven = NOT_GIVEN,
        presence_penalty: float | None | NotGiven = NOT_GIVEN,
        response_format: ResponseFormat | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        reasoning: Reasoning | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None | NotGiven = NOT_GIVEN,
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
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        frequency_penalty: float | None | NotGiven = NOT_GIVEN,
        presence_penalty: float | None | NotGiven = NOT_GIVEN,
        response_format: ResponseFormat | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        reasoning: Reasoning | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None | NotGiven = NOT_GIVEN,
        top_logprobs: int | None = None,
        field_debug_render_only: bool | None = None,
        stream: bool,
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]: ...
    async def create_chat_completion(
        self,
        *,
        model: str,
        messages: Sequence[ChatCompletionMessage | dict[str, Any]],
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        frequency_penalty: float | None | NotGiven = NOT_GIVEN,
        presence_penalty: float | None | NotGiven = NOT_GIVEN,
        response_format: ResponseFormat | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ChatCompletionTool | dict[str, Any]] | None = None,
        reasoning: Reasoning | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ChatCompletionRequestReasoningEffort | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None | NotGiven = NOT_GIVEN,
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
            stream_options: What a stream contains besides the text.
            max_tokens: Most tokens to write. The newer name `max_completion_tokens` is not read.
            seed: Start of the random numbers; the same seed and conversation give the same text.
            stop: A string at which the model stops writing, or several of them.
            temperature: How freely the model chooses; 1.0 unless given.
            top_p: Choose among the likeliest tokens that together reach this probability; 1.0 unless given.
            frequency_penalty: Penalty that grows each time a token appears.
            presence_penalty: Penalty for a token that has appeared at all.
            response_format: Shape that the answer must have. A type that the server does not know leaves
                the shape free.
            tools: Functions that the model may ask the caller to run.
            reasoning: How the model thinks before it answers.
            reasoning_effort: How long the model may think before it answers. `none` turns thinking off,
                `minimal` is taken for `low`, `xhigh` and `ultra` for `max`. Where `reasoning` is given too,
                that one counts.
            logprobs: Whether each token of the answer comes with its log probability.
            top_logprobs: How many of the likeliest tokens to list at each place of the answer.
            field_debug_render_only: Render the prompt and send it back instead of running the model; for
                debugging templates.

        Returns:
            The next message: one object, or, with stream true, server-sent events that carry a chunk each
                and end in `[DONE]`. A stream without `[DONE]` has failed: its last chunk is empty and names
                no model, and the error itself is lost.
        """
        result: ChatCompletion | AsyncStream[ChatCompletionChunk] = await self._transport.run(
            _chat.create_chat_completion.OPERATION,
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


class CompletionsOperations:
    """The operations tagged completions.

    Prompts to go on from
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @overload
    def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        logprobs: int | None | NotGiven = NOT_GIVEN,
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
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        logprobs: int | None | NotGiven = NOT_GIVEN,
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
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        logprobs: int | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: bool,
    ) -> Completion | Stream[CompletionChunk]: ...
    def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        logprobs: int | None | NotGiven = NOT_GIVEN,
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
            stream_options: What a stream contains besides the text.
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

        Returns:
            The text: one object, or, with stream true, server-sent events that carry a chunk each and end
                in `[DONE]`. A stream without `[DONE]` has failed: its last chunk is empty, and the error
                itself is lost.
        """
        result: Completion | Stream[CompletionChunk] = self._transport.run(
            _completions.create_completion.OPERATION,
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


class AsyncCompletionsOperations:
    """The operations tagged completions.

    Prompts to go on from
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    @overload
    async def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        logprobs: int | None | NotGiven = NOT_GIVEN,
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
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        logprobs: int | None | NotGiven = NOT_GIVEN,
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
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        logprobs: int | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: bool,
    ) -> Completion | AsyncStream[CompletionChunk]: ...
    async def create_completion(
        self,
        *,
        model: str,
        prompt: str,
        suffix: str | None = None,
        stream_options: StreamOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        max_tokens: int | None | NotGiven = NOT_GIVEN,
        seed: int | None | NotGiven = NOT_GIVEN,
        stop: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        top_p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        logprobs: int | None | NotGiven = NOT_GIVEN,
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
            stream_options: What a stream contains besides the text.
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

        Returns:
            The text: one object, or, with stream true, server-sent events that carry a chunk each and end
                in `[DONE]`. A stream without `[DONE]` has failed: its last chunk is empty, and the error
                itself is lost.
        """
        result: Completion | AsyncStream[CompletionChunk] = await self._transport.run(
            _completions.create_completion.OPERATION,
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


class EmbeddingsOperations:
    """The operations tagged embeddings.

    Vectors of texts
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

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
            encoding_format: Whether a vector comes as a list of numbers, the default, or as base64 of its
                bytes.

        Returns:
            One vector per text, in the order of the texts.
        """
        result: EmbeddingList = self._transport.run(
            _embeddings.create_embedding.OPERATION,
            Arguments(
                fields={"input": input, "model": model, "dimensions": dimensions, "encoding_format": encoding_format}
            ),
        )
        return result


class AsyncEmbeddingsOperations:
    """The operations tagged embeddings.

    Vectors of texts
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

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
            encoding_format: Whether a vector comes as a list of numbers, the default, or as base64 of its
                bytes.

        Returns:
            One vector per text, in the order of the texts.
        """
        result: EmbeddingList = await self._transport.run(
            _embeddings.create_embedding.OPERATION,
            Arguments(
                fields={"input": input, "model": model, "dimensions": dimensions, "encoding_format": encoding_format}
            ),
        )
        return result


class ModelsOperations:
    """The operations tagged models.

    The stored models
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list_models(self) -> ModelList:
        """List the stored models.

        `GET /models`

        Returns:
            The models on this machine.
        """
        result: ModelList = self._transport.run(_models.list_models.OPERATION, Arguments())
        return result

    def get_model(self, model: str) -> Model:
        """Tell about a stored model.

        A name with a slash, such as `someone/model`, cannot be asked for here; it is found in the list.

        `GET /models/{model}`

        Args:
            model: Name of the model; without a tag, the tag latest is meant. Example: "llama3.2".

        Returns:
            The model.
        """
        result: Model = self._transport.run(_models.get_model.OPERATION, Arguments(path={"model": model}))
        return result


class AsyncModelsOperations:
    """The operations tagged models.

    The stored models
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list_models(self) -> ModelList:
        """List the stored models.

        `GET /models`

        Returns:
            The models on this machine.
        """
        result: ModelList = await self._transport.run(_models.list_models.OPERATION, Arguments())
        return result

    async def get_model(self, model: str) -> Model:
        """Tell about a stored model.

        A name with a slash, such as `someone/model`, cannot be asked for here; it is found in the list.

        `GET /models/{model}`

        Args:
            model: Name of the model; without a tag, the tag latest is meant. Example: "llama3.2".

        Returns:
            The model.
        """
        result: Model = await self._transport.run(_models.get_model.OPERATION, Arguments(path={"model": model}))
        return result


class ResponsesOperations:
    """The operations tagged responses.

    Conversations as lists of items
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @overload
    def create_response(
        self,
        *,
        model: str,
        input: str
        | Sequence[
            ResponsesFunctionCall
            | dict[str, Any]
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ],
        background: bool | None = None,
        conversation: Any = NOT_GIVEN,
        include: Sequence[str] | None = None,
        instructions: str | None = None,
        max_output_tokens: int | None | NotGiven = NOT_GIVEN,
        reasoning: ResponsesReasoning | dict[str, Any] | None = None,
        temperature: float | None | NotGiven = NOT_GIVEN,
        text: ResponsesText | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ResponsesTool | dict[str, Any]] | None = None,
        stream: Literal[True],
    ) -> Stream[ResponsesStreamEvent]: ...
    @overload
    def create_response(
        self,
        *,
        model: str,
        input: str
        | Sequence[
            ResponsesFunctionCall
            | dict[str, Any]
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ],
        background: bool | None = None,
        conversation: Any = NOT_GIVEN,
        include: Sequence[str] | None = None,
        instructions: str | None = None,
        max_output_tokens: int | None | NotGiven = NOT_GIVEN,
        reasoning: ResponsesReasoning | dict[str, Any] | None = None,
        temperature: float | None | NotGiven = NOT_GIVEN,
        text: ResponsesText | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ResponsesTool | dict[str, Any]] | None = None,
        stream: Literal[False] = False,
    ) -> ResponsesResponse: ...
    @overload
    def create_response(
        self,
        *,
        model: str,
        input: str
        | Sequence[
            ResponsesFunctionCall
            | dict[str, Any]
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ],
        background: bool | None = None,
        conversation: Any = NOT_GIVEN,
        include: Sequence[str] | None = None,
        instructions: str | None = None,
        max_output_tokens: int | None | NotGiven = NOT_GIVEN,
        reasoning: ResponsesReasoning | dict[str, Any] | None = None,
        temperature: float | None | NotGiven = NOT_GIVEN,
        text: ResponsesText | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ResponsesTool | dict[str, Any]] | None = None,
        stream: bool,
    ) -> ResponsesResponse | Stream[ResponsesStreamEvent]: ...
    def create_response(
        self,
        *,
        model: str,
        input: str
        | Sequence[
            ResponsesFunctionCall
            | dict[str, Any]
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ],
        background: bool | None = None,
        conversation: Any = NOT_GIVEN,
        include: Sequence[str] | None = None,
        instructions: str | None = None,
        max_output_tokens: int | None | NotGiven = NOT_GIVEN,
        reasoning: ResponsesReasoning | dict[str, Any] | None = None,
        temperature: float | None | NotGiven = NOT_GIVEN,
        text: ResponsesText | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ResponsesTool | dict[str, Any]] | None = None,
        stream: bool = False,
    ) -> ResponsesResponse | Stream[ResponsesStreamEvent]:
        """Answer, think and call tools in one list of items.

        Takes a text or a list of items and returns the items that the model adds: its thoughts, its
        message, its calls. The server keeps no conversation, so that earlier items are sent again. A body
        compressed with zstd is understood.

        `POST /responses`

        Args:
            model: Name of the model that answers.
            input: A text of the user's, or the items of the conversation, oldest first.
            background: Not supported; the answer repeats it.
            conversation: Not supported; the server keeps no conversations.
            include: Ignored.
            instructions: What the model is told before the conversation, as a message of the system.
            max_output_tokens: Most tokens to write.
            temperature: How freely the model chooses; 1.0 unless given.
            text: What the text of the answer shall be like.
            top_p: Choose among the likeliest tokens that together reach this probability.
            truncation: Read, and repeated in the answer; it changes nothing else.
            tools: What the model may call.
            stream: Whether the answer comes as events.

        Returns:
            The items that the model added: one object, or, with stream true, server-sent events of which
                the last one is `response.completed`. A stream without it has failed; the error itself is
                lost, except in `response.failed`, with which a failed search of the web ends.
        """
        result: ResponsesResponse | Stream[ResponsesStreamEvent] = self._transport.run(
            _responses.create_response.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "input": input,
                    "background": background,
                    "conversation": conversation,
                    "include": include,
                    "instructions": instructions,
                    "max_output_tokens": max_output_tokens,
                    "reasoning": reasoning,
                    "temperature": temperature,
                    "text": text,
                    "top_p": top_p,
                    "truncation": truncation,
                    "tools": tools,
                    "stream": stream,
                }
            ),
            streamed=stream,
        )
        return result


class AsyncResponsesOperations:
    """The operations tagged responses.

    Conversations as lists of items
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    @overload
    async def create_response(
        self,
        *,
        model: str,
        input: str
        | Sequence[
            ResponsesFunctionCall
            | dict[str, Any]
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ],
        background: bool | None = None,
        conversation: Any = NOT_GIVEN,
        include: Sequence[str] | None = None,
        instructions: str | None = None,
        max_output_tokens: int | None | NotGiven = NOT_GIVEN,
        reasoning: ResponsesReasoning | dict[str, Any] | None = None,
        temperature: float | None | NotGiven = NOT_GIVEN,
        text: ResponsesText | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ResponsesTool | dict[str, Any]] | None = None,
        stream: Literal[True],
    ) -> AsyncStream[ResponsesStreamEvent]: ...
    @overload
    async def create_response(
        self,
        *,
        model: str,
        input: str
        | Sequence[
            ResponsesFunctionCall
            | dict[str, Any]
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ],
        background: bool | None = None,
        conversation: Any = NOT_GIVEN,
        include: Sequence[str] | None = None,
        instructions: str | None = None,
        max_output_tokens: int | None | NotGiven = NOT_GIVEN,
        reasoning: ResponsesReasoning | dict[str, Any] | None = None,
        temperature: float | None | NotGiven = NOT_GIVEN,
        text: ResponsesText | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ResponsesTool | dict[str, Any]] | None = None,
        stream: Literal[False] = False,
    ) -> ResponsesResponse: ...
    @overload
    async def create_response(
        self,
        *,
        model: str,
        input: str
        | Sequence[
            ResponsesFunctionCall
            | dict[str, Any]
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ],
        background: bool | None = None,
        conversation: Any = NOT_GIVEN,
        include: Sequence[str] | None = None,
        instructions: str | None = None,
        max_output_tokens: int | None | NotGiven = NOT_GIVEN,
        reasoning: ResponsesReasoning | dict[str, Any] | None = None,
        temperature: float | None | NotGiven = NOT_GIVEN,
        text: ResponsesText | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ResponsesTool | dict[str, Any]] | None = None,
        stream: bool,
    ) -> ResponsesResponse | AsyncStream[ResponsesStreamEvent]: ...
    async def create_response(
        self,
        *,
        model: str,
        input: str
        | Sequence[
            ResponsesFunctionCall
            | dict[str, Any]
            | ResponsesFunctionCallOutput
            | ResponsesReasoningInput
            | ResponsesWebSearchCall
            | ResponsesInputMessage
        ],
        background: bool | None = None,
        conversation: Any = NOT_GIVEN,
        include: Sequence[str] | None = None,
        instructions: str | None = None,
        max_output_tokens: int | None | NotGiven = NOT_GIVEN,
        reasoning: ResponsesReasoning | dict[str, Any] | None = None,
        temperature: float | None | NotGiven = NOT_GIVEN,
        text: ResponsesText | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation: str | None | NotGiven = NOT_GIVEN,
        tools: Sequence[ResponsesTool | dict[str, Any]] | None = None,
        stream: bool = False,
    ) -> ResponsesResponse | AsyncStream[ResponsesStreamEvent]:
        """Answer, think and call tools in one list of items.

        Takes a text or a list of items and returns the items that the model adds: its thoughts, its
        message, its calls. The server keeps no conversation, so that earlier items are sent again. A body
        compressed with zstd is understood.

        `POST /responses`

        Args:
            model: Name of the model that answers.
            input: A text of the user's, or the items of the conversation, oldest first.
            background: Not supported; the answer repeats it.
            conversation: Not supported; the server keeps no conversations.
            include: Ignored.
            instructions: What the model is told before the conversation, as a message of the system.
            max_output_tokens: Most tokens to write.
            temperature: How freely the model chooses; 1.0 unless given.
            text: What the text of the answer shall be like.
            top_p: Choose among the likeliest tokens that together reach this probability.
            truncation: Read, and repeated in the answer; it changes nothing else.
            tools: What the model may call.
            stream: Whether the answer comes as events.

        Returns:
            The items that the model added: one object, or, with stream true, server-sent events of which
                the last one is `response.completed`. A stream without it has failed; the error itself is
                lost, except in `response.failed`, with which a failed search of the web ends.
        """
        result: ResponsesResponse | AsyncStream[ResponsesStreamEvent] = await self._transport.run(
            _responses.create_response.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "input": input,
                    "background": background,
                    "conversation": conversation,
                    "include": include,
                    "instructions": instructions,
                    "max_output_tokens": max_output_tokens,
                    "reasoning": reasoning,
                    "temperature": temperature,
                    "text": text,
                    "top_p": top_p,
                    "truncation": truncation,
                    "tools": tools,
                    "stream": stream,
                }
            ),
            streamed=stream,
        )
        return result


class Client:
    """Synchronous client; `with` or `close` releases its connections.

    An argument that is None is left out of the request; where the default is NOT_GIVEN, None is sent as null. Nested
    models can be given as dicts. Every failure is an exception of `errors`, except that arguments of a wrong type raise
    pydantic.ValidationError.

    Args:
        base_url: Where the API is, with `/v1` at its end. The settings of the environment decide where it is not given.
        api_key: Another name for `bearer_auth`, the one key of this API.
        bearer_auth: Sent as a bearer token. A key of an account at ollama.com. A server of one's own reads past it.
            A callable is asked for one before each request. It goes to the server of `base_url` only, and
            to another machine only by https.
        headers: Headers of every request.
        timeout: Seconds to wait for a connection and for each piece of an answer; None waits as long as it takes.
        retries: How often a request is sent again where that is safe; `Retries` sets the waits too.
        max_record: The most bytes of one record of a stream.
        proxy: The URL of a proxy; otherwise the environment decides.
        transport: A transport of httpx2, for other ways to send requests.
        http: A client of httpx2 of your own in place of the two above; it is not closed with this one.
        api_key_over_http: Whether keys may go to another machine by plain http, where others can read them.
    """

    def __init__(
        self,
        base_url: str | None = None,
        *,
        api_key: _Key | None = None,
        bearer_auth: _Key | None = None,
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
            base_url = _defaults.base_url() or "http://localhost:11434/v1"
        given = Given(
            base_url=base_url,
            prefix="/v1",
            agent="ollama-openai/0.1.0",
            api_key=api_key,
            default_key=_defaults.api_key(base_url),
            schemes=_SCHEMES,
            security=(("bearerAuth",),),
            single="bearerAuth",
            keys={"bearerAuth": bearer_auth},
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

    @cached_property
    def audio(self) -> AudioOperations:
        """The operations tagged audio."""
        return AudioOperations(self._transport)

    @cached_property
    def chat(self) -> ChatOperations:
        """The operations tagged chat."""
        return ChatOperations(self._transport)

    @cached_property
    def completions(self) -> CompletionsOperations:
        """The operations tagged completions."""
        return CompletionsOperations(self._transport)

    @cached_property
    def embeddings(self) -> EmbeddingsOperations:
        """The operations tagged embeddings."""
        return EmbeddingsOperations(self._transport)

    @cached_property
    def models(self) -> ModelsOperations:
        """The operations tagged models."""
        return ModelsOperations(self._transport)

    @cached_property
    def responses(self) -> ResponsesOperations:
        """The operations tagged responses."""
        return ResponsesOperations(self._transport)


class AsyncClient:
    """Asynchronous client; `async with` or `aclose` releases its connections.

    An argument that is None is left out of the request; where the default is NOT_GIVEN, None is sent as null. Nested
    models can be given as dicts. Every failure is an exception of `errors`, except that arguments of a wrong type raise
    pydantic.ValidationError.

    Args:
        base_url: Where the API is, with `/v1` at its end. The settings of the environment decide where it is not given.
        api_key: Another name for `bearer_auth`, the one key of this API.
        bearer_auth: Sent as a bearer token. A key of an account at ollama.com. A server of one's own reads past it.
            A callable is asked for one before each request. It goes to the server of `base_url` only, and
            to another machine only by https.
        headers: Headers of every request.
        timeout: Seconds to wait for a connection and for each piece of an answer; None waits as long as it takes.
        retries: How often a request is sent again where that is safe; `Retries` sets the waits too.
        max_record: The most bytes of one record of a stream.
        proxy: The URL of a proxy; otherwise the environment decides.
        transport: A transport of httpx2, for other ways to send requests.
        http: A client of httpx2 of your own in place of the two above; it is not closed with this one.
        api_key_over_http: Whether keys may go to another machine by plain http, where others can read them.
    """

    def __init__(
        self,
        base_url: str | None = None,
        *,
        api_key: _AsyncKey | None = None,
        bearer_auth: _AsyncKey | None = None,
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
            base_url = _defaults.base_url() or "http://localhost:11434/v1"
        given = Given(
            base_url=base_url,
            prefix="/v1",
            agent="ollama-openai/0.1.0",
            api_key=api_key,
            default_key=_defaults.api_key(base_url),
            schemes=_SCHEMES,
            security=(("bearerAuth",),),
            single="bearerAuth",
            keys={"bearerAuth": bearer_auth},
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

    @cached_property
    def audio(self) -> AsyncAudioOperations:
        """The operations tagged audio."""
        return AsyncAudioOperations(self._transport)

    @cached_property
    def chat(self) -> AsyncChatOperations:
        """The operations tagged chat."""
        return AsyncChatOperations(self._transport)

    @cached_property
    def completions(self) -> AsyncCompletionsOperations:
        """The operations tagged completions."""
        return AsyncCompletionsOperations(self._transport)

    @cached_property
    def embeddings(self) -> AsyncEmbeddingsOperations:
        """The operations tagged embeddings."""
        return AsyncEmbeddingsOperations(self._transport)

    @cached_property
    def models(self) -> AsyncModelsOperations:
        """The operations tagged models."""
        return AsyncModelsOperations(self._transport)

    @cached_property
    def responses(self) -> AsyncResponsesOperations:
        """The operations tagged responses."""
        return AsyncResponsesOperations(self._transport)
