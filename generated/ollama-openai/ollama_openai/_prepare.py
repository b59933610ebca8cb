# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What the HTTP library is given for one call."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from functools import lru_cache
from typing import Any

import httpx2 as httpx

from ._headers import joined_cookies
from ._operation import Arguments, Operation
from ._request import build_request, with_query
from ._security import take_out
from ._settings import CONTENT_TYPE, DEFAULT_TIMEOUT, Settings, Target

_CHUNK = 64 * 1024
_COOKIE = "Cookie"


def prepare(
    settings: Settings,
    target: Target,
    operation: Operation,
    arguments: Arguments,
    extra: Mapping[str, Any] | None,
    *,
    streamed: bool,
    url: str = "",
) -> dict[str, Any]:
    """What the HTTP library is given: what a call says extra goes before its arguments, these before the settings.

    A `url`, which has its whole query, is asked in place of that of the arguments.
    """
    if operation.others:
        from ._choice import with_body  # most operations have one body

        operation = with_body(operation, arguments)
    request = build_request(operation, arguments, target.address.url)
    accept = operation.streaming.media_type if streamed and operation.streaming else operation.accept
    given = request.get("headers")
    if given and operation.body and given == {CONTENT_TYPE: operation.body.media_type}:
        headers = target.usual(accept, operation.body.media_type)
    else:
        headers = target.usual(accept, "")
        if given:
            headers.update(given)
    if arguments.cookies and _COOKIE in target.headers:
        headers[_COOKIE] = joined_cookies(headers[_COOKIE], target.headers[_COOKIE])
    request["headers"] = headers
    if settings.timeout is not DEFAULT_TIMEOUT:
        request["timeout"] = settings.timeout
    if extra or operation.idempotency:
        from ._extra import add_extra, add_key  # most calls need neither

        add_extra(request, extra or {}, operation)
        if operation.idempotency:
            add_key(request, operation.idempotency)
    if url:
        request["url"] = url
    return request


def make_request(http: httpx.Client | httpx.AsyncClient, built: dict[str, Any]) -> httpx.Request:
    """The request of the HTTP library, with what that would leave out of it.

    Its own pairs of the query come last, for it puts them in place of all, and so do its cookies beside others.
    """
    url = built["url"]
    request = http.build_request(**{**built, "url": url if "?" in url else _read_once(url)})
    if http.params:
        request.url = httpx.URL(with_query(url, str(http.params)))
    if _COOKIE in built["headers"] and http.cookies:
        own = httpx.Request(request.method, request.url, cookies=http.cookies).headers.get(_COOKIE, "")
        if own:
            request.headers[_COOKIE] = joined_cookies(request.headers[_COOKIE], own)
    return request


@lru_cache(maxsize=128)
def _read_once(url: str) -> httpx.URL:
    """A URL without a query, taken apart: most operations have the same one in every call, and to read it takes time."""
    return httpx.URL(url)


def leave_out(request: httpx.Request, extra: Mapping[str, Any] | None) -> None:
    """Take out the headers and pairs of the query for which a call says None, the keys too."""
    if extra:
        unwanted = [
            [name for name, value in (extra.get(place) or {}).items() if value is None]
            for place in ("extra_headers", "extra_query")
        ]
        take_out(request, *unwanted)


def asynchronous(content: Any) -> Any:
    """A body for the asynchronous client, which takes no files and no synchronous iterables."""
    is_whole = isinstance(content, (str, bytes)) or not isinstance(content, Iterable)
    return content if is_whole else _chunks(content)


async def _chunks(content: Any) -> AsyncIterator[bytes]:
    """A file or iterable for the asynchronous client, which takes no synchronous one."""
    if hasattr(content, "read"):
        while chunk := content.read(_CHUNK):
            yield chunk
    else:
        for chunk in content:
            yield chunk
