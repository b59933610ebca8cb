# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The clients of the API, synchronous and asynchronous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, Self, overload

import httpx2 as httpx
from typing_extensions import deprecated

from . import _advice, _defaults
from ._operation import NOT_GIVEN, Arguments, Content, NotGiven
from ._retry import Retries
from ._security import AsyncKey as _AsyncKey
from ._security import Key as _Key
from ._security import Scheme as _Scheme
from ._settings import DEFAULT_TIMEOUT, MAX_RECORD, Given
from ._stream import AsyncStream, Stream
from ._transport import AsyncTransport, Transport
from .api import account as _account
from .api import blobs as _blobs
from .api import experimental as _experimental
from .api import inference as _inference
from .api import library as _library
from .api import server as _server
from .models import (
    ChatSingleResponse,
    ChatStreamResponse,
    EmbeddingsResponse,
    EmbedResponse,
    GenerateSingleResponse,
    GenerateStreamResponse,
    JsonMode,
    ListResponse,
    Message,
    ModelOptions,
    ModelRecommendationsResponse,
    ProgressResponse,
    RunningModelsResponse,
    ShowResponse,
    StatusResponse,
    ThinkLevel,
    Tool,
    UserResponse,
    VersionResponse,
    WebFetchResponse,
    WebSearchResponse,
)

__all__ = [
    "SERVERS",
    "AccountOperations",
    "AsyncAccountOperations",
    "AsyncBlobsOperations",
    "AsyncClient",
    "AsyncExperimentalOperations",
    "AsyncInferenceOperations",
    "AsyncLibraryOperations",
    "AsyncServerOperations",
    "BlobsOperations",
    "Client",
    "ExperimentalOperations",
    "InferenceOperations",
    "LibraryOperations",
    "ServerOperations",
]

SERVERS: Mapping[str, str] = {
    "http://localhost:11434/api": "http://localhost:11434/api",
    "The cloud, which wants a key": "https://ollama.com/api",
}
"""The servers that the API's document names, each a base URL."""

_SCHEMES = {"bearer": _Scheme(argument="bearer", prefix="Bearer ")}

_advice.unknown_path = _defaults.unknown_path


class AccountOperations:
    """The operations tagged account.

    The account at ollama.com
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def show_user(self) -> UserResponse:
        """Tell who is signed in.

        The account at ollama.com for which this server is signed in.

        `POST /me`

        Returns:
            The account.
        """
        result: UserResponse = self._transport.run(_account.show_user.OPERATION, Arguments())
        return result

    def sign_out(self) -> None:
        """Sign the server out.

        Takes this server's key from its account.

        `POST /signout`

        Returns:
            The server is signed out. The body is the word null, which says nothing.
        """
        result: None = self._transport.run(_account.sign_out.OPERATION, Arguments())
        return result

    @deprecated("DELETE /user/keys/{encodedKey} is deprecated by the API")
    def delete_user_key(self, encoded_key: str) -> None:
        """Sign the server out, the older way.

        Takes the server's key from its account, as /signout does.

        `DELETE /user/keys/{encodedKey}`

        Args:
            encoded_key: The server's public key in base64. Example: "c3NoLWVkMjU1MTkgQUFBQQ==".

        Returns:
            The server is signed out. The body is the word null, which says nothing.
        """
        result: None = self._transport.run(
            _account.delete_user_key.OPERATION, Arguments(path={"encodedKey": encoded_key})
        )
        return result


class AsyncAccountOperations:
    """The operations tagged account.

    The account at ollama.com
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def show_user(self) -> UserResponse:
        """Tell who is signed in.

        The account at ollama.com for which this server is signed in.

        `POST /me`

        Returns:
            The account.
        """
        result: UserResponse = await self._transport.run(_account.show_user.OPERATION, Arguments())
        return result

    async def sign_out(self) -> None:
        """Sign the server out.

        Takes this server's key from its account.

        `POST /signout`

        Returns:
            The server is signed out. The body is the word null, which says nothing.
        """
        result: None = await self._transport.run(_account.sign_out.OPERATION, Arguments())
        return result

    @deprecated("DELETE /user/keys/{encodedKey} is deprecated by the API")
    async def delete_user_key(self, encoded_key: str) -> None:
        """Sign the server out, the older way.

        Takes the server's key from its account, as /signout does.

        `DELETE /user/keys/{encodedKey}`

        Args:
            encoded_key: The server's public key in base64. Example: "c3NoLWVkMjU1MTkgQUFBQQ==".

        Returns:
            The server is signed out. The body is the word null, which says nothing.
        """
        result: None = await self._transport.run(
            _account.delete_user_key.OPERATION, Arguments(path={"encodedKey": encoded_key})
        )
        return result


