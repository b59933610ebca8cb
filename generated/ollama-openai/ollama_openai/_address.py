# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The base URL of a client: what it must look like, and what to say when it seems to be wrong."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote, urlsplit

from ._record import Record

_UNFIT: Final = r"[\x00-\x20\x7f{}\\<>\"^`|]"
"""What no URL has (RFC 3986 section 2); letters beyond ASCII the HTTP library encodes."""

_FILLED: Final = ": nothing fills in this variable"

_PORTS: Final = {"http": 80, "https": 443}


class Address(Record):
    """A base URL without user and password, which are in `authorization` as a header.

    `prefix` is the path of the server that the API's document names: base URLs usually end with it.
    """

    url: str
    prefix: str
    authorization: str = ""

    @property
    def origin(self) -> tuple[str, str, int | None]:
        """Scheme, host and port (RFC 6454 section 4)."""
        parts = urlsplit(self.url)
        return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can read along: TLS, or this machine."""
        parts = urlsplit(self.url)
        return parts.scheme == "https" or is_loopback(parts.hostname or "")

    @property
    def is_local(self) -> bool:
        """Whether this is a server on this machine without TLS, to which no proxy leads."""
        parts = urlsplit(self.url)
        return parts.scheme == "http" and is_loopback(parts.hostname or "")

    @property
    def is_fitting(self) -> bool:
        """Whether the path ends as the document's server has it, and only once."""
        path = urlsplit(self.url).path
        return path.endswith(self.prefix) and not (self.prefix and path.endswith(self.prefix * 2))

    def doubt(self) -> str:
        """What is wrong with the suffix and what to try, in one sentence."""
        parts = urlsplit(self.url)
        origin, path = f"{parts.scheme}://{parts.netloc}", parts.path
        if self.is_fitting:
            return f"the base URL {self.url} may lead to something else than this API"
        if self.prefix and path.endswith(self.prefix * 2):
            return f"the base URL {self.url} has {self.prefix} twice; try {self.url.removesuffix(self.prefix)}"
        if not path:
            return f"the base URL {self.url} lacks the suffix {self.prefix}; try {self.url}{self.prefix}"
        other = origin + path.rpartition("/")[0] + self.prefix
        wanted = self.prefix or "the right path"
        return f"the base URL {self.url} ends in {path}, not in {wanted}; try {other} or {self.url}{self.prefix}"


def read_address(base_url: str, prefix: str) -> Address:
    """Check a base URL; raises ValueError, with what to do, for one that cannot work."""
    text = base_url.strip()
    if found := re.search(_UNFIT, text.rpartition("@")[2]):
        raise ValueError(f"the base URL has {found[0]!a}, which no URL has{_FILLED if found[0] in '{}' else ''}")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise ValueError("the base URL has brackets around what is no address (RFC 3986 section 3.2.2)") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        shown = text.rpartition("@")[2]
        raise ValueError(f"the base URL {shown!r} must be whole: http://host:port{prefix} or https://host{prefix}")
    if parts.query or parts.fragment:
        raise ValueError(f"the base URL of {parts.hostname!r} must not have a query or a fragment")
    try:
        _ = parts.port
    except ValueError as error:
        raise ValueError(f"the base URL of {parts.hostname!r} has no valid port: {error}") from error
    host = parts.netloc.rpartition("@")[2]
    url = f"{parts.scheme}://{host}{parts.path}".rstrip("/")
    return Address(url=url, prefix=prefix.rstrip("/"), authorization=_basic(parts.username, parts.password))


def filled(url: str, variables: Mapping[str, str]) -> str:
    """A URL in which variables in braces have their values."""
    for name, value in variables.items():
        url = url.replace(f"{{{name}}}", value)
    return url


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _basic(user: str | None, password: str | None) -> str:
    if user is None and password is None:
        return ""
    pair = f"{unquote(user or '')}:{unquote(password or '')}"
    return "Basic " + b64encode(pair.encode()).decode()
