# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Sends the requests of the client and reads the answers."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from http import HTTPStatus
from typing import Any, Self, TypeVar

import httpx2 as httpx

from ._failure import connection_error
from ._log import log_answer, log_request, log_retry
from ._operation import Arguments, Operation
from ._prepare import asynchronous, leave_out, make_request, prepare
from ._redirect import Way
from ._response import check_stream, read_result
from ._security import Signature, leave_keys_behind
from ._settings import Settings, Target
from ._stream import AsyncStream, Stream

_Http = TypeVar("_Http", httpx.Client, httpx.AsyncClient)

_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=20)

_seen: ContextVar[list[httpx.Response] | None] = ContextVar("_seen", default=None)

sink: ContextVar[Any] = ContextVar("sink", default=None)
"""The file that the answer of a call goes to, where a caller asked for that."""


@contextmanager
def record_responses() -> Iterator[list[httpx.Response]]:
    """Collect the HTTP responses behind the results of the block, for their status and headers."""
    seen: list[httpx.Response] = []
    token = _seen.set(seen)
    try:
        yield seen
    finally:
        _seen.reset(token)


class Transport:
    """One HTTP client with the settings of all requests."""

    def __init__(
        self,
        settings: Settings,
        http: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
        proxy: str | httpx.Proxy | None = None,
    ) -> None:
        self.settings = settings
        self.http = http or _bare(httpx.Client(transport=transport, proxy=proxy, limits=_LIMITS, **_own(settings)))
        self._owned = http is None

    def run(
        self,
        operation: Operation,
        arguments: Arguments,
        *,
        streamed: bool = False,
        extra: Mapping[str, Any] | None = None,
    ) -> Any:
        """The result of an operation, or its stream; raises APIError."""
        target = self.settings.target(operation)
        if (file := sink.get()) is not None:
            return file.fetch(self, target, operation, arguments, extra)
        response = self._ask(target, operation, arguments, extra, streamed=streamed)
        if streamed and response.is_success and operation.streaming:
            try:
                check_stream(response, operation, target.address)
            except BaseException:
                response.close()
                raise
            return Stream[Any](response, operation.streaming, self.settings.max_record)
        return read_result(response, operation, target)

    def page(
        self, operation: Operation, arguments: Arguments, extra: Mapping[str, Any] | None, url: str
    ) -> tuple[Any, httpx.Response]:
        """The result of an operation and its response; a `url` is asked in place of that of the arguments."""
        target = self.settings.target(operation)
        response = self._ask(target, operation, arguments, extra, url=url)
        return read_result(response, operation, target), response

    def _ask(
        self,
        target: Target,
        operation: Operation,
        arguments: Arguments,
        extra: Mapping[str, Any] | None,
        *,
        streamed: bool = False,
        url: str = "",
    ) -> httpx.Response:
        built = prepare(self.settings, target, operation, arguments, extra, streamed=streamed, url=url)
        request = make_request(self.http, built)
        target.signature.sign(request, self.http)
        leave_out(request, extra)
        return self._send(request, target.signature, streamed=streamed)

    def _send(self, request: httpx.Request, signature: Signature, *, streamed: bool) -> httpx.Response:
        attempt, renewed = 0, False
        while True:
            since = log_request(request)
            try:
                response = self.http.send(request, stream=streamed, follow_redirects=False, **signature.more)
                if self.http.follow_redirects:
                    response = self._followed(response, signature, streamed=streamed)
                if streamed and not response.is_success:
                    response.read()
            except httpx.RequestError as error:
                wait = self.settings.retries.after_error(request, error, attempt)
                failure = connection_error(error, request)
                if wait is None:
                    raise failure from error
                log_retry(request, wait, failure)
            else:
                log_answer(request, response, since)
                if response.status_code == HTTPStatus.UNAUTHORIZED and not renewed and signature.renews(request):
                    renewed = True
                    signature.sign(request, self.http)
                    continue
                wait = self.settings.retries.after_answer(request, response, attempt)
                if wait is None:
                    return _noted(response)
                log_retry(request, wait, response.status_code)
            time.sleep(wait)
            attempt += 1

    def _followed(self, response: httpx.Response, signature: Signature, *, streamed: bool) -> httpx.Response:
        """The answer at the end of redirects; from the first other server on no key is sent."""
        way = Way(response, self.http.max_redirects)
        while (request := way.further(response)) is not None:
            response.read()
            if way.is_home:
                signature.sign(request, self.http)
            else:
                leave_keys_behind(request, self.settings.keys.schemes.values())
            more = signature.more if way.is_home else {"auth": None}
            response = self.http.send(request, stream=streamed, follow_redirects=False, **more)
        return response

    def changed(self, settings: Settings) -> Self:
        """The same connections with other settings; to close it closes nothing."""
        return type(self)(settings, self.http)

    def close(self) -> None:
        """Close the connections, unless the HTTP client was given."""
        if self._owned:
            self.http.close()


