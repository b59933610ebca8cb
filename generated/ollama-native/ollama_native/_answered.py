# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The answer behind a result: its status, headers and links."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from contextvars import ContextVar
from typing import Any, Generic, ParamSpec, TypeVar, overload

import httpx2 as httpx

from ._declared import Link, declared_for
from ._operation import Operation

ResultT = TypeVar("ResultT")
CallT = ParamSpec("CallT")

_last: ContextVar[list[tuple[httpx.Response, Operation]] | None] = ContextVar("_last", default=None)


class Response(Generic[ResultT]):
    """A result with the answer that it came in.

    `value` is what the method returns, `http` the response of the HTTP library.
    """

    def __init__(self, value: ResultT, http: httpx.Response, operation: Operation) -> None:
        self.value = value
        self.http = http
        self._operation = operation

    @property
    def status_code(self) -> int:
        """The status of the answer."""
        return self.http.status_code

    @property
    def headers(self) -> httpx.Headers:
        """All headers as they came, names in capitals or not."""
        return self.http.headers

    @property
    def declared(self) -> Mapping[str, Any]:
        """The headers that the API declares for this status and that came, as values of their types."""
        from ._answer_headers import DeclaredHeaders  # asked for here, so that the package is imported fast

        return DeclaredHeaders(self.headers, declared_for(self.status_code, self._operation.headers) or {})

    @property
    def links(self) -> Mapping[str, Link]:
        """The links that the API declares for this status, with the values that they take from the answer."""
        from ._links import read_links

        links = declared_for(self.status_code, self._operation.links) or {}
        return read_links(self.http, self._operation.path, links)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.status_code}, {self.value!r})"


@overload
def with_response(  # type: ignore[overload-overlap]  # a coroutine is a result like any other, too
    method: Callable[CallT, Coroutine[Any, Any, ResultT]], /, *args: CallT.args, **kwargs: CallT.kwargs
) -> Coroutine[Any, Any, Response[ResultT]]: ...
@overload
def with_response(
    method: Callable[CallT, ResultT], /, *args: CallT.args, **kwargs: CallT.kwargs
) -> Response[ResultT]: ...
def with_response(method: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Call a method of a client, and give its result with the answer: `with_response(client.get_pet, "7").headers`.

    The answer to a method of the asynchronous client is awaited. Raises what the method raises, and TypeError for
    a function that sent no request.
    """
    seen: list[tuple[httpx.Response, Operation]] = []
    token = _last.set(seen)
    try:
        result = method(*args, **kwargs)
    finally:
        _last.reset(token)
    return _awaited(result) if isinstance(result, Coroutine) else _response(result, seen)


def note_answer(response: httpx.Response, operation: Operation) -> None:
    """Keep an answer for `with_response`, if that is waiting for one."""
    seen = _last.get()
    if seen is not None:
        seen.append((response, operation))


async def _awaited(result: Coroutine[Any, Any, Any]) -> Response[Any]:
    seen: list[tuple[httpx.Response, Operation]] = []
    token = _last.set(seen)
    try:
        value = await result
    finally:
        _last.reset(token)
    return _response(value, seen)


def _response(value: Any, seen: list[tuple[httpx.Response, Operation]]) -> Response[Any]:
    if not seen:
        raise TypeError("with_response takes a method of a client that sends a request")
    return Response(value, *seen[-1])