class BlobsOperations:
    """The operations tagged blobs.

    The files that models are made of
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def upload_blob(self, digest: str, *, body: Content) -> None:
        """Upload a file.

        Keeps a file under its digest, for a model to be made of it. A file that no model uses is thrown
        away when the server starts, once it is an hour old.

        `POST /blobs/{digest}`

        Args:
            digest: The word sha256, a colon, and the SHA-256 of the file in 64 lowercase hexadecimal
                digits. Example: "sha256:6f0a0b2d5c1e4a7f9b83d2e6c4a1f7580e9d3b6c2a5f8e1d4c7b0a3f6e9d2c58".

        Returns:
            200: The file was there before, and the body was not read.
            201: The file is kept.
        """
        result: None = self._transport.run(_blobs.upload_blob.OPERATION, Arguments(path={"digest": digest}, body=body))
        return result

    def check_blob(self, digest: str) -> None:
        """Ask whether a file is there.

        Answers with a status and nothing else.

        `HEAD /blobs/{digest}`

        Args:
            digest: The word sha256, a colon, and the SHA-256 of the file in 64 lowercase hexadecimal
                digits. Example: "sha256:6f0a0b2d5c1e4a7f9b83d2e6c4a1f7580e9d3b6c2a5f8e1d4c7b0a3f6e9d2c58".

        Returns:
            The file is there.
        """
        result: None = self._transport.run(_blobs.check_blob.OPERATION, Arguments(path={"digest": digest}))
        return result


class AsyncBlobsOperations:
    """The operations tagged blobs.

    The files that models are made of
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def upload_blob(self, digest: str, *, body: Content) -> None:
        """Upload a file.

        Keeps a file under its digest, for a model to be made of it. A file that no model uses is thrown
        away when the server starts, once it is an hour old.

        `POST /blobs/{digest}`

        Args:
            digest: The word sha256, a colon, and the SHA-256 of the file in 64 lowercase hexadecimal
                digits. Example: "sha256:6f0a0b2d5c1e4a7f9b83d2e6c4a1f7580e9d3b6c2a5f8e1d4c7b0a3f6e9d2c58".

        Returns:
            200: The file was there before, and the body was not read.
            201: The file is kept.
        """
        result: None = await self._transport.run(
            _blobs.upload_blob.OPERATION, Arguments(path={"digest": digest}, body=body)
        )
        return result

    async def check_blob(self, digest: str) -> None:
        """Ask whether a file is there.

        Answers with a status and nothing else.

        `HEAD /blobs/{digest}`

        Args:
            digest: The word sha256, a colon, and the SHA-256 of the file in 64 lowercase hexadecimal
                digits. Example: "sha256:6f0a0b2d5c1e4a7f9b83d2e6c4a1f7580e9d3b6c2a5f8e1d4c7b0a3f6e9d2c58".

        Returns:
            The file is there.
        """
        result: None = await self._transport.run(_blobs.check_blob.OPERATION, Arguments(path={"digest": digest}))
        return result


class ExperimentalOperations:
    """The operations tagged experimental.

    May go without notice
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def search_web(self, *, query: str, max_results: int | None = None) -> WebSearchResponse:
        """Search the web.

        Experimental, and may go without notice. The cloud does the searching, for an account that is signed
        in.

        `POST /experimental/web_search`

        Args:
            query: The words to look for.
            max_results: Most results to give.

        Returns:
            What was found.
        """
        result: WebSearchResponse = self._transport.run(
            _experimental.search_web.OPERATION, Arguments(fields={"query": query, "max_results": max_results})
        )
        return result

    def fetch_page(self, *, url: str) -> WebFetchResponse:
        """Read a page of the web.

        Experimental, and may go without notice. The cloud does the reading, for an account that is signed
        in.

        `POST /experimental/web_fetch`

        Args:
            url: Address of the page.

        Returns:
            The page.
        """
        result: WebFetchResponse = self._transport.run(
            _experimental.fetch_page.OPERATION, Arguments(fields={"url": url})
        )
        return result

    def list_recommended_models(self) -> ModelRecommendationsResponse:
        """List models to begin with.

        Experimental, and may go without notice.

        `GET /experimental/model-recommendations`

        Returns:
            The models.
        """
        result: ModelRecommendationsResponse = self._transport.run(
            _experimental.list_recommended_models.OPERATION, Arguments()
        )
        return result


class AsyncExperimentalOperations:
    """The operations tagged experimental.

    May go without notice
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def search_web(self, *, query: str, max_results: int | None = None) -> WebSearchResponse:
        """Search the web.

        Experimental, and may go without notice. The cloud does the searching, for an account that is signed
        in.

        `POST /experimental/web_search`

        Args:
            query: The words to look for.
            max_results: Most results to give.

        Returns:
            What was found.
        """
        result: WebSearchResponse = await self._transport.run(
            _experimental.search_web.OPERATION, Arguments(fields={"query": query, "max_results": max_results})
        )
        return result

    async def fetch_page(self, *, url: str) -> WebFetchResponse:
        """Read a page of the web.

        Experimental, and may go without notice. The cloud does the reading, for an account that is signed
        in.

        `POST /experimental/web_fetch`

        Args:
            url: Address of the page.

        Returns:
            The page.
        """
        result: WebFetchResponse = await self._transport.run(
            _experimental.fetch_page.OPERATION, Arguments(fields={"url": url})
        )
        return result

    async def list_recommended_models(self) -> ModelRecommendationsResponse:
        """List models to begin with.

        Experimental, and may go without notice.

        `GET /experimental/model-recommendations`

        Returns:
            The models.
        """
        result: ModelRecommendationsResponse = await self._transport.run(
            _experimental.list_recommended_models.OPERATION, Arguments()
        )
        return result


