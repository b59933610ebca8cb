# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""When a request is sent again, and after what wait."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass

import httpx2 as httpx

from ._words import wait_of

# QUERY is idempotent as its registration says (draft-ietf-httpbis-safe-method-w-body).
_IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})

IDEMPOTENT = "idempotent"
"""The extension of a request of the HTTP library that says so of it."""

_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_BROKEN = (httpx.NetworkError, httpx.RemoteProtocolError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Retries:
    """How often a request is sent again when that is safe, and after which waits.

    Safe means: no connection was made, so nothing was sent; or the method is idempotent (RFC 9110 section 9.2.2)
    and the connection broke or the answer has one of `statuses`. Any other request, such as a POST, is sent again
    for `unsafe_statuses` only, with which a server says that it has not acted.

    The wait doubles each time, from `first` seconds to at most `longest`, a random part of it left out. A
    `Retry-After` of the server counts instead; where it asks for more than `patience` seconds, the error is raised.

    A request with a key of idempotency is safe like one whose method is idempotent.
    """

    times: int = 2
    first: float = 0.5
    longest: float = 8.0
    patience: float = 60.0
    statuses: Collection[int] = frozenset({429, 502, 503, 504})
    unsafe_statuses: Collection[int] = frozenset({429})

    def after_error(self, request: httpx.Request, error: httpx.RequestError, attempt: int) -> float | None:
        """The seconds to wait before the next attempt; None gives up. `attempt` counts from 0."""
        if attempt >= self.times:
            return None
        unsent = isinstance(error, _UNSENT)
        again = _is_idempotent(request) and isinstance(error, _BROKEN) and _is_repeatable(request)
        return self._pause(attempt) if unsent or again else None

    def after_answer(self, request: httpx.Request, response: httpx.Response, attempt: int) -> float | None:
        """The seconds to wait before the next attempt; None takes the answer as it is."""
        statuses = self.statuses if _is_idempotent(request) else self.unsafe_statuses
        if attempt >= self.times or response.status_code not in statuses or not _is_repeatable(request):
            return None
        asked = wait_of(response.headers)
        if asked is None:
            return self._pause(attempt)
        return asked if asked <= self.patience else None

    def _pause(self, attempt: int) -> float:
        longest = min(self.longest, self.first * 2.0**attempt)
        return float(longest * random.uniform(0.5, 1.0))  # noqa: S311 - the waits of many clients must only differ


def _is_idempotent(request: httpx.Request) -> bool:
    return request.method in _IDEMPOTENT_METHODS or IDEMPOTENT in request.extensions


def _is_repeatable(request: httpx.Request) -> bool:
    """Whether the body is still there to be sent again: a file or an iterator is read only once."""
    return isinstance(request.stream, httpx.ByteStream)
