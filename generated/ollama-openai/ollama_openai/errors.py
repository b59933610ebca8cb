# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The exceptions of this client.

APIError
├─ ArgumentError                 a value that cannot be sent, before anything is sent; also a ValueError
├─ APIConnectionError            no answer: name resolution, connection, protocol
│  ├─ NoServerError              nothing listens at the address
│  └─ APITimeoutError            no answer in time
├─ BaseURLError                  an answer from a place that is not the API
├─ APIStatusError                an answer outside 2xx
│  ├─ RedirectError 3xx
│  │  └─ NotModifiedError 304
│  ├─ ClientError 4xx
│  │  ├─ BadRequestError 400, UnauthorizedError 401, ForbiddenError 403, NotFoundError 404
│  │  └─ MethodNotAllowedError 405, ConflictError 409, UnprocessableEntityError 422, TooManyRequestsError 429
│  └─ ServerError 5xx
│     └─ InternalServerError 500, BadGatewayError 502, ServiceUnavailableError 503, GatewayTimeoutError 504
├─ TokenError                    a token endpoint that gives no token
├─ DecodeError                   an answer that is not what the API documents
│  └─ EmptyResponseError         a success without content where the API documents some
├─ PaginationError               pages that do not lead to an end
└─ StreamError                   a stream that did not end well
   ├─ StreamReportedError        the server reported an error inside the stream
   ├─ StreamDecodeError          a record that is not what the API documents; also a DecodeError
   │  └─ RecordTooLongError      a record beyond the limit
   ├─ StreamInterruptedError     the connection broke
   │  ├─ StreamTimeoutError      nothing came in time
   │  └─ StreamIncompleteError   the stream ended without its last record
   └─ StreamClosedError          read after it was closed
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx2 as httpx

from ._log import without_echo, without_keys
from ._words import error_text, phrase, wait_of

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "ArgumentError",
    "BadGatewayError",
    "BadRequestError",
    "BaseURLError",
    "ClientError",
    "ConflictError",
    "DecodeError",
    "EmptyResponseError",
    "ForbiddenError",
    "GatewayTimeoutError",
    "InternalServerError",
    "MethodNotAllowedError",
    "NoServerError",
    "NotFoundError",
    "NotModifiedError",
    "PaginationError",
    "RecordTooLongError",
    "RedirectError",
    "ServerError",
    "ServiceUnavailableError",
    "StreamClosedError",
    "StreamDecodeError",
    "StreamError",
    "StreamIncompleteError",
    "StreamInterruptedError",
    "StreamReportedError",
    "StreamTimeoutError",
    "TokenError",
    "TooManyRequestsError",
    "UnauthorizedError",
    "UnprocessableEntityError",
]

_SHOWN = 300


class APIError(Exception):
    """Root of everything that this client raises on its own."""

    def __reduce__(self) -> tuple[Any, ...]:
        # The classes below take other arguments than their message; copies and pickles must not call them again.
        # A pickle goes to logs and other machines: it has no keys of the request in it.
        state = {name: without_keys(value) for name, value in self.__dict__.items()}
        return _restored, (type(self), self.args), state


class ArgumentError(APIError, ValueError):
    """A value cannot be sent; nothing was sent. `name` is the name on the wire, and `place` where it would stand.

    The value is not in the message: it can be a secret.
    """

    def __init__(self, place: str, name: str, reason: str) -> None:
        super().__init__(f'the {place} argument "{name}" cannot be sent: {reason}')
        self.place = place
        self.name = name


class APIConnectionError(APIError):
    """The request got no answer; the cause is the exception of the HTTP library."""


class NoServerError(APIConnectionError):
    """Nothing listens at the address: no server runs there, or the address is wrong."""


class APITimeoutError(APIConnectionError):
    """The request got no answer in time."""


class BaseURLError(APIError):
    """Something answered that is not this API: the base URL has a wrong suffix, or lacks one.

    `base_url` is the one in use, `response` the answer, and `status_code` its status.
    """

    def __init__(self, response: httpx.Response, base_url: str, reason: str) -> None:
        super().__init__(reason)
        self.base_url = base_url
        self.response = response
        self.status_code = response.status_code


class TokenError(APIError):
    """The token endpoint of the API gave no token.

    `url` is the endpoint, `status_code` its status; `error`, `description` and `uri` are its own words (RFC 6749
    section 5.2), empty where it has none. What is secret is in none of them.
    """

    def __init__(
        self, url: str, status_code: int, reason: str, error: str = "", description: str = "", uri: str = ""
    ) -> None:
        super().__init__(f"the token endpoint {url} {reason}")
        self.url = url
        self.status_code = status_code
        self.error = error
        self.description = description
        self.uri = uri


