"""The media types that stand as keys of `content`, and what OpenAPI has for some of them alone."""

from __future__ import annotations

import re
from typing import Final

FORM: Final = "application/x-www-form-urlencoded"
FORM_DATA: Final = "multipart/form-data"

_WORD: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_RANGE: Final = re.compile(rf"{_WORD}/{_WORD}\s*(?:;.*)?", re.DOTALL)


def is_media_range(key: str) -> bool:
    """Whether a key is a media type or a range of them (RFC 9110 sections 8.3.1 and 12.5.1)."""
    return _RANGE.fullmatch(key) is not None


def bare(key: str) -> str:
    """A media type in small letters, without its parameters."""
    return key.partition(";")[0].strip().lower()


def is_multipart(key: str) -> bool:
    """Whether a media type has several parts (RFC 2046 section 5.1)."""
    return bare(key).startswith("multipart/")


def is_form(key: str) -> bool:
    """Whether a media type is that of a form in the manner of a URL."""
    return bare(key) == FORM


def is_wider(one: str, other: str) -> bool:
    """Whether a media type is a range in which another one lies (RFC 9110 section 12.5.1)."""
    first, second = bare(one), bare(other)
    if first == second or not first.endswith("/*"):
        return False
    return first == "*/*" or second.startswith(first[:-1])
