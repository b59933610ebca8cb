# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Tells the standard logging, under the package's name, what is sent and what comes back, without secrets."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping

import httpx2 as httpx

log = logging.getLogger(__package__)

_SECRET = ("authorization", "cookie", "key", "token", "secret", "password", "credential")


def log_request(request: httpx.Request) -> float:
    """Note a request at level DEBUG; gives the moment, for the answer."""
    if log.isEnabledFor(logging.DEBUG):
        log.debug("%s %s, headers %s", request.method, shown_url(request.url), shown_headers(request.headers))
    return time.perf_counter()


def log_answer(request: httpx.Request, response: httpx.Response, since: float) -> None:
    """Note an answer at level INFO, its headers at level DEBUG."""
    if log.isEnabledFor(logging.INFO):
        seconds = time.perf_counter() - since
        log.info("%s %s: %d after %.3f s", request.method, shown_url(request.url), response.status_code, seconds)
        log.debug("headers of the answer %s", shown_headers(response.headers))


def log_retry(request: httpx.Request, wait: float, why: object) -> None:
    """Note at level WARNING that a request will be sent again."""
    log.warning("%s %s: %s; trying again in %.2f s", request.method, shown_url(request.url), why, wait)


def shown_url(url: httpx.URL) -> str:
    """A URL without user and password."""
    return str(url.copy_with(userinfo=b"")) if url.userinfo else str(url)


def shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers with stars in place of what may be secret."""
    return {name: "***" if any(word in name.lower() for word in _SECRET) else value for name, value in headers.items()}