class APIStatusError(APIError):
    """The server answered with a status outside 2xx.

    `content` is the body as it came, `data` the body as JSON, else as text, and None where it is empty, `body` the
    model of the error where the API declares one that fits, else the same as `data`. `message` is the server's own
    words, `retry_after` the seconds that it asks to wait, if it does. `headers` are all headers as they came, and
    `declared` those that the API declares, as values of their types.
    """

    def __init__(
        self, response: httpx.Response, body: Any, data: Any, hint: str = "", declared: Mapping[str, Any] | None = None
    ) -> None:
        self.message = without_echo(error_text(data), response)
        title = f"{response.status_code} {phrase(response.status_code)}".strip()
        super().__init__(": ".join(part for part in (title, self.message) if part) + (f" ({hint})" if hint else ""))
        self.status_code = response.status_code
        self.headers = response.headers
        self.declared = declared or {}
        self.content = response.content
        self.data = data
        self.body = body
        self.response = response
        self.retry_after = wait_of(response.headers)


class RedirectError(APIStatusError):
    """Status 3xx: the answer is somewhere else; an HTTP client that is not told to follow redirects does not."""


class NotModifiedError(RedirectError):
    """Status 304: nothing has changed since the answer that the request names in its conditions."""


class ClientError(APIStatusError):
    """Status 4xx."""


class BadRequestError(ClientError):
    """Status 400."""


class UnauthorizedError(ClientError):
    """Status 401."""


class ForbiddenError(ClientError):
    """Status 403."""


class NotFoundError(ClientError):
    """Status 404."""


class MethodNotAllowedError(ClientError):
    """Status 405."""


class ConflictError(ClientError):
    """Status 409."""


class UnprocessableEntityError(ClientError):
    """Status 422."""


class TooManyRequestsError(ClientError):
    """Status 429."""


class ServerError(APIStatusError):
    """Status 500 and above."""


class InternalServerError(ServerError):
    """Status 500."""


class BadGatewayError(ServerError):
    """Status 502."""


class ServiceUnavailableError(ServerError):
    """Status 503."""


class GatewayTimeoutError(ServerError):
    """Status 504."""


class DecodeError(APIError):
    """The answer does not have the documented shape; `content` is what came, the cause names the fields."""

    def __init__(self, content: bytes, reason: str) -> None:
        super().__init__(f"the answer is not what the API documents: {reason}; it starts with {content[:_SHOWN]!r}")
        self.content = content


class EmptyResponseError(DecodeError):
    """The request succeeded, but its answer has no content where the API documents some; `status_code` is its status."""

    def __init__(self, response: httpx.Response) -> None:
        status = f"{response.status_code} {phrase(response.status_code)}".strip()
        APIError.__init__(self, f"{status}: the answer has no content, and the API documents some")
        self.content = response.content
        self.response = response
        self.status_code = response.status_code


class PaginationError(APIError):
    """The pages of a list do not lead to an end; `response` is the answer that does not lead on."""

    def __init__(self, response: httpx.Response, reason: str) -> None:
        super().__init__(reason)
        self.response = response


class StreamError(APIError):
    """A stream did not end well: `received` records came before, the last of them is `last`."""

    def __init__(self, reason: str, received: int, last: Any = None) -> None:
        super().__init__(reason)
        self.received = received
        self.last = last


class StreamReportedError(StreamError):
    """The server reported an error inside a stream that had begun well.

    `error` is what stood under the error key, `record` the whole record, `index` its place, counted from 0.
    """

    def __init__(self, error: Any, record: bytes, received: int, last: Any = None) -> None:
        super().__init__(error_text(error) or repr(error), received, last)
        self.error = error
        self.record = record
        self.index = received


class StreamDecodeError(StreamError, DecodeError):
    """One record of a stream does not have the documented shape; `index` counts from 0."""

    def __init__(self, content: bytes, reason: str, received: int, last: Any = None) -> None:
        DecodeError.__init__(self, content, f"record {received} of the stream: {reason}")
        self.index = received
        self.received = received
        self.last = last


class RecordTooLongError(StreamDecodeError):
    """A record of a stream is longer than the client takes; its `max_record` can be raised."""


class StreamInterruptedError(StreamError):
    """The stream ended before it was complete, after `received` records."""

    def __init__(self, reason: str, received: int, last: Any = None) -> None:
        super().__init__(f"the stream broke off after {received} records: {reason}", received, last)


class StreamTimeoutError(StreamInterruptedError):
    """The server sent nothing for longer than the client waits."""


class StreamIncompleteError(StreamInterruptedError):
    """The server ended the stream in good order, but without the record that must come last: something went wrong."""


class StreamClosedError(StreamError):
    """The stream was closed before its end, or is already being read; there is nothing more to read from it."""


def _restored(kind: type[APIError], arguments: tuple[Any, ...]) -> APIError:
    return kind.__new__(kind, *arguments)
