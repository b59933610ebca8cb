# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The way of one request along redirects, where the HTTP client of the caller follows them."""

from __future__ import annotations

import httpx2 as httpx

_PORTS = {"http": 80, "https": 443}


class Way:
    """The answers on the way; `is_home` says whether all of it lay on the server that was asked first."""

    def __init__(self, first: httpx.Response, longest: int) -> None:
        self.is_home = True
        self._home = origin(first.request.url)
        self._longest = longest
        self._before: list[httpx.Response] = []

    def further(self, response: httpx.Response) -> httpx.Request | None:
        """The request that an answer sends on to; raises httpx.TooManyRedirects where the way is too long."""
        response.history = self._before.copy()
        request = response.next_request
        if request is None:
            return None
        if len(self._before) == self._longest:
            raise httpx.TooManyRedirects("the answers redirect too often", request=response.request)
        self._before.append(response)
        self.is_home = self.is_home and origin(request.url) == self._home
        return request


def origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """Scheme, host and port (RFC 6454 section 4)."""
    return url.scheme, url.host, url.port or _PORTS.get(url.scheme)
