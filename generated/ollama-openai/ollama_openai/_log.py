# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Tells the standard logging, under the package's name, what is sent and what comes back, without secrets."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Collection, Iterator, Mapping
from copy import copy
from typing import Any, Final
from urllib.parse import unquote_plus

import httpx2 as httpx

log = logging.getLogger(__package__)

_SECRET: Final = ("authorization", "cookie", "key", "token", "secret", "password", "credential")
_PAIR: Final = r"""([?&]([^=?&#\s]+)=)[^&#\s"'<>]*"""
_SHORTEST: Final = 3
"""Characters of a key that can be told from other words."""

_hidden: Final[set[str]] = set()


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
    """A URL without user and password, and with stars in place of the keys in its query."""
    return shown_text(str(url.copy_with(userinfo=b"") if url.userinfo else url))


def shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers with stars in place of what may be secret."""
    return {name: "***" if is_secret(name) else shown_text(value) for name, value in headers.items()}


def shown_text(text: str) -> str:
    """A text with stars in place of the keys in the queries of URLs in it."""
    return re.sub(_PAIR, _shown_pair, text) if "=" in text else text


def is_secret(name: str) -> bool:
    """Whether a header or a part of a query may hold a key, by its name."""
    small = name.lower()
    return small in _hidden or any(word in small for word in _SECRET)


def keep_secret(names: Collection[str]) -> None:
    """Never show what headers and parts of queries of these names hold; nor may the HTTP library, in its own log."""
    _hidden.update(name.lower() for name in names)
    logger = logging.getLogger(httpx.__name__)
    if names and _hide not in logger.filters:
        logger.addFilter(_hide)


def without_keys(value: Any) -> Any:
    """A response whose request shows no keys, and any other value as it is."""
    if not isinstance(value, httpx.Response):
        return value
    copied = copy(value)
    asked = getattr(value, "_request", None)
    if asked is not None:
        copied.request = httpx.Request(asked.method, shown_url(asked.url), headers=shown_headers(asked.headers))
    return copied


def without_echo(text: str, response: httpx.Response) -> str:
    """Words of a server without the keys of the request, which some servers repeat."""
    asked = getattr(response, "_request", None)
    for secret in sorted(_secrets(asked) if asked and text else (), key=len, reverse=True):
        if len(secret) >= _SHORTEST:
            text = text.replace(secret, "***")
    return text


def _secrets(request: httpx.Request) -> Iterator[str]:
    """The keys of a request, whole and as they were given."""
    for name, value in request.headers.items():
        if name == "cookie":
            pairs = [pair.strip().partition("=") for pair in value.split(";")]
            yield from (own for cookie, _, own in pairs if is_secret(cookie))
        elif is_secret(name):
            yield from (value, value.rpartition(" ")[2])
    for pair in request.url.query.decode().split("&"):
        name, _, value = pair.partition("=")
        if is_secret(unquote_plus(name)):
            yield from (value, unquote_plus(value))


def _hide(record: logging.LogRecord) -> bool:
    if isinstance(record.args, tuple):
        record.args = tuple(map(_shown, record.args))
    return True


def _shown(part: object) -> object:
    """A part of a record; a URL may be a text already, by the filter of another client in this process."""
    if isinstance(part, httpx.URL):
        return shown_url(part)
    return shown_text(part) if isinstance(part, str) else part


def _shown_pair(pair: re.Match[str]) -> str:
    return f"{pair[1]}***" if is_secret(unquote_plus(pair[2])) else pair[0]