class AsyncTransport:
    """One asynchronous HTTP client with the settings of all requests."""

    def __init__(
        self,
        settings: Settings,
        http: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        proxy: str | httpx.Proxy | None = None,
    ) -> None:
        self.settings = settings
        self.http = http or _bare(httpx.AsyncClient(transport=transport, proxy=proxy, limits=_LIMITS, **_own(settings)))
        self._owned = http is None

    async def run(
        self,
        operation: Operation,
        arguments: Arguments,
        *,
        streamed: bool = False,
        extra: Mapping[str, Any] | None = None,
    ) -> Any:
        """The result of an operation, or its stream; raises APIError."""
        target = self.settings.target(operation)
        if (file := sink.get()) is not None:
            return await file.fetch_async(self, target, operation, arguments, extra)
        response = await self._ask(target, operation, arguments, extra, streamed=streamed)
        if streamed and response.is_success and operation.streaming:
            try:
                check_stream(response, operation, target.address)
            except BaseException:
                await response.aclose()
                raise
            return AsyncStream[Any](response, operation.streaming, self.settings.max_record)
        return read_result(response, operation, target)

    async def page(
        self, operation: Operation, arguments: Arguments, extra: Mapping[str, Any] | None, url: str
    ) -> tuple[Any, httpx.Response]:
        """The result of an operation and its response; a `url` is asked in place of that of the arguments."""
        target = self.settings.target(operation)
        response = await self._ask(target, operation, arguments, extra, url=url)
        return read_result(response, operation, target), response

    async def _ask(
        self,
        target: Target,
        operation: Operation,
        arguments: Arguments,
        extra: Mapping[str, Any] | None,
        *,
        streamed: bool = False,
        url: str = "",
    ) -> httpx.Response:
        built = prepare(self.settings, target, operation, arguments, extra, streamed=streamed, url=url)
        if "content" in built:
            built["content"] = asynchronous(built["content"])
        request = make_request(self.http, built)
        await target.signature.sign_async(request, self.http)
        leave_out(request, extra)
        return await self._send(request, target.signature, streamed=streamed)

    async def _send(self, request: httpx.Request, signature: Signature, *, streamed: bool) -> httpx.Response:
        attempt, renewed = 0, False
        while True:
            since = log_request(request)
            try:
                response = await self.http.send(request, stream=streamed, follow_redirects=False, **signature.more)
                if self.http.follow_redirects:
                    response = await self._followed(response, signature, streamed=streamed)
                if streamed and not response.is_success:
                    await response.aread()
            except httpx.RequestError as error:
                wait = self.settings.retries.after_error(request, error, attempt)
                failure = connection_error(error, request)
                if wait is None:
                    raise failure from error
                log_retry(request, wait, failure)
            else:
                log_answer(request, response, since)
                if response.status_code == HTTPStatus.UNAUTHORIZED and not renewed and signature.renews(request):
                    renewed = True
                    await signature.sign_async(request, self.http)
                    continue
                wait = self.settings.retries.after_answer(request, response, attempt)
                if wait is None:
                    return _noted(response)
                log_retry(request, wait, response.status_code)
            await sleep(wait)
            attempt += 1

    async def _followed(self, response: httpx.Response, signature: Signature, *, streamed: bool) -> httpx.Response:
        """The answer at the end of redirects; from the first other server on no key is sent."""
        way = Way(response, self.http.max_redirects)
        while (request := way.further(response)) is not None:
            await response.aread()
            if way.is_home:
                await signature.sign_async(request, self.http)
            else:
                leave_keys_behind(request, self.settings.keys.schemes.values())
            more = signature.more if way.is_home else {"auth": None}
            response = await self.http.send(request, stream=streamed, follow_redirects=False, **more)
        return response

    def changed(self, settings: Settings) -> Self:
        """The same connections with other settings; to close it closes nothing."""
        return type(self)(settings, self.http)

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was given."""
        if self._owned:
            await self.http.aclose()


def _bare(http: _Http) -> _Http:
    """The client without two headers of its own that every request of ours replaces: to replace them takes time."""
    for name in ("Accept", "User-Agent"):
        http.headers.pop(name, None)
    return http


def _own(settings: Settings) -> dict[str, Any]:
    """The arguments of an HTTP client of our own; a proxy of the environment is not asked for this very machine."""
    return {"timeout": settings.timeout, "trust_env": not settings.address.is_local}


def _noted(response: httpx.Response) -> httpx.Response:
    seen = _seen.get()
    if seen is not None:
        seen.append(response)
    return response


async def sleep(seconds: float) -> None:
    """Wait, whatever event loop it is."""
    import anyio  # a part of the HTTP library, which is asked for here so that any event loop will do

    await anyio.sleep(seconds)
