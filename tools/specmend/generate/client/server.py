"""The base URL that a document names, its path, and the paths that count from another one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit


def default_server(document: dict[str, Any]) -> str:
    """The first server with the defaults of its variables, or nothing when it is relative.

    A relative server counts from where the document was served (OpenAPI 3.1 section 4.8.5), which a
    client does not know: its base URL has no default then.
    """
    url = _first_server(document)
    return url.rstrip("/") if urlsplit(url).scheme in ("http", "https") else ""


def server_prefix(document: dict[str, Any]) -> str:
    """The path of the first server, with which every base URL is expected to end."""
    return urlsplit(_first_server(document)).path.rstrip("/")


def sent_path(document: dict[str, Any], path: str, operation: dict[str, Any]) -> str | None:
    """The path of an operation as it is put behind the base URL, or None where that cannot be said.

    An operation whose own server is above that of the document, as `/health` beside `/v1`, is
    reached by going up from the base URL that the user gives (RFC 3986 section 5.2.4).
    """
    servers = operation.get("servers") or document.get("paths", {}).get(path, {}).get("servers")
    if not servers:
        return path
    base, own = default_server(document), default_server({"servers": servers})
    if own == base:
        return path
    if not own or not base.startswith(f"{own}/"):
        return None
    return "/.." * base.removeprefix(own).count("/") + path


def _first_server(document: dict[str, Any]) -> str:
    servers = document.get("servers") or []
    if not servers:
        return ""
    url = str(servers[0].get("url", ""))
    for name, variable in (servers[0].get("variables") or {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return url
