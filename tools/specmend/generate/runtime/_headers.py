"""Writes headers and cookies, and refuses what they cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ._styles import Writer
from .errors import ArgumentError

NAME: Final = r"[-!#$%&'*+.^_`|~0-9A-Za-z]+"
FORBIDDEN: Final = r"[^\t\x20-\x7e]"
_NOT_IN_COOKIE: Final = r"[^\x20-\x7e]|;"


def header(writer: Writer, value: Any) -> str:
    """The value of a header; raises ArgumentError, which does not show it."""
    return _checked(writer.name, ",".join(writer.pieces(value)), "header")


def checked_header(name: str, value: Any, place: str) -> str:
    """A header that is named by a caller and can be sent as it is; raises ArgumentError."""
    if not re.fullmatch(NAME, name):
        raise ArgumentError(place, name, "this is no name of a header")
    if not isinstance(value, str):
        raise ArgumentError(place, name, "it is no text")
    return _checked(name, value, place)


def cookies(writer: Writer, value: Any) -> Iterator[str]:
    """The pairs of a cookie; raises ArgumentError.

    The style `form` has percent-encoded all that needs it. Others are sent as they are given (OpenAPI 3.2, Appendix D),
    so what would end the cookie or the header is refused.
    """
    for pair in writer.pieces(value):
        found = re.search(_NOT_IN_COOKIE, pair)
        if found:
            what = "a semicolon" if found[0] == ";" else "a character that no cookie can have"
            raise ArgumentError("cookie", writer.name, f"it has {what}; give it in the encoding that the server reads")
        yield pair


def in_charset(content: str, charset: str, place: str, name: str) -> bytes:
    """A text in the charset of its media type; raises ArgumentError for a character that the charset does not have."""
    try:
        return content.encode(charset)
    except UnicodeEncodeError:
        raise ArgumentError(place, name, f"it has a character that {charset} does not have") from None
    except LookupError:
        raise ArgumentError(place, name, f"the charset {charset} is not known; give the octets") from None


def _checked(name: str, value: str, place: str) -> str:
    """A header has visible ASCII with spaces and tabs inside (RFC 9110 section 5.5).

    What else there is has no encoding that all servers know.
    """
    if value.isascii() and value.isprintable() and value[:1] != " " != value[-1:]:
        return value
    found = re.search(FORBIDDEN, value)
    if found:
        what = "a line break" if found[0] in "\r\n" else "a control character"
        raise ArgumentError(place, name, f"it has {what if found[0] <= chr(0x7F) else 'a character beyond ASCII'}")
    if value != value.strip(" \t"):
        raise ArgumentError(place, name, "it begins or ends with a space, which servers take off")
    return value


def joined_cookies(first: str, more: str) -> str:
    """The header Cookie with the pairs of another one whose names it does not have."""
    names = {_name(pair) for pair in first.split(";")}
    return "; ".join([first, *(pair.strip() for pair in more.split(";") if _name(pair) not in names)])


def _name(pair: str) -> str:
    return pair.partition("=")[0].strip()
