"""Addresses in a document tree and their written form, the JSON Pointer (RFC 6901)."""

from __future__ import annotations

import json

Address = tuple[str | int, ...]
"""Keys of mappings (strings) and indexes of lists (integers, from 0), from the root down."""


def format_pointer(address: Address) -> str:
    """Write an address as a JSON Pointer; the root is the empty string (RFC 6901 section 5)."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in address)


def parse_pointer(pointer: str) -> tuple[str, ...]:
    """Read a JSON Pointer into its reference tokens, all strings (RFC 6901 section 4).

    Raises ValueError when the pointer is not empty and does not start with a slash.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"a JSON Pointer starts with a slash, found {pointer!r}")
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


def format_path(address: Address) -> str:
    """Write an address as a JSONPath of names and indices, names unquoted where they are plain.

    With quotes it would be a normalized path (RFC 9535 section 2.7).
    """
    return "$" + "".join(_segment(token) for token in address)


def _segment(token: str | int) -> str:
    if isinstance(token, int):
        return f"[{token}]"
    if token.isascii() and token.replace("_", "a").isalnum() and not token[:1].isdigit():
        return f".{token}"
    # As in JSON, but for the quote that is escaped.
    escaped = json.dumps(token, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"['{escaped}']"
