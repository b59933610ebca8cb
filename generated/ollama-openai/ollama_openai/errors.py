# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The exceptions of this client.

APIError
├─ APIConnectionError         no answer: name resolution, connection, protocol
│  └─ APITimeoutError         no answer in time
├─ APIStatusError             an answer outside 2xx
│  ├─ BadRequestError 400, UnauthorizedError 401, ForbiddenError 403, NotFoundError 404
│  ├─ ConflictError 409, UnprocessableEntityError 422, RateLimitError 429
│  └─ ServerError             5xx
├─ DecodeError                an answer that is not what the API documents
│  └─ StreamDecodeError       a record of a stream, with its place
├─ StreamError                the server reported an error inside a stream
└─ StreamInterruptedError     a stream ended before it was complete
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import httpx2 as httpx

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "BadRequestError",
    "ConflictError",
    "DecodeError",
    "ForbiddenError",
    "NotFoundError",
    "RateLimitError",
    "ServerError",
    "StreamDecodeError",
    "StreamError",
    "StreamInterruptedError",
    "UnauthorizedError",
    "UnprocessableEntityError",
]

_SHOWN = 300


class APIError(Exception):
    """Root of everything that this client raises on its own."""


class APIConnectionError(APIError):
    """The request got no answer; the cause is the exception of the HTTP library."""


class APITimeoutError(APIConnectionError):
    """The request got no answer in time."""


class APIStatusError(APIError):
    """The server answered with a status outside 2xx.

    `body` is the decoded error model where the API declares one, else parsed JSON, else text.
    """

    def __init__(self, status_code: int, body: Any, response: httpx.Response) -> None:
        text = error_text(body)
        super().__init__(f"{status_code} {_phrase(status_code)}".strip() + (f": {text}" if text else ""))
        self.status_code = status_code
        self.body = body
        self.response = response


class BadRequestError(APIStatusError):
    """Status 400."""


class UnauthorizedError(APIStatusError):
    """Status 401."""


class ForbiddenError(APIStatusError):
    """Status 403."""


class NotFoundError(APIStatusError):
    """Status 404."""


class ConflictError(APIStatusError):
    """Status 409."""


class UnprocessableEntityError(APIStatusError):
    """Status 422."""


class RateLimitError(APIStatusError):
    """Status 429."""


class ServerError(APIStatusError):
    """Status 500 and above."""


class DecodeError(APIError):
    """The answer does not have the documented shape; the cause names the fields."""

    def __init__(self, content: bytes, reason: str) -> None:
        super().__init__(f"the answer is not what the API documents: {reason}; it starts with {content[:_SHOWN]!r}")
        self.content = content


class StreamDecodeError(DecodeError):
    """One record of a stream does not have the documented shape; `index` counts from 0."""

    def __init__(self, content: bytes, reason: str, index: int) -> None:
        super().__init__(content, f"record {index} of the stream: {reason}")
        self.index = index


class StreamError(APIError):
    """The server reported an error inside a stream that had begun well.

    `error` is what stood under the error key, `record` the whole record, `index` its place, counted from 0.
    """

    def __init__(self, error: Any, record: bytes, index: int) -> None:
        super().__init__(error_text(error) or repr(error))
        self.error = error
        self.record = record
        self.index = index


class StreamInterruptedError(APIError):
    """The stream ended before it was complete, after `received` records."""

    def __init__(self, reason: str, received: int) -> None:
        super().__init__(f"the stream broke off after {received} records: {reason}")
        self.received = received


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(status_code: int, body: Any, response: httpx.Response) -> APIStatusError:
    """The exception for a status: the class for it, or for its hundred."""
    fallback = ServerError if status_code >= HTTPStatus.INTERNAL_SERVER_ERROR else APIStatusError
    return _BY_STATUS.get(status_code, fallback)(status_code, body, response)


def error_text(body: Any) -> str:
    """The words of an error body: its `error`, `message` or `detail`, wherever it keeps them."""
    if isinstance(body, str):
        return body[:_SHOWN]
    fields: Any = (
        body if isinstance(body, dict) else {**(getattr(body, "model_extra", None) or {}), **_attributes(body)}
    )
    for key in ("error", "message", "detail", "title", "description"):
        text = error_text(fields[key]) if fields.get(key) else ""
        if text:
            return text
    return ""


def _attributes(body: Any) -> dict[str, Any]:
    return getattr(body, "__dict__", {})


def _phrase(status_code: int) -> str:
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return ""
