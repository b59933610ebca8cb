# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""JSON that most readers take and a strict one does not: a mark in front, half a pair of surrogates, other charsets."""

from __future__ import annotations

import json
import re
from typing import Any

_HALVES = "[\ud800-\udfff]"
_MARKS = r"\\u[dD][89a-fA-F]|[\ud800-\udfff]"
_REPLACEMENT = "\ufffd"
_ASCII_BASED = ("", "utf-8", "utf8", "us-ascii", "ascii")


def mended_json(content: bytes, charset: str = "", *, lossy: bool = False) -> bytes | None:
    """The same JSON as a strict reader takes it; None where it is no JSON at all.

    A byte order mark is passed over. UTF-16 and UTF-32 are told by their zeros, as RFC 4627 section 3 says; anything
    else is UTF-8, or else of the charset that came with it. U+FFFD stands for half of a surrogate pair, which means
    nothing alone (RFC 8259 section 8.2), and where `lossy` for octets that are no UTF-8.
    """
    try:
        value = json.loads(_decoded(content, charset.lower(), lossy=lossy))
        return whole_text(json.dumps(value, ensure_ascii=False)).encode()
    except (ValueError, RecursionError):
        return None


def load_json(content: bytes, charset: str = "") -> Any:
    """The value that a JSON text says; raises ValueError where it is none."""
    text = _decoded(content, charset.lower(), lossy=False)
    try:
        value = json.loads(text)
        return json.loads(whole_text(json.dumps(value, ensure_ascii=False))) if re.search(_MARKS, text) else value
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply") from error


def whole_text(text: str) -> str:
    """A text in which U+FFFD stands for each half of a surrogate pair."""
    return re.sub(_HALVES, _REPLACEMENT, text)


def _decoded(content: bytes, charset: str, *, lossy: bool) -> str:
    encoding = json.detect_encoding(content)
    try:
        return content.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        if charset not in _ASCII_BASED:
            return _of_charset(content, charset)
        if not lossy:
            raise
        return content.decode(encoding, "replace")


def _of_charset(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset)
    except LookupError as error:
        raise ValueError(f"the charset {charset} is not known") from error