class InferenceOperations:
    """The operations tagged inference.

    Running a model
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @overload
    def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
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
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
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
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: bool,
    ) -> GenerateSingleResponse | Stream[GenerateStreamResponse]: ...
    def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
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
            format: Shape of the answer: the word `json`, or a JSON Schema that the answer has to satisfy. A
                model that thinks is held to it only after its thoughts.
            system: Instructions that stand in for the model's own.
            template: Prompt template that stands in for the model's own.
            context: Token numbers out of an earlier reply, which let the model remember it. Deprecated.
            raw: Give the prompt to the model as it is, past every template. The reply then has no context.
            options: Settings of this run, in place of the model's own.
            stream: Whether the answer comes line by line, or, when false, in one object.
            keep_alive: How long the model remains loaded afterwards. A string is a duration with a unit, as
                in "300ms" or "1h30m" ("300" alone is refused), a number counts seconds; zero unloads at
                once, anything below zero keeps the model for good.
            think: Whether the model thinks before it answers, or how much. Left out, a model that can think
                does. Anything but false is refused by models that cannot.
            logprobs: Whether to tell how likely each token of the answer was.
            top_logprobs: How many of the likeliest tokens to list at each place; it needs logprobs.
            truncate: Whether a prompt that is too long is cut to fit; if not, it is refused. Without it the
                server takes True.
            shift: Whether older tokens give way when the window is full; if not, the answer ends there.
                Without it the server takes True.
            field_debug_render_only: Whether to give back the finished prompt, in one object, and to run
                nothing.

        Returns:
            The produced text. By default the body streams as one JSON object per line, each holding a piece
                of it; with stream false it is a single object.
        """
        result: GenerateSingleResponse | Stream[GenerateStreamResponse] = self._transport.run(
            _inference.generate.OPERATION,
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
                    "think": think,
                    "logprobs": logprobs,
                    "top_logprobs": top_logprobs,
                    "truncate": truncate,
                    "shift": shift,
                    "_debug_render_only": field_debug_render_only,
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
        messages: Sequence[Message | dict[str, Any]] | None | NotGiven = NOT_GIVEN,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: Literal[True],
    ) -> Stream[ChatStreamResponse]: ...
    @overload
    def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]] | None | NotGiven = NOT_GIVEN,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: Literal[False] = False,
    ) -> ChatSingleResponse: ...
    @overload
    def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]] | None | NotGiven = NOT_GIVEN,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: bool,
    ) -> ChatSingleResponse | Stream[ChatStreamResponse]: ...
    def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]] | None | NotGiven = NOT_GIVEN,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: bool = False,
    ) -> ChatSingleResponse | Stream[ChatStreamResponse]:
        """Write the next message of a conversation.

        Takes a conversation and returns the message with which the model goes on. The answer streams as one
        JSON object per line unless stream is false; the last line has done set to true and carries the
        counts and timings.

        `POST /chat`

        Args:
            model: Name of the model that answers.
            messages: The conversation so far, oldest message first. Left out, null or empty, the model is
                only loaded, or unloaded where keep_alive is 0.
            format: Shape of the answer: the word `json`, or a JSON Schema that the answer has to satisfy. A
                model that thinks is held to it only after its thoughts.
            options: Settings of this run, in place of the model's own.
            stream: Whether the answer comes line by line, or, when false, in one object.
            keep_alive: How long the model remains loaded afterwards. A string is a duration with a unit, as
                in "300ms" or "1h30m" ("300" alone is refused), a number counts seconds; zero unloads at
                once, anything below zero keeps the model for good.
            tools: Tools that the model may call. Models without tool support refuse the request.
            think: Whether the model thinks before it answers, or how much. Left out, a model that can think
                does. Anything but false is refused by models that cannot.
            logprobs: Whether to tell how likely each token of the answer was.
            top_logprobs: How many of the likeliest tokens to list at each place; it needs logprobs.
            truncate: Whether a prompt that is too long is cut to fit; if not, it is refused. Without it the
                server takes True.
            shift: Whether older tokens give way when the window is full; if not, the answer ends there.
                Without it the server takes True.
            field_debug_render_only: Whether to give back the finished prompt, in one object, and to run
                nothing.

        Returns:
            The next message. By default the body streams as one JSON object per line, each holding a piece
                of it; with stream false it is a single object.
        """
        result: ChatSingleResponse | Stream[ChatStreamResponse] = self._transport.run(
            _inference.chat.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "messages": messages,
                    "format": format,
                    "options": options,
                    "stream": stream,
                    "keep_alive": keep_alive,
                    "tools": tools,
                    "think": think,
                    "logprobs": logprobs,
                    "top_logprobs": top_logprobs,
                    "truncate": truncate,
                    "shift": shift,
                    "_debug_render_only": field_debug_render_only,
                }
            ),
            streamed=stream,
        )
        return result

    @deprecated("POST /embeddings is deprecated by the API")
    def create_embeddings(
        self,
        *,
        model: str,
        prompt: str | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
    ) -> EmbeddingsResponse:
        """Turn one text into a vector.

        The older way to embed, kept for older programs; use /embed. It takes a single text per call, and
        its vector is not scaled to unit length.

        `POST /embeddings`

        Args:
            model: Name of the model that embeds.
            prompt: The text. Left out or empty, the model is only loaded.
            options: Settings of this run, in place of the model's own.
            keep_alive: How long the model remains loaded afterwards, as a duration with a unit or in
                seconds.

        Returns:
            The vector of the text.
        """
        result: EmbeddingsResponse = self._transport.run(
            _inference.create_embeddings.OPERATION,
            Arguments(fields={"model": model, "prompt": prompt, "options": options, "keep_alive": keep_alive}),
        )
        return result

    def embed(
        self,
        *,
        model: str,
        input: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        dimensions: int | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
    ) -> EmbedResponse:
        """Turn texts into vectors.

        Gives one vector of unit length for each text, in the order of the texts. Without a text the model
        is only loaded, and the list of vectors is empty.

        `POST /embed`

        Args:
            model: Name of the model that embeds.
            input: One text, or a list of them. Left out, null or empty, the model is only loaded.
            truncate: Whether a text that is too long is cut to fit; if not, it is refused. Without it the
                server takes True.
            dimensions: Length of the vectors; zero, or more than the model has, leaves them whole.
            options: Settings of this run, in place of the model's own.
            keep_alive: How long the model remains loaded afterwards, as a duration with a unit or in
                seconds.

        Returns:
            One vector for each text.
        """
        result: EmbedResponse = self._transport.run(
            _inference.embed.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "input": input,
                    "truncate": truncate,
                    "dimensions": dimensions,
                    "options": options,
                    "keep_alive": keep_alive,
                }
            ),
        )
        return result


