"""The keys of a Responses Object: status codes, ranges of them, and `default`."""

from __future__ import annotations

import re
from typing import Final

DEFAULT: Final = "default"

_CODE: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)")


def status_of(key: str) -> str | None:
    """The key of a response as the standard writes it: `200`, `4XX` or `default`; None for others.

    What only differs in case or in blanks around it is read as what it means: `4xx` is `4XX` (the
    standard has capitals: OpenAPI 3.0.3 section 4.7.16, 3.1 section 4.8.16).
    """
    word = key.strip()
    if word.lower() == DEFAULT:
        return DEFAULT
    code = word.upper()
    return code if _CODE.fullmatch(code) else None


def is_plain(key: str) -> bool:
    """Whether a key is written as the standard has it."""
    return status_of(key) == key
