# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Reads OLLAMA_HOST as the server's own client does, and says which server may have OLLAMA_API_KEY."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final
from urllib.parse import quote, urlsplit

from ._log import log

CLOUD: Final = "ollama.com"
"""The host to which a key of the environment may be sent."""

_PORT = "11434"
_USUAL_PORTS = {"http": "80", "https": "443"}
_HIGHEST_PORT = 65535
_SAFE = ":%!$&'()*+,;=~"


def base_url_of(value: str, suffix: str) -> str:
    """The base URL of the server that a value of OLLAMA_HOST names, with the suffix of the API at its end.

    An empty value is the server on this machine. Without a scheme the port is 11434, with one it is that of the
    scheme. An address that stands for all interfaces becomes the loopback address, because nobody can connect to it.
    A port that is none gives way to the usual one, with a warning. Raises ValueError for what is not an address.
    """
    text = value.strip().strip("\"'").strip()
    if text == CLOUD:
        text = f"https://{CLOUD}"
    scheme, found, rest = text.partition("://")
    scheme, rest = (scheme.lower(), rest) if found else ("http", text)
    if scheme not in _USUAL_PORTS:
        raise ValueError(f"OLLAMA_HOST has the scheme {scheme!r}; give http://host:port or https://host:port")
    place, _, path = rest.partition("/")
    user, at, place = place.rpartition("@")
    if not at and ":" in place and "@" in path:
        raise ValueError("OLLAMA_HOST has user and password with a slash in them; write it as %2F")
    host, port = _host_and_port(place, _USUAL_PORTS[scheme] if found else _PORT)
    login = f"{quote(user, safe=_SAFE)}@" if at else ""
    shown = "" if port == _USUAL_PORTS[scheme] else f":{port}"
    path = path.strip("/")
    return f"{scheme}://{login}{host}{shown}{f'/{path}' if path else ''}{suffix}"


def api_key_of(base_url: str, key: str | None) -> str | None:
    """The key, where the base URL is that of the cloud and nobody on the way can read along; else None."""
    try:
        parts = urlsplit(base_url.strip())
        fits = parts.scheme == "https" and parts.hostname == CLOUD and parts.port in (None, 443)
    except ValueError:  # the client itself says what is wrong with its base URL
        fits = False
    return (key or "").strip() or None if fits else None


def _host_and_port(place: str, usual: str) -> tuple[str, str]:
    """The two parts of `host`, `host:port`, `:port`, `[IPv6]:port`, `[IPv6]` or `IPv6`."""
    if place.startswith("[") and "]" in place:
        host, _, after = place[1:].partition("]")
        return _connectable(host), _port(after.removeprefix(":"), usual) if after else usual
    if place.count(":") > 1 or ":" not in place:
        return _connectable(place), usual
    host, _, port = place.partition(":")
    return _connectable(host), _port(port, usual)


def _port(port: str, usual: str) -> str:
    if port.isascii() and port.isdigit() and int(port) <= _HIGHEST_PORT:
        return str(int(port))
    log.warning("the port %r of OLLAMA_HOST is not a port; %s is taken instead", port, usual)
    return usual


def _connectable(host: str) -> str:
    """A host as a URL has it; raises ValueError for one that cannot be."""
    if not host:
        return "127.0.0.1"
    try:
        address = ip_address(host)
    except ValueError:
        if any(sign.isspace() or sign in "[]:?#\\<>\"'" for sign in host):
            raise ValueError(f"OLLAMA_HOST names the host {host!r}, which cannot be one") from None
        return host
    if address.is_unspecified:
        return "127.0.0.1" if address.version == 4 else "[::1]"
    return str(address) if address.version == 4 else f"[{address}]"