class AsyncInferenceOperations:
    """The operations tagged inference.

    Running a model
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    @overload
    async def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
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
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
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
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: bool,
    ) -> GenerateSingleResponse | AsyncStream[GenerateStreamResponse]: ...
    async def generate(
        self,
        *,
        model: str,
        prompt: str | None = None,
        suffix: str | None = None,
        images: Sequence[str] | None = None,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        system: str | None = None,
        template: str | None = None,
        context: Sequence[int] | None = None,
        raw: bool | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
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
            format: Shape of the answer: the word `json`, or a JSON Schema that the answer has to satisfy. A
                model that thinks is held to it only after its thoughts.
            system: Instructions that stand in for the model's own.
            template: Prompt template that stands in for the model's own.
            context: Token numbers out of an earlier reply, which let the model remember it. Deprecated.
            raw: Give the prompt to the model as it is, past every template. The reply then has no context.
            options: Settings of this run, in place of the model's own.
            stream: Whether the answer comes line by line, or, when false, in one object.
            keep_alive: How long the model remains loaded afterwards. A string is a duration with a unit, as
                in "300ms" or "1h30m" ("300" alone is refused), a number counts seconds; zero unloads at
                once, anything below zero keeps the model for good.
            think: Whether the model thinks before it answers, or how much. Left out, a model that can think
                does. Anything but false is refused by models that cannot.
            logprobs: Whether to tell how likely each token of the answer was.
            top_logprobs: How many of the likeliest tokens to list at each place; it needs logprobs.
            truncate: Whether a prompt that is too long is cut to fit; if not, it is refused. Without it the
                server takes True.
            shift: Whether older tokens give way when the window is full; if not, the answer ends there.
                Without it the server takes True.
            field_debug_render_only: Whether to give back the finished prompt, in one object, and to run
                nothing.

        Returns:
            The produced text. By default the body streams as one JSON object per line, each holding a piece
                of it; with stream false it is a single object.
        """
        result: GenerateSingleResponse | AsyncStream[GenerateStreamResponse] = await self._transport.run(
            _inference.generate.OPERATION,
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
                    "think": think,
                    "logprobs": logprobs,
                    "top_logprobs": top_logprobs,
                    "truncate": truncate,
                    "shift": shift,
                    "_debug_render_only": field_debug_render_only,
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
        messages: Sequence[Message | dict[str, Any]] | None | NotGiven = NOT_GIVEN,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: Literal[True],
    ) -> AsyncStream[ChatStreamResponse]: ...
    @overload
    async def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]] | None | NotGiven = NOT_GIVEN,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: Literal[False] = False,
    ) -> ChatSingleResponse: ...
    @overload
    async def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]] | None | NotGiven = NOT_GIVEN,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: bool,
    ) -> ChatSingleResponse | AsyncStream[ChatStreamResponse]: ...
    async def chat(
        self,
        *,
        model: str,
        messages: Sequence[Message | dict[str, Any]] | None | NotGiven = NOT_GIVEN,
        format: JsonMode | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
        tools: Sequence[Tool | dict[str, Any]] | None = None,
        think: bool | ThinkLevel | None | NotGiven = NOT_GIVEN,
        logprobs: bool | None = None,
        top_logprobs: int | None = None,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        shift: bool | None | NotGiven = NOT_GIVEN,
        field_debug_render_only: bool | None = None,
        stream: bool = False,
    ) -> ChatSingleResponse | AsyncStream[ChatStreamResponse]:
        """Write the next message of a conversation.

        Takes a conversation and returns the message with which the model goes on. The answer streams as one
        JSON object per line unless stream is false; the last line has done set to true and carries the
        counts and timings.

        `POST /chat`

        Args:
            model: Name of the model that answers.
            messages: The conversation so far, oldest message first. Left out, null or empty, the model is
                only loaded, or unloaded where keep_alive is 0.
            format: Shape of the answer: the word `json`, or a JSON Schema that the answer has to satisfy. A
                model that thinks is held to it only after its thoughts.
            options: Settings of this run, in place of the model's own.
            stream: Whether the answer comes line by line, or, when false, in one object.
            keep_alive: How long the model remains loaded afterwards. A string is a duration with a unit, as
                in "300ms" or "1h30m" ("300" alone is refused), a number counts seconds; zero unloads at
                once, anything below zero keeps the model for good.
            tools: Tools that the model may call. Models without tool support refuse the request.
            think: Whether the model thinks before it answers, or how much. Left out, a model that can think
                does. Anything but false is refused by models that cannot.
            logprobs: Whether to tell how likely each token of the answer was.
            top_logprobs: How many of the likeliest tokens to list at each place; it needs logprobs.
            truncate: Whether a prompt that is too long is cut to fit; if not, it is refused. Without it the
                server takes True.
            shift: Whether older tokens give way when the window is full; if not, the answer ends there.
                Without it the server takes True.
            field_debug_render_only: Whether to give back the finished prompt, in one object, and to run
                nothing.

        Returns:
            The next message. By default the body streams as one JSON object per line, each holding a piece
                of it; with stream false it is a single object.
        """
        result: ChatSingleResponse | AsyncStream[ChatStreamResponse] = await self._transport.run(
            _inference.chat.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "messages": messages,
                    "format": format,
                    "options": options,
                    "stream": stream,
                    "keep_alive": keep_alive,
                    "tools": tools,
                    "think": think,
                    "logprobs": logprobs,
                    "top_logprobs": top_logprobs,
                    "truncate": truncate,
                    "shift": shift,
                    "_debug_render_only": field_debug_render_only,
                }
            ),
            streamed=stream,
        )
        return result

    @deprecated("POST /embeddings is deprecated by the API")
    async def create_embeddings(
        self,
        *,
        model: str,
        prompt: str | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
    ) -> EmbeddingsResponse:
        """Turn one text into a vector.

        The older way to embed, kept for older programs; use /embed. It takes a single text per call, and
        its vector is not scaled to unit length.

        `POST /embeddings`

        Args:
            model: Name of the model that embeds.
            prompt: The text. Left out or empty, the model is only loaded.
            options: Settings of this run, in place of the model's own.
            keep_alive: How long the model remains loaded afterwards, as a duration with a unit or in
                seconds.

        Returns:
            The vector of the text.
        """
        result: EmbeddingsResponse = await self._transport.run(
            _inference.create_embeddings.OPERATION,
            Arguments(fields={"model": model, "prompt": prompt, "options": options, "keep_alive": keep_alive}),
        )
        return result

    async def embed(
        self,
        *,
        model: str,
        input: str | Sequence[str] | None | NotGiven = NOT_GIVEN,
        truncate: bool | None | NotGiven = NOT_GIVEN,
        dimensions: int | None = None,
        options: ModelOptions | dict[str, Any] | None | NotGiven = NOT_GIVEN,
        keep_alive: str | float | None | NotGiven = NOT_GIVEN,
    ) -> EmbedResponse:
        """Turn texts into vectors.

        Gives one vector of unit length for each text, in the order of the texts. Without a text the model
        is only loaded, and the list of vectors is empty.

        `POST /embed`

        Args:
            model: Name of the model that embeds.
            input: One text, or a list of them. Left out, null or empty, the model is only loaded.
            truncate: Whether a text that is too long is cut to fit; if not, it is refused. Without it the
                server takes True.
            dimensions: Length of the vectors; zero, or more than the model has, leaves them whole.
            options: Settings of this run, in place of the model's own.
            keep_alive: How long the model remains loaded afterwards, as a duration with a unit or in
                seconds.

        Returns:
            One vector for each text.
        """
        result: EmbedResponse = await self._transport.run(
            _inference.embed.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "input": input,
                    "truncate": truncate,
                    "dimensions": dimensions,
                    "options": options,
                    "keep_alive": keep_alive,
                }
            ),
        )
        return result


