# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Sends the requests of the client and reads the answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any

import httpx2 as httpx

from . import errors
from ._operation import Arguments, Operation
from ._request import build_request
from ._response import read_result
from ._stream import AsyncStream, Stream

_CHUNK = 64 * 1024


class Transport:
    """One HTTP client, the base URL, and the headers of every request."""

    def __init__(
        self,
        base_url: str,
        http: httpx.Client | None,
        headers: Mapping[str, str] | None,
        timeout: float | httpx.Timeout | None,
    ) -> None:
        self.http = http or httpx.Client(timeout=timeout)
        self._owned = http is None
        self._request = _Requests(base_url, headers, None if http is None else timeout)

    def run(self, operation: Operation, arguments: Arguments, *, streamed: bool = False) -> Any:
        """The result of an operation, or its stream; raises APIError."""
        request = self.http.build_request(**self._request.build(operation, arguments, streamed=streamed))
        try:
            response = self.http.send(request, stream=streamed)
            if streamed and not response.is_success:
                response.read()
        except httpx.RequestError as error:
            raise _connection_error(error, request) from error
        if streamed and response.is_success and operation.streaming:
            return Stream[Any](response, operation.streaming.event, operation.streaming.framing)
        return read_result(response, operation.success, operation.failure)

    def close(self) -> None:
        """Close the connections, unless the HTTP client was given."""
        if self._owned:
            self.http.close()


class AsyncTransport:
    """One asynchronous HTTP client, the base URL, and the headers of every request."""

    def __init__(
        self,
        base_url: str,
        http: httpx.AsyncClient | None,
        headers: Mapping[str, str] | None,
        timeout: float | httpx.Timeout | None,
    ) -> None:
        self.http = http or httpx.AsyncClient(timeout=timeout)
        self._owned = http is None
        self._request = _Requests(base_url, headers, None if http is None else timeout)

    async def run(self, operation: Operation, arguments: Arguments, *, streamed: bool = False) -> Any:
        """The result of an operation, or its stream; raises APIError."""
        built = self._request.build(operation, arguments, streamed=streamed)
        if isinstance(built.get("content"), Iterable) and not isinstance(built["content"], (str, bytes)):
            built["content"] = _chunks(built["content"])
        request = self.http.build_request(**built)
        try:
            response = await self.http.send(request, stream=streamed)
            if streamed and not response.is_success:
                await response.aread()
        except httpx.RequestError as error:
            raise _connection_error(error, request) from error
        if streamed and response.is_success and operation.streaming:
            return AsyncStream[Any](response, operation.streaming.event, operation.streaming.framing)
        return read_result(response, operation.success, operation.failure)

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was given."""
        if self._owned:
            await self.http.aclose()


class _Requests:
    """What all requests of one client share."""

    def __init__(self, base_url: str, headers: Mapping[str, str] | None, timeout: float | httpx.Timeout | None) -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = dict(headers or {})
        self._timeout = timeout

    def build(self, operation: Operation, arguments: Arguments, *, streamed: bool) -> dict[str, Any]:
        request = build_request(operation, arguments, self._base_url)
        # Names of headers differ in case only by accident (RFC 9110 section 5.1).
        headers = httpx.Headers({"Accept": operation.streaming.media_type} if streamed and operation.streaming else {})
        headers.update(self._headers)
        headers.update(request.get("headers", {}))
        request["headers"] = headers
        if self._timeout is not None:
            request["timeout"] = self._timeout
        return request


def _connection_error(error: httpx.RequestError, request: httpx.Request) -> errors.APIConnectionError:
    kind = errors.APITimeoutError if isinstance(error, httpx.TimeoutException) else errors.APIConnectionError
    return kind(f"{request.method} {request.url}: {str(error) or type(error).__name__}")


async def _chunks(content: Any) -> AsyncIterator[bytes]:
    """A file or iterable for the asynchronous client, which takes no synchronous one."""
    if hasattr(content, "read"):
        while chunk := content.read(_CHUNK):
            yield chunk
    else:
        for chunk in content:
            yield chunk
