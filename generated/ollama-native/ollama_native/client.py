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
    ChatSingleResponse,
    ChatStreamResponse,
    EmbeddingsResponse,
    GenerateSingleResponse,
    GenerateStreamResponse,
    ListResponse,
    Message,
    ModelOptions,
    ProgressResponse,
    RunningModelsResponse,
    ShowResponse,
    Tool,
    VersionResponse,
)

__all__ = ["AsyncClient", "Client"]


class Client:
    """Synchronous client; `with` or `close` releases its connections.

    An argument that is None is left out of the request. Nested models can be given as dicts. Every failure is an
    exception of `errors`, except that arguments of a wrong type raise pydantic.ValidationError.

    Args:
        base_url: Where the API is, with `/api` at its end.
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
            base_url = "http://localhost:11434/api"
        given = Given(
            base_url=base_url,
            prefix="/api",
            agent="ollama-native/0.1.0",
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
    def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: str | dict[str, Any] | None = None,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        stream: Literal[True],
    ) -> Stream[GenerateStreamResponse]: ...
    @overload
    def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: str | dict[str, Any] | None = None,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        stream: Literal[False] = False,
    ) -> GenerateSingleResponse: ...
    @overload
    def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: str | dict[str, Any] | None = None,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        stream: bool,
    ) -> GenerateSingleResponse | Stream[GenerateStreamResponse]: ...
    def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: str | dict[str, Any] | None = None,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        stream: bool = False,
    ) -> GenerateSingleResponse | Stream[GenerateStreamResponse]:
        """Continue a prompt.

        Hands a prompt to the model and returns the text it produces. The answer streams as one JSON object
        per line unless stream is false; the last line has done set to true and carries the counts and
        timings. Without a prompt the model is only loaded into memory.

        `POST /generate`

        Args:
            model: Name of the model that answers.
            prompt: The text to go on from. Left out or empty, the model is loaded and nothing is written.
            suffix: Text that follows the gap, for models that can fill one in.
            images: Pictures to look at, in base64, for models that can see.
            format: Shape of the answer, either the word `json` or a JSON Schema that it has to satisfy.
            system: Instructions that stand in for the model's own.
            template: Prompt template that stands in for the model's own.
            context: Token numbers out of an earlier reply, which let the model remember it.
            raw: Give the prompt to the model as it is, past every template. The reply then has no context.
            options: Settings of one run. Whatever is left out keeps the model's own value.
            stream: Whether the answer comes line by line, or, when false, in one object.
            keep_alive: How long the model remains loaded afterwards. A string is a duration with a unit, a
                number counts seconds; zero unloads at once, anything below zero keeps the model for good.
        """
        result: GenerateSingleResponse | Stream[GenerateStreamResponse] = self._transport.run(
            _default.generate.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "prompt": prompt,
                    "suffix": suffix,
                    "images": images,
                    "format": format,
                    "system": system,
                    "template": template,
                    "context": context,
                    "raw": raw,
                    "options": options,
                    "stream": stream,
                    "keep_alive": keep_alive,
                }
            ),
            streamed=stream,
        )
        return result

    @overload
    def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]],
        format: str | dict[str, Any] | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        stream: Literal[True],
    ) -> Stream[ChatStreamResponse]: ...
    @overload
    def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]],
        format: str | dict[str, Any] | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        stream: Literal[False] = False,
    ) -> ChatSingleResponse: ...
    @overload
    def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]],
        format: str | dict[str, Any] | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        stream: bool,
    ) -> ChatSingleResponse | Stream[ChatStreamResponse]: ...
    def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]],
        format: str | dict[str, Any] | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        stream: bool = False,
    ) -> ChatSingleResponse | Stream[ChatStreamResponse]:
        """Write the next message of a conversation.

        Takes a conversation and returns the message with which the model goes on. The answer streams as one
        JSON object per line unless stream is false; the last line has done set to true and carries the
        counts and timings.

        `POST /chat`

        Args:
            model: Name of the model that answers.
            messages: The conversation so far, oldest message first.
            format: Shape of the answer, either the word `json` or a JSON Schema that it has to satisfy.
            options: Settings of one run. Whatever is left out keeps the model's own value.
            stream: Whether the answer comes line by line, or, when false, in one object.
            keep_alive: How long the model remains loaded afterwards. A string is a duration with a unit, a
                number counts seconds; zero unloads at once, anything below zero keeps the model for good.
            tools: Tools that the model may call. Models without tool support refuse the request.
        """
        result: ChatSingleResponse | Stream[ChatStreamResponse] = self._transport.run(
            _default.chat.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "messages": messages,
                    "format": format,
                    "options": options,
                    "stream": stream,
                    "keep_alive": keep_alive,
                    "tools": tools,
                }
            ),
            streamed=stream,
        )
        return result

    def create_embeddings(
        self,
        *,
        model: str,
        prompt: str | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
    ) -> EmbeddingsResponse:
        """Turn one text into a vector.

        The older way to embed. It takes a single text per call and always answers with one object.

        `POST /embeddings`

        Args:
            model: Name of the model that embeds.
            prompt: The text. Left out or empty, the model is only loaded.
            options: Settings of one run. Whatever is left out keeps the model's own value.
            keep_alive: How long the model remains loaded afterwards, as a duration with a unit or in
                seconds.
        """
        result: EmbeddingsResponse = self._transport.run(
            _default.create_embeddings.OPERATION,
            Arguments(fields={"model": model, "prompt": prompt, "options": options, "keep_alive": keep_alive}),
        )
        return result

    def list_models(self) -> ListResponse:
        """List the stored models.

        Every model that is stored on this machine, whether or not it is loaded.

        `GET /tags`
        """
        result: ListResponse = self._transport.run(_default.list_models.OPERATION, Arguments())
        return result

    def show_model(
        self,
        *,
        model: str,
        system: str | None = None,
        options: dict[str, Any] | None = None,
        verbose: bool | None = None,
    ) -> ShowResponse:
        """Describe one model.

        What is known of a stored model: its template, parameters, license, family and metadata.

        `POST /show`

        Args:
            model: Name of the model.
            system: Instructions to show in place of the model's own.
            options: Parameters to show on top of the model's own.
            verbose: Write out long lists in the metadata as well.
        """
        result: ShowResponse = self._transport.run(
            _default.show_model.OPERATION,
            Arguments(fields={"model": model, "system": system, "options": options, "verbose": verbose}),
        )
        return result

    @overload
    def pull_model(
        self, *, model: str, insecure: bool | None = None, stream: Literal[True]
    ) -> Stream[ProgressResponse]: ...
    @overload
    def pull_model(
        self, *, model: str, insecure: bool | None = None, stream: Literal[False] = False
    ) -> ProgressResponse: ...
    @overload
    def pull_model(
        self, *, model: str, insecure: bool | None = None, stream: bool
    ) -> ProgressResponse | Stream[ProgressResponse]: ...
    def pull_model(
        self, *, model: str, insecure: bool | None = None, stream: bool = False
    ) -> ProgressResponse | Stream[ProgressResponse]:
        """Download a model.

        Fetches a model from the library; a download that broke off goes on where it stopped. Progress
        streams as one JSON object per line unless stream is false, and ends with the status success.

        `POST /pull`

        Args:
            model: Name of the model.
            insecure: Accept a library without a trusted connection; for development only.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
        """
        result: ProgressResponse | Stream[ProgressResponse] = self._transport.run(
            _default.pull_model.OPERATION,
            Arguments(fields={"model": model, "insecure": insecure, "stream": stream}),
            streamed=stream,
        )
        return result

    @overload
    def push_model(
        self, *, model: str, insecure: bool | None = None, stream: Literal[True]
    ) -> Stream[ProgressResponse]: ...
    @overload
    def push_model(
        self, *, model: str, insecure: bool | None = None, stream: Literal[False] = False
    ) -> ProgressResponse: ...
    @overload
    def push_model(
        self, *, model: str, insecure: bool | None = None, stream: bool
    ) -> ProgressResponse | Stream[ProgressResponse]: ...
    def push_model(
        self, *, model: str, insecure: bool | None = None, stream: bool = False
    ) -> ProgressResponse | Stream[ProgressResponse]:
        """Upload a model.

        Sends a stored model to the library, under a namespace that the sender owns. Progress streams as one
        JSON object per line unless stream is false, and ends with the status success.

        `POST /push`

        Args:
            model: Name of the model, with its namespace.
            insecure: Accept a library without a trusted connection; for development only.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
        """
        result: ProgressResponse | Stream[ProgressResponse] = self._transport.run(
            _default.push_model.OPERATION,
            Arguments(fields={"model": model, "insecure": insecure, "stream": stream}),
            streamed=stream,
        )
        return result

    def copy_model(self, *, source: str, destination: str) -> None:
        """Store a model under a second name.

        `POST /copy`

        Args:
            source: Name of the model.
            destination: Name of the copy.
        """
        result: None = self._transport.run(
            _default.copy_model.OPERATION, Arguments(fields={"source": source, "destination": destination})
        )
        return result

    def delete_model(self, *, model: str) -> None:
        """Remove a model.

        Removes a model and whatever data no other model needs. The name is sent in a JSON body.

        `DELETE /delete`

        Args:
            model: Name of the model.
        """
        result: None = self._transport.run(_default.delete_model.OPERATION, Arguments(fields={"model": model}))
        return result

    @overload
    def create_model(
        self,
        *,
        model: str,
        from_: str | None = None,
        files: dict[str, str] | None = None,
        adapters: dict[str, str] | None = None,
        template: str | None = None,
        license: str | Sequence[str] | None = None,
        system: str | None = None,
        parameters: dict[str, Any] | None = None,
        messages: Sequence[Message | dict[str, Any]] | None = None,
        quantize: str | None = None,
        stream: Literal[True],
    ) -> Stream[ProgressResponse]: ...
    @overload
    def create_model(
        self,
        *,
        model: str,
        from_: str | None = None,
        files: dict[str, str] | None = None,
        adapters: dict[str, str] | None = None,
        template: str | None = None,
        license: str | Sequence[str] | None = None,
        system: str | None = None,
        parameters: dict[str, Any] | None = None,
        messages: Sequence[Message | dict[str, Any]] | None = None,
        quantize: str | None = None,
        stream: Literal[False] = False,
    ) -> ProgressResponse: ...
    @overload
    def create_model(
        self,
        *,
        model: str,
        from_: str | None = None,
        files: dict[str, str] | None = None,
        adapters: dict[str, str] | None = None,
        template: str | None = None,
        license: str | Sequence[str] | None = None,
        system: str | None = None,
        parameters: dict[str, Any] | None = None,
        messages: Sequence[Message | dict[str, Any]] | None = None,
        quantize: str | None = None,
        stream: bool,
    ) -> ProgressResponse | Stream[ProgressResponse]: ...
    def create_model(
        self,
        *,
        model: str,
        from_: str | None = None,
        files: dict[str, str] | None = None,
        adapters: dict[str, str] | None = None,
        template: str | None = None,
        license: str | Sequence[str] | None = None,
        system: str | None = None,
        parameters: dict[str, Any] | None = None,
        messages: Sequence[Message | dict[str, Any]] | None = None,
        quantize: str | None = None,
        stream: bool = False,
    ) -> ProgressResponse | Stream[ProgressResponse]:
        """Make a model.

        Makes a model out of another model, or out of files that were uploaded before. The steps of the work
        stream as one JSON object per line unless stream is false, and end with the status success.

        `POST /create`

        Args:
            model: Name of the new model.
            from_: Model to start from.
            files: Uploaded weights, from file name to the digest of its data.
            adapters: Uploaded adapters, from file name to the digest of its data.
            template: Prompt template.
            license: Text of the license, or several of them.
            system: Instructions that the model always gets.
            parameters: Preset parameters by name.
            messages: Messages that every conversation begins with.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
            quantize: Level to which weights in 16 or 32 bits are reduced.
        """
        result: ProgressResponse | Stream[ProgressResponse] = self._transport.run(
            _default.create_model.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "from": from_,
                    "files": files,
                    "adapters": adapters,
                    "template": template,
                    "license": license,
                    "system": system,
                    "parameters": parameters,
                    "messages": messages,
                    "stream": stream,
                    "quantize": quantize,
                }
            ),
            streamed=stream,
        )
        return result

    def list_running_models(self) -> RunningModelsResponse:
        """List the loaded models.

        The models that are in memory at the moment.

        `GET /ps`
        """
        result: RunningModelsResponse = self._transport.run(_default.list_running_models.OPERATION, Arguments())
        return result

    def get_version(self) -> VersionResponse:
        """Tell the server's version.

        `GET /version`
        """
        result: VersionResponse = self._transport.run(_default.get_version.OPERATION, Arguments())
        return result


class AsyncClient:
    """Asynchronous client; `async with` or `aclose` releases its connections.

    An argument that is None is left out of the request. Nested models can be given as dicts. Every failure is an
    exception of `errors`, except that arguments of a wrong type raise pydantic.ValidationError.

    Args:
        base_url: Where the API is, with `/api` at its end.
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
            base_url = "http://localhost:11434/api"
        given = Given(
            base_url=base_url,
            prefix="/api",
            agent="ollama-native/0.1.0",
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
    async def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: str | dict[str, Any] | None = None,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        stream: Literal[True],
    ) -> AsyncStream[GenerateStreamResponse]: ...
    @overload
    async def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: str | dict[str, Any] | None = None,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        stream: Literal[False] = False,
    ) -> GenerateSingleResponse: ...
    @overload
    async def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: str | dict[str, Any] | None = None,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        stream: bool,
    ) -> GenerateSingleResponse | AsyncStream[GenerateStreamResponse]: ...
    async def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: str | dict[str, Any] | None = None,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        stream: bool = False,
    ) -> GenerateSingleResponse | AsyncStream[GenerateStreamResponse]:
        """Continue a prompt.

        Hands a prompt to the model and returns the text it produces. The answer streams as one JSON object
        per line unless stream is false; the last line has done set to true and carries the counts and
        timings. Without a prompt the model is only loaded into memory.

        `POST /generate`

        Args:
            model: Name of the model that answers.
            prompt: The text to go on from. Left out or empty, the model is loaded and nothing is written.
            suffix: Text that follows the gap, for models that can fill one in.
            images: Pictures to look at, in base64, for models that can see.
            format: Shape of the answer, either the word `json` or a JSON Schema that it has to satisfy.
            system: Instructions that stand in for the model's own.
            template: Prompt template that stands in for the model's own.
            context: Token numbers out of an earlier reply, which let the model remember it.
            raw: Give the prompt to the model as it is, past every template. The reply then has no context.
            options: Settings of one run. Whatever is left out keeps the model's own value.
            stream: Whether the answer comes line by line, or, when false, in one object.
            keep_alive: How long the model remains loaded afterwards. A string is a duration with a unit, a
                number counts seconds; zero unloads at once, anything below zero keeps the model for good.
        """
        result: GenerateSingleResponse | AsyncStream[GenerateStreamResponse] = await self._transport.run(
            _default.generate.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "prompt": prompt,
                    "suffix": suffix,
                    "images": images,
                    "format": format,
                    "system": system,
                    "template": template,
                    "context": context,
                    "raw": raw,
                    "options": options,
                    "stream": stream,
                    "keep_alive": keep_alive,
                }
            ),
            streamed=stream,
        )
        return result

    @overload
    async def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]],
        format: str | dict[str, Any] | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        stream: Literal[True],
    ) -> AsyncStream[ChatStreamResponse]: ...
    @overload
    async def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]],
        format: str | dict[str, Any] | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        stream: Literal[False] = False,
    ) -> ChatSingleResponse: ...
    @overload
    async def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]],
        format: str | dict[str, Any] | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        stream: bool,
    ) -> ChatSingleResponse | AsyncStream[ChatStreamResponse]: ...
    async def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]],
        format: str | dict[str, Any] | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        stream: bool = False,
    ) -> ChatSingleResponse | AsyncStream[ChatStreamResponse]:
        """Write the next message of a conversation.

        Takes a conversation and returns the message with which the model goes on. The answer streams as one
        JSON object per line unless stream is false; the last line has done set to true and carries the
        counts and timings.

        `POST /chat`

        Args:
            model: Name of the model that answers.
            messages: The conversation so far, oldest message first.
            format: Shape of the answer, either the word `json` or a JSON Schema that it has to satisfy.
            options: Settings of one run. Whatever is left out keeps the model's own value.
            stream: Whether the answer comes line by line, or, when false, in one object.
            keep_alive: How long the model remains loaded afterwards. A string is a duration with a unit, a
                number counts seconds; zero unloads at once, anything below zero keeps the model for good.
            tools: Tools that the model may call. Models without tool support refuse the request.
        """
        result: ChatSingleResponse | AsyncStream[ChatStreamResponse] = await self._transport.run(
            _default.chat.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "messages": messages,
                    "format": format,
                    "options": options,
                    "stream": stream,
                    "keep_alive": keep_alive,
                    "tools": tools,
                }
            ),
            streamed=stream,
        )
        return result

    async def create_embeddings(
        self,
        *,
        model: str,
        prompt: str | None = None,
        options: ModelOptions | dict[str, Any] | None = None,
        keep_alive: str | float | None = None,
    ) -> EmbeddingsResponse:
        """Turn one text into a vector.

        The older way to embed. It takes a single text per call and always answers with one object.

        `POST /embeddings`

        Args:
            model: Name of the model that embeds.
            prompt: The text. Left out or empty, the model is only loaded.
            options: Settings of one run. Whatever is left out keeps the model's own value.
            keep_alive: How long the model remains loaded afterwards, as a duration with a unit or in
                seconds.
        """
        result: EmbeddingsResponse = await self._transport.run(
            _default.create_embeddings.OPERATION,
            Arguments(fields={"model": model, "prompt": prompt, "options": options, "keep_alive": keep_alive}),
        )
        return result

    async def list_models(self) -> ListResponse:
        """List the stored models.

        Every model that is stored on this machine, whether or not it is loaded.

        `GET /tags`
        """
        result: ListResponse = await self._transport.run(_default.list_models.OPERATION, Arguments())
        return result

    async def show_model(
        self,
        *,
        model: str,
        system: str | None = None,
        options: dict[str, Any] | None = None,
        verbose: bool | None = None,
    ) -> ShowResponse:
        """Describe one model.

        What is known of a stored model: its template, parameters, license, family and metadata.

        `POST /show`

        Args:
            model: Name of the model.
            system: Instructions to show in place of the model's own.
            options: Parameters to show on top of the model's own.
            verbose: Write out long lists in the metadata as well.
        """
        result: ShowResponse = await self._transport.run(
            _default.show_model.OPERATION,
            Arguments(fields={"model": model, "system": system, "options": options, "verbose": verbose}),
        )
        return result

    @overload
    async def pull_model(
        self, *, model: str, insecure: bool | None = None, stream: Literal[True]
    ) -> AsyncStream[ProgressResponse]: ...
    @overload
    async def pull_model(
        self, *, model: str, insecure: bool | None = None, stream: Literal[False] = False
    ) -> ProgressResponse: ...
    @overload
    async def pull_model(
        self, *, model: str, insecure: bool | None = None, stream: bool
    ) -> ProgressResponse | AsyncStream[ProgressResponse]: ...
    async def pull_model(
        self, *, model: str, insecure: bool | None = None, stream: bool = False
    ) -> ProgressResponse | AsyncStream[ProgressResponse]:
        """Download a model.

        Fetches a model from the library; a download that broke off goes on where it stopped. Progress
        streams as one JSON object per line unless stream is false, and ends with the status success.

        `POST /pull`

        Args:
            model: Name of the model.
            insecure: Accept a library without a trusted connection; for development only.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
        """
        result: ProgressResponse | AsyncStream[ProgressResponse] = await self._transport.run(
            _default.pull_model.OPERATION,
            Arguments(fields={"model": model, "insecure": insecure, "stream": stream}),
            streamed=stream,
        )
        return result

    @overload
    async def push_model(
        self, *, model: str, insecure: bool | None = None, stream: Literal[True]
    ) -> AsyncStream[ProgressResponse]: ...
    @overload
    async def push_model(
        self, *, model: str, insecure: bool | None = None, stream: Literal[False] = False
    ) -> ProgressResponse: ...
    @overload
    async def push_model(
        self, *, model: str, insecure: bool | None = None, stream: bool
    ) -> ProgressResponse | AsyncStream[ProgressResponse]: ...
    async def push_model(
        self, *, model: str, insecure: bool | None = None, stream: bool = False
    ) -> ProgressResponse | AsyncStream[ProgressResponse]:
        """Upload a model.

        Sends a stored model to the library, under a namespace that the sender owns. Progress streams as one
        JSON object per line unless stream is false, and ends with the status success.

        `POST /push`

        Args:
            model: Name of the model, with its namespace.
            insecure: Accept a library without a trusted connection; for development only.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
        """
        result: ProgressResponse | AsyncStream[ProgressResponse] = await self._transport.run(
            _default.push_model.OPERATION,
            Arguments(fields={"model": model, "insecure": insecure, "stream": stream}),
            streamed=stream,
        )
        return result

    async def copy_model(self, *, source: str, destination: str) -> None:
        """Store a model under a second name.

        `POST /copy`

        Args:
            source: Name of the model.
            destination: Name of the copy.
        """
        result: None = await self._transport.run(
            _default.copy_model.OPERATION, Arguments(fields={"source": source, "destination": destination})
        )
        return result

    async def delete_model(self, *, model: str) -> None:
        """Remove a model.

        Removes a model and whatever data no other model needs. The name is sent in a JSON body.

        `DELETE /delete`

        Args:
            model: Name of the model.
        """
        result: None = await self._transport.run(_default.delete_model.OPERATION, Arguments(fields={"model": model}))
        return result

    @overload
    async def create_model(
        self,
        *,
        model: str,
        from_: str | None = None,
        files: dict[str, str] | None = None,
        adapters: dict[str, str] | None = None,
        template: str | None = None,
        license: str | Sequence[str] | None = None,
        system: str | None = None,
        parameters: dict[str, Any] | None = None,
        messages: Sequence[Message | dict[str, Any]] | None = None,
        quantize: str | None = None,
        stream: Literal[True],
    ) -> AsyncStream[ProgressResponse]: ...
    @overload
    async def create_model(
        self,
        *,
        model: str,
        from_: str | None = None,
        files: dict[str, str] | None = None,
        adapters: dict[str, str] | None = None,
        template: str | None = None,
        license: str | Sequence[str] | None = None,
        system: str | None = None,
        parameters: dict[str, Any] | None = None,
        messages: Sequence[Message | dict[str, Any]] | None = None,
        quantize: str | None = None,
        stream: Literal[False] = False,
    ) -> ProgressResponse: ...
    @overload
    async def create_model(
        self,
        *,
        model: str,
        from_: str | None = None,
        files: dict[str, str] | None = None,
        adapters: dict[str, str] | None = None,
        template: str | None = None,
        license: str | Sequence[str] | None = None,
        system: str | None = None,
        parameters: dict[str, Any] | None = None,
        messages: Sequence[Message | dict[str, Any]] | None = None,
        quantize: str | None = None,
        stream: bool,
    ) -> ProgressResponse | AsyncStream[ProgressResponse]: ...
    async def create_model(
        self,
        *,
        model: str,
        from_: str | None = None,
        files: dict[str, str] | None = None,
        adapters: dict[str, str] | None = None,
        template: str | None = None,
        license: str | Sequence[str] | None = None,
        system: str | None = None,
        parameters: dict[str, Any] | None = None,
        messages: Sequence[Message | dict[str, Any]] | None = None,
        quantize: str | None = None,
        stream: bool = False,
    ) -> ProgressResponse | AsyncStream[ProgressResponse]:
        """Make a model.

        Makes a model out of another model, or out of files that were uploaded before. The steps of the work
        stream as one JSON object per line unless stream is false, and end with the status success.

        `POST /create`

        Args:
            model: Name of the new model.
            from_: Model to start from.
            files: Uploaded weights, from file name to the digest of its data.
            adapters: Uploaded adapters, from file name to the digest of its data.
            template: Prompt template.
            license: Text of the license, or several of them.
            system: Instructions that the model always gets.
            parameters: Preset parameters by name.
            messages: Messages that every conversation begins with.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
            quantize: Level to which weights in 16 or 32 bits are reduced.
        """
        result: ProgressResponse | AsyncStream[ProgressResponse] = await self._transport.run(
            _default.create_model.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "from": from_,
                    "files": files,
                    "adapters": adapters,
                    "template": template,
                    "license": license,
                    "system": system,
                    "parameters": parameters,
                    "messages": messages,
                    "stream": stream,
                    "quantize": quantize,
                }
            ),
            streamed=stream,
        )
        return result

    async def list_running_models(self) -> RunningModelsResponse:
        """List the loaded models.

        The models that are in memory at the moment.

        `GET /ps`
        """
        result: RunningModelsResponse = await self._transport.run(_default.list_running_models.OPERATION, Arguments())
        return result

    async def get_version(self) -> VersionResponse:
        """Tell the server's version.

        `GET /version`
        """
        result: VersionResponse = await self._transport.run(_default.get_version.OPERATION, Arguments())
        return result