class LibraryOperations:
    """The operations tagged library.

    The models on this machine, and how they come and go
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list_models(self) -> ListResponse:
        """List the stored models.

        Every model that is stored on this machine, whether or not it is loaded.

        `GET /tags`

        Returns:
            The stored models.
        """
        result: ListResponse = self._transport.run(_library.list_models.OPERATION, Arguments())
        return result

    def check_models(self) -> None:
        """Ask whether the stored models can be listed.

        `HEAD /tags`

        Returns:
            They can.
        """
        result: None = self._transport.run(_library.check_models.OPERATION, Arguments())
        return result

    def show_model(
        self,
        *,
        model: str,
        system: str | None = None,
        options: dict[str, Any] | None | NotGiven = NOT_GIVEN,
        verbose: bool | None = None,
        template: str | None = None,
        name: str | None = None,
    ) -> ShowResponse:
        """Describe one model.

        What is known of a stored model: its template, parameters, license, family and metadata.

        `POST /show`

        Args:
            model: Name of the model.
            system: Instructions to show in place of the model's own.
            options: Parameters to show on top of the model's own.
            verbose: Write out long lists in the metadata as well.
            template: Passed over. Deprecated.
            name: The older name of model; read where model is empty. Deprecated.

        Returns:
            The model's description.
        """
        result: ShowResponse = self._transport.run(
            _library.show_model.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "system": system,
                    "options": options,
                    "verbose": verbose,
                    "template": template,
                    "name": name,
                }
            ),
        )
        return result

    @overload
    def pull_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: Literal[True],
    ) -> Stream[ProgressResponse]: ...
    @overload
    def pull_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: Literal[False] = False,
    ) -> ProgressResponse: ...
    @overload
    def pull_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: bool,
    ) -> ProgressResponse | Stream[ProgressResponse]: ...
    def pull_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: bool = False,
    ) -> ProgressResponse | Stream[ProgressResponse]:
        """Download a model.

        Fetches a model from the library; a download that broke off goes on where it stopped. Progress
        streams as one JSON object per line unless stream is false, and ends with the status success.

        `POST /pull`

        Args:
            model: Name of the model.
            insecure: Accept a library without a trusted connection; for development only.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
            name: The older name of model; read where model is empty. Deprecated.
            username: Passed over. Deprecated.
            password: Passed over. Do not send one. Deprecated.

        Returns:
            How far the download is. The body streams as one JSON object per line; with stream false only
                the final object is sent.
        """
        result: ProgressResponse | Stream[ProgressResponse] = self._transport.run(
            _library.pull_model.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "insecure": insecure,
                    "stream": stream,
                    "name": name,
                    "username": username,
                    "password": password,
                }
            ),
            streamed=stream,
        )
        return result

    @overload
    def push_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: Literal[True],
    ) -> Stream[ProgressResponse]: ...
    @overload
    def push_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: Literal[False] = False,
    ) -> ProgressResponse: ...
    @overload
    def push_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: bool,
    ) -> ProgressResponse | Stream[ProgressResponse]: ...
    def push_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: bool = False,
    ) -> ProgressResponse | Stream[ProgressResponse]:
        """Upload a model.

        Sends a stored model to the library, under a namespace that the sender owns. Progress streams as one
        JSON object per line unless stream is false, and ends with the status success.

        `POST /push`

        Args:
            model: Name of the model, with its namespace.
            insecure: Accept a library without a trusted connection; for development only.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
            name: The older name of model; read where model is empty. Deprecated.
            username: Passed over. Deprecated.
            password: Passed over. Do not send one. Deprecated.

        Returns:
            How far the upload is. The body streams as one JSON object per line; with stream false only the
                final object is sent.
        """
        result: ProgressResponse | Stream[ProgressResponse] = self._transport.run(
            _library.push_model.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "insecure": insecure,
                    "stream": stream,
                    "name": name,
                    "username": username,
                    "password": password,
                }
            ),
            streamed=stream,
        )
        return result

    def copy_model(self, *, source: str, destination: str) -> None:
        """Store a model under a second name.

        `POST /copy`

        Args:
            source: Name of the model.
            destination: Name of the copy.

        Returns:
            The copy exists; there is no body.
        """
        result: None = self._transport.run(
            _library.copy_model.OPERATION, Arguments(fields={"source": source, "destination": destination})
        )
        return result

    def delete_model(self, *, model: str, name: str | None = None) -> None:
        """Remove a model.

        Removes a model and whatever data no other model needs. The name is sent in a JSON body.

        `DELETE /delete`

        Args:
            model: Name of the model.
            name: The older name of model; read where model is empty. Deprecated.

        Returns:
            The model is gone; there is no body.
        """
        result: None = self._transport.run(
            _library.delete_model.OPERATION, Arguments(fields={"model": model, "name": name})
        )
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
        remote_host: str | None = None,
        draft_files: dict[str, str] | None = None,
        draft_quantize: str | None = None,
        renderer: str | None = None,
        parser: str | None = None,
        requires: str | None = None,
        info: dict[str, Any] | None = None,
        name: str | None = None,
        quantization: str | None = None,
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
        remote_host: str | None = None,
        draft_files: dict[str, str] | None = None,
        draft_quantize: str | None = None,
        renderer: str | None = None,
        parser: str | None = None,
        requires: str | None = None,
        info: dict[str, Any] | None = None,
        name: str | None = None,
        quantization: str | None = None,
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
        remote_host: str | None = None,
        draft_files: dict[str, str] | None = None,
        draft_quantize: str | None = None,
        renderer: str | None = None,
        parser: str | None = None,
        requires: str | None = None,
        info: dict[str, Any] | None = None,
        name: str | None = None,
        quantization: str | None = None,
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
        remote_host: str | None = None,
        draft_files: dict[str, str] | None = None,
        draft_quantize: str | None = None,
        renderer: str | None = None,
        parser: str | None = None,
        requires: str | None = None,
        info: dict[str, Any] | None = None,
        name: str | None = None,
        quantization: str | None = None,
        stream: bool = False,
    ) -> ProgressResponse | Stream[ProgressResponse]:
        """Make a model.

        Makes a model out of another model, or out of files that were uploaded before. The steps of the work
        stream as one JSON object per line unless stream is false, and end with the status success.

        `POST /create`

        Args:
            model: Name of the new model.
            from_: Model to start from; one that is not stored yet is downloaded.
            files: Uploaded weights, from file name to the digest of its data.
            adapters: Uploaded adapters, from file name to the digest of its data.
            template: Prompt template.
            license: Text of the license, or several of them.
            system: Instructions that the model always gets.
            parameters: Preset parameters by name.
            messages: Messages that every conversation begins with.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
            quantize: Level to which weights in 16 or 32 bits are reduced.
            remote_host: Host of the model to start from; the new model will only stand for it.
            draft_files: Uploaded weights of a model that drafts tokens, from file name to the digest of its
                data.
            draft_quantize: Level to which the weights of the drafting model are reduced; it needs
                draft_files.
            renderer: Name of the built-in code that writes prompts for the model.
            parser: Name of the built-in code that reads what the model writes.
            requires: The oldest server that can run the model.
            info: What is known of the model: capabilities, model_family, base_name, quantization_level,
                parameter_size, context_length and embedding_length are looked at.
            name: The older name of model; read where model is empty. Deprecated.
            quantization: The older name of quantize. Deprecated.

        Returns:
            How far the work is. The body streams as one JSON object per line; with stream false only the
                final object is sent.
        """
        result: ProgressResponse | Stream[ProgressResponse] = self._transport.run(
            _library.create_model.OPERATION,
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
                    "remote_host": remote_host,
                    "draft_files": draft_files,
                    "draft_quantize": draft_quantize,
                    "renderer": renderer,
                    "parser": parser,
                    "requires": requires,
                    "info": info,
                    "name": name,
                    "quantization": quantization,
                }
            ),
            streamed=stream,
        )
        return result

    def list_running_models(self) -> RunningModelsResponse:
        """List the loaded models.

        The models that are in memory at the moment.

        `GET /ps`

        Returns:
            The loaded models.
        """
        result: RunningModelsResponse = self._transport.run(_library.list_running_models.OPERATION, Arguments())
        return result


class AsyncLibraryOperations:
    """The operations tagged library.

    The models on this machine, and how they come and go
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list_models(self) -> ListResponse:
        """List the stored models.

        Every model that is stored on this machine, whether or not it is loaded.

        `GET /tags`

        Returns:
            The stored models.
        """
        result: ListResponse = await self._transport.run(_library.list_models.OPERATION, Arguments())
        return result

    async def check_models(self) -> None:
        """Ask whether the stored models can be listed.

        `HEAD /tags`

        Returns:
            They can.
        """
        result: None = await self._transport.run(_library.check_models.OPERATION, Arguments())
        return result

    async def show_model(
        self,
        *,
        model: str,
        system: str | None = None,
        options: dict[str, Any] | None | NotGiven = NOT_GIVEN,
        verbose: bool | None = None,
        template: str | None = None,
        name: str | None = None,
    ) -> ShowResponse:
        """Describe one model.

        What is known of a stored model: its template, parameters, license, family and metadata.

        `POST /show`

        Args:
            model: Name of the model.
            system: Instructions to show in place of the model's own.
            options: Parameters to show on top of the model's own.
            verbose: Write out long lists in the metadata as well.
            template: Passed over. Deprecated.
            name: The older name of model; read where model is empty. Deprecated.

        Returns:
            The model's description.
        """
        result: ShowResponse = await self._transport.run(
            _library.show_model.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "system": system,
                    "options": options,
                    "verbose": verbose,
                    "template": template,
                    "name": name,
                }
            ),
        )
        return result

    @overload
    async def pull_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: Literal[True],
    ) -> AsyncStream[ProgressResponse]: ...
    @overload
    async def pull_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: Literal[False] = False,
    ) -> ProgressResponse: ...
    @overload
    async def pull_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: bool,
    ) -> ProgressResponse | AsyncStream[ProgressResponse]: ...
    async def pull_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: bool = False,
    ) -> ProgressResponse | AsyncStream[ProgressResponse]:
        """Download a model.

        Fetches a model from the library; a download that broke off goes on where it stopped. Progress
        streams as one JSON object per line unless stream is false, and ends with the status success.

        `POST /pull`

        Args:
            model: Name of the model.
            insecure: Accept a library without a trusted connection; for development only.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
            name: The older name of model; read where model is empty. Deprecated.
            username: Passed over. Deprecated.
            password: Passed over. Do not send one. Deprecated.

        Returns:
            How far the download is. The body streams as one JSON object per line; with stream false only
                the final object is sent.
        """
        result: ProgressResponse | AsyncStream[ProgressResponse] = await self._transport.run(
            _library.pull_model.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "insecure": insecure,
                    "stream": stream,
                    "name": name,
                    "username": username,
                    "password": password,
                }
            ),
            streamed=stream,
        )
        return result

    @overload
    async def push_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: Literal[True],
    ) -> AsyncStream[ProgressResponse]: ...
    @overload
    async def push_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: Literal[False] = False,
    ) -> ProgressResponse: ...
    @overload
    async def push_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: bool,
    ) -> ProgressResponse | AsyncStream[ProgressResponse]: ...
    async def push_model(
        self,
        *,
        model: str,
        insecure: bool | None = None,
        name: str | None = None,
        username: str | None = None,
        password: str | None = None,
        stream: bool = False,
    ) -> ProgressResponse | AsyncStream[ProgressResponse]:
        """Upload a model.

        Sends a stored model to the library, under a namespace that the sender owns. Progress streams as one
        JSON object per line unless stream is false, and ends with the status success.

        `POST /push`

        Args:
            model: Name of the model, with its namespace.
            insecure: Accept a library without a trusted connection; for development only.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
            name: The older name of model; read where model is empty. Deprecated.
            username: Passed over. Deprecated.
            password: Passed over. Do not send one. Deprecated.

        Returns:
            How far the upload is. The body streams as one JSON object per line; with stream false only the
                final object is sent.
        """
        result: ProgressResponse | AsyncStream[ProgressResponse] = await self._transport.run(
            _library.push_model.OPERATION,
            Arguments(
                fields={
                    "model": model,
                    "insecure": insecure,
                    "stream": stream,
                    "name": name,
                    "username": username,
                    "password": password,
                }
            ),
            streamed=stream,
        )
        return result

    async def copy_model(self, *, source: str, destination: str) -> None:
        """Store a model under a second name.

        `POST /copy`

        Args:
            source: Name of the model.
            destination: Name of the copy.

        Returns:
            The copy exists; there is no body.
        """
        result: None = await self._transport.run(
            _library.copy_model.OPERATION, Arguments(fields={"source": source, "destination": destination})
        )
        return result

    async def delete_model(self, *, model: str, name: str | None = None) -> None:
        """Remove a model.

        Removes a model and whatever data no other model needs. The name is sent in a JSON body.

        `DELETE /delete`

        Args:
            model: Name of the model.
            name: The older name of model; read where model is empty. Deprecated.

        Returns:
            The model is gone; there is no body.
        """
        result: None = await self._transport.run(
            _library.delete_model.OPERATION, Arguments(fields={"model": model, "name": name})
        )
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
        remote_host: str | None = None,
        draft_files: dict[str, str] | None = None,
        draft_quantize: str | None = None,
        renderer: str | None = None,
        parser: str | None = None,
        requires: str | None = None,
        info: dict[str, Any] | None = None,
        name: str | None = None,
        quantization: str | None = None,
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
        remote_host: str | None = None,
        draft_files: dict[str, str] | None = None,
        draft_quantize: str | None = None,
        renderer: str | None = None,
        parser: str | None = None,
        requires: str | None = None,
        info: dict[str, Any] | None = None,
        name: str | None = None,
        quantization: str | None = None,
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
        remote_host: str | None = None,
        draft_files: dict[str, str] | None = None,
        draft_quantize: str | None = None,
        renderer: str | None = None,
        parser: str | None = None,
        requires: str | None = None,
        info: dict[str, Any] | None = None,
        name: str | None = None,
        quantization: str | None = None,
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
        remote_host: str | None = None,
        draft_files: dict[str, str] | None = None,
        draft_quantize: str | None = None,
        renderer: str | None = None,
        parser: str | None = None,
        requires: str | None = None,
        info: dict[str, Any] | None = None,
        name: str | None = None,
        quantization: str | None = None,
        stream: bool = False,
    ) -> ProgressResponse | AsyncStream[ProgressResponse]:
        """Make a model.

        Makes a model out of another model, or out of files that were uploaded before. The steps of the work
        stream as one JSON object per line unless stream is false, and end with the status success.

        `POST /create`

        Args:
            model: Name of the new model.
            from_: Model to start from; one that is not stored yet is downloaded.
            files: Uploaded weights, from file name to the digest of its data.
            adapters: Uploaded adapters, from file name to the digest of its data.
            template: Prompt template.
            license: Text of the license, or several of them.
            system: Instructions that the model always gets.
            parameters: Preset parameters by name.
            messages: Messages that every conversation begins with.
            stream: Whether progress comes line by line, or, when false, only the result is sent.
            quantize: Level to which weights in 16 or 32 bits are reduced.
            remote_host: Host of the model to start from; the new model will only stand for it.
            draft_files: Uploaded weights of a model that drafts tokens, from file name to the digest of its
                data.
            draft_quantize: Level to which the weights of the drafting model are reduced; it needs
                draft_files.
            renderer: Name of the built-in code that writes prompts for the model.
            parser: Name of the built-in code that reads what the model writes.
            requires: The oldest server that can run the model.
            info: What is known of the model: capabilities, model_family, base_name, quantization_level,
                parameter_size, context_length and embedding_length are looked at.
            name: The older name of model; read where model is empty. Deprecated.
            quantization: The older name of quantize. Deprecated.

        Returns:
            How far the work is. The body streams as one JSON object per line; with stream false only the
                final object is sent.
        """
        result: ProgressResponse | AsyncStream[ProgressResponse] = await self._transport.run(
            _library.create_model.OPERATION,
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
                    "remote_host": remote_host,
                    "draft_files": draft_files,
                    "draft_quantize": draft_quantize,
                    "renderer": renderer,
                    "parser": parser,
                    "requires": requires,
                    "info": info,
                    "name": name,
                    "quantization": quantization,
                }
            ),
            streamed=stream,
        )
        return result

    async def list_running_models(self) -> RunningModelsResponse:
        """List the loaded models.

        The models that are in memory at the moment.

        `GET /ps`

        Returns:
            The loaded models.
        """
        result: RunningModelsResponse = await self._transport.run(_library.list_running_models.OPERATION, Arguments())
        return result


