# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What all requests of one client share: address, headers, timeout, retries, limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import httpx2 as httpx

from ._address import Address, read_address
from ._log import log
from ._retry import Retries

DEFAULT_TIMEOUT: Final = httpx.Timeout(600.0, connect=10.0, pool=None)
"""Ten minutes without a byte, ten seconds for a connection."""

MAX_RECORD: Final = 16 * 1024 * 1024
"""The largest record of a stream in bytes, unless the client is told otherwise."""

Timeout: TypeAlias = float | httpx.Timeout | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """The settings of one client; `headers` have the authorization in them."""

    address: Address
    headers: httpx.Headers
    timeout: Timeout
    retries: Retries
    max_record: int

    def changed(self, timeout: Timeout, retries: int | Retries | None, headers: Mapping[str, str] | None) -> Settings:
        """The settings with some of them changed; DEFAULT_TIMEOUT and None leave what there is."""
        merged = self.headers.copy()
        merged.update(headers)
        return replace(
            self,
            headers=merged,
            timeout=self.timeout if timeout is DEFAULT_TIMEOUT else timeout,
            retries=self.retries if retries is None else read_retries(retries),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """The arguments of a client that become its settings, and what the package itself says of the server."""

    base_url: str
    prefix: str
    agent: str
    api_key: str | None
    default_key: str | None
    api_key_over_http: bool
    headers: Mapping[str, str] | None
    timeout: Timeout
    retries: int | Retries
    max_record: int

    def settings(self) -> Settings:
        """The settings; raises ValueError for a base URL that cannot work, and for a key that others could read."""
        address = read_address(self.base_url, self.prefix)
        headers = httpx.Headers({"User-Agent": self.agent})
        authorization = self._bearer(address) or address.authorization
        if authorization:
            headers["Authorization"] = authorization
        headers.update(self.headers)
        return Settings(
            address=address,
            headers=headers,
            timeout=self.timeout,
            retries=read_retries(self.retries),
            max_record=self.max_record,
        )

    def _bearer(self, address: Address) -> str:
        key = self.default_key if self.api_key is None else self.api_key
        if not key:
            return ""
        if address.is_private or self.api_key_over_http:
            return f"Bearer {key}"
        words = f"the API key is not sent to {address.url}, where others could read it on the way"
        if self.api_key is not None:
            raise ValueError(f"{words}; use https, or say api_key_over_http=True")
        log.warning("%s; use https, or give it as api_key with api_key_over_http=True", words)
        return ""


def read_retries(given: int | Retries) -> Retries:
    """A number of retries as the record of that name."""
    return Retries(times=given) if isinstance(given, int) else given
