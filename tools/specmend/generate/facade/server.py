"""The base URL that a document names, and its path."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit


def default_server(document: dict[str, Any]) -> str:
    """The first server with the defaults of its variables, or nothing when it is relative.

    A relative server counts from where the document was served (OpenAPI 3.1 section 4.8.5), which a client does not
    know: its base URL has no default then.
    """
    url = _first_server(document)
    return url.rstrip("/") if urlsplit(url).scheme in ("http", "https") else ""


def server_prefix(document: dict[str, Any]) -> str:
    """The path of the first server, with which every base URL is expected to end."""
    return urlsplit(_first_server(document)).path.rstrip("/")


def _first_server(document: dict[str, Any]) -> str:
    servers = document.get("servers") or []
    if not servers:
        return ""
    url = str(servers[0].get("url", ""))
    for name, variable in (servers[0].get("variables") or {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return url