class ServerOperations:
    """The operations tagged server.

    The server itself
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get_version(self) -> VersionResponse:
        """Tell the server's version.

        `GET /version`

        Returns:
            The version.
        """
        result: VersionResponse = self._transport.run(_server.get_version.OPERATION, Arguments())
        return result

    def check_version(self) -> None:
        """Ask whether the server tells its version.

        `HEAD /version`

        Returns:
            It does.
        """
        result: None = self._transport.run(_server.check_version.OPERATION, Arguments())
        return result

    def get_greeting(self) -> str:
        """Get the server's greeting.

        `GET /`

        Returns:
            The server runs.
        """
        result: str = self._transport.run(_server.get_greeting.OPERATION, Arguments())
        return result

    def ping_server(self) -> None:
        """Ask whether the server runs.

        `HEAD /`

        Returns:
            The server runs.
        """
        result: None = self._transport.run(_server.ping_server.OPERATION, Arguments())
        return result

    def get_status(self) -> StatusResponse:
        """Tell what the server may do.

        Whether the server may use the cloud, and who decided that.

        `GET /status`

        Returns:
            The state of the server.
        """
        result: StatusResponse = self._transport.run(_server.get_status.OPERATION, Arguments())
        return result


class AsyncServerOperations:
    """The operations tagged server.

    The server itself
    """

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get_version(self) -> VersionResponse:
        """Tell the server's version.

        `GET /version`

        Returns:
            The version.
        """
        result: VersionResponse = await self._transport.run(_server.get_version.OPERATION, Arguments())
        return result

    async def check_version(self) -> None:
        """Ask whether the server tells its version.

        `HEAD /version`

        Returns:
            It does.
        """
        result: None = await self._transport.run(_server.check_version.OPERATION, Arguments())
        return result

    async def get_greeting(self) -> str:
        """Get the server's greeting.

        `GET /`

        Returns:
            The server runs.
        """
        result: str = await self._transport.run(_server.get_greeting.OPERATION, Arguments())
        return result

    async def ping_server(self) -> None:
        """Ask whether the server runs.

        `HEAD /`

        Returns:
            The server runs.
        """
        result: None = await self._transport.run(_server.ping_server.OPERATION, Arguments())
        return result

    async def get_status(self) -> StatusResponse:
        """Tell what the server may do.

        Whether the server may use the cloud, and who decided that.

        `GET /status`

        Returns:
            The state of the server.
        """
        result: StatusResponse = await self._transport.run(_server.get_status.OPERATION, Arguments())
        return result


class Client(
    AccountOperations, BlobsOperations, ExperimentalOperations, InferenceOperations, LibraryOperations, ServerOperations
):
    """Synchronous client; `with` or `close` releases its connections.

    An argument that is None is left out of the request; where the default is NOT_GIVEN, None is sent as null. Nested
    models can be given as dicts. Every failure is an exception of `errors`, except that arguments of a wrong type raise
    pydantic.ValidationError.

    Args:
        base_url: Where the API is, with `/api` at its end. The settings of the environment decide where it is not given.
        api_key: Another name for `bearer`, the one key of this API.
        bearer: Sent as a bearer token. A key of an account at ollama.com. Servers on a machine of one's own do not
            look at it. A callable is asked for one before each request. It goes to the server of `base_url`
            only, and to another machine only by https.
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
        bearer: _Key | None = None,
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
            base_url = _defaults.base_url() or "http://localhost:11434/api"
        given = Given(
            base_url=base_url,
            prefix="/api",
            agent="ollama-native/0.1.0",
            api_key=api_key,
            default_key=_defaults.api_key(base_url),
            schemes=_SCHEMES,
            security=(("bearer",),),
            single="bearer",
            keys={"bearer": bearer},
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
    def account(self) -> AccountOperations:
        """The operations tagged account."""
        return AccountOperations(self._transport)

    @cached_property
    def blobs(self) -> BlobsOperations:
        """The operations tagged blobs."""
        return BlobsOperations(self._transport)

    @cached_property
    def experimental(self) -> ExperimentalOperations:
        """The operations tagged experimental."""
        return ExperimentalOperations(self._transport)

    @cached_property
    def inference(self) -> InferenceOperations:
        """The operations tagged inference."""
        return InferenceOperations(self._transport)

    @cached_property
    def library(self) -> LibraryOperations:
        """The operations tagged library."""
        return LibraryOperations(self._transport)

    @cached_property
    def server(self) -> ServerOperations:
        """The operations tagged server."""
        return ServerOperations(self._transport)


class AsyncClient(
    AsyncAccountOperations,
    AsyncBlobsOperations,
    AsyncExperimentalOperations,
    AsyncInferenceOperations,
    AsyncLibraryOperations,
    AsyncServerOperations,
):
    """Asynchronous client; `async with` or `aclose` releases its connections.

    An argument that is None is left out of the request; where the default is NOT_GIVEN, None is sent as null. Nested
    models can be given as dicts. Every failure is an exception of `errors`, except that arguments of a wrong type raise
    pydantic.ValidationError.

    Args:
        base_url: Where the API is, with `/api` at its end. The settings of the environment decide where it is not given.
        api_key: Another name for `bearer`, the one key of this API.
        bearer: Sent as a bearer token. A key of an account at ollama.com. Servers on a machine of one's own do not
            look at it. A callable is asked for one before each request. It goes to the server of `base_url`
            only, and to another machine only by https.
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
        bearer: _AsyncKey | None = None,
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
            base_url = _defaults.base_url() or "http://localhost:11434/api"
        given = Given(
            base_url=base_url,
            prefix="/api",
            agent="ollama-native/0.1.0",
            api_key=api_key,
            default_key=_defaults.api_key(base_url),
            schemes=_SCHEMES,
            security=(("bearer",),),
            single="bearer",
            keys={"bearer": bearer},
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
    def account(self) -> AsyncAccountOperations:
        """The operations tagged account."""
        return AsyncAccountOperations(self._transport)

    @cached_property
    def blobs(self) -> AsyncBlobsOperations:
        """The operations tagged blobs."""
        return AsyncBlobsOperations(self._transport)

    @cached_property
    def experimental(self) -> AsyncExperimentalOperations:
        """The operations tagged experimental."""
        return AsyncExperimentalOperations(self._transport)

    @cached_property
    def inference(self) -> AsyncInferenceOperations:
        """The operations tagged inference."""
        return AsyncInferenceOperations(self._transport)

    @cached_property
    def library(self) -> AsyncLibraryOperations:
        """The operations tagged library."""
        return AsyncLibraryOperations(self._transport)

    @cached_property
    def server(self) -> AsyncServerOperations:
        """The operations tagged server."""
        return AsyncServerOperations(self._transport)
