"""The encodings of Unicode that a text may be written in, and the same text in UTF-8."""

from __future__ import annotations

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The byte order marks, the longer ones first: that of UTF-16 begins that of UTF-32."""

_ZEROS: Final = (
    ((True, True, True, False), "utf-32-be"),
    ((False, True, True, True), "utf-32-le"),
    ((True, False, True, False), "utf-16-be"),
    ((False, True, False, True), "utf-16-le"),
)
"""Which of the first four bytes are zero in a text that starts with two ASCII characters."""


def encoding_of(data: bytes) -> str:
    """The encoding of a text by its first bytes (YAML 1.2.2 section 5.2): UTF-8 where none tell."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    pattern = tuple(byte == 0 for byte in data[:4])
    return next((name for zeros, name in _ZEROS if zeros == pattern), "utf-8")


def as_utf8(data: bytes) -> bytes:
    """A text in UTF-8; the same bytes where it is in UTF-8 already, or in none of these."""
    name = encoding_of(data)
    if name == "utf-8":
        return data
    try:
        return data.decode(name).encode()
    except UnicodeError:
        return data
