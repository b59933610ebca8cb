# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Pictures as the API takes them: base64, from a path, from bytes or from an open file."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import IO, TypeAlias

from .errors import APIError

__all__ = ["ImageError", "ImageSource", "encode"]

ImageSource: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]
"""A picture: a path, its bytes, or a file that was opened for reading bytes."""

_LOOKED_AT = 512
_TEXT = frozenset(range(32, 127)) | {9, 10, 12, 13}


class ImageError(APIError, ValueError):
    """Something is no picture that could be sent; the cause is the exception of the system where there is one."""


def encode(source: ImageSource) -> str:
    """The base64 of a picture, without a `data:` prefix, for `images` of a message or a prompt.

    What kind of picture it is does not matter here: the server knows that better. Raises ImageError for what is
    missing, cannot be read, is empty, or is text.
    """
    content = _content(source)
    if not content:
        raise ImageError(f"{_shown(source)} is empty")
    if _TEXT.issuperset(content[:_LOOKED_AT]):
        raise ImageError(f"{_shown(source)} is text, not a picture: give its bytes as they are, neither base64 nor SVG")
    return base64.b64encode(content).decode("ascii")


def _content(source: ImageSource) -> bytes:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, str) and source.startswith(("data:", "http:", "https:")):
        raise ImageError(f"{source[:40]!r} is an address, not a path: give the bytes of the picture")
    if isinstance(source, (str, os.PathLike)):
        try:
            return Path(source).read_bytes()
        except (OSError, ValueError) as error:
            raise ImageError(f"{_shown(source)} cannot be read: {_reason(error)}") from error
    return _read(source)


def _read(file: IO[bytes]) -> bytes:
    try:
        content = file.read()
    except (OSError, ValueError) as error:
        raise ImageError(f"{_shown(file)} cannot be read: {_reason(error)}") from error
    except AttributeError as error:
        raise ImageError(f"{file!r} is no picture: give a path, bytes or an open file") from error
    if not isinstance(content, bytes):
        raise ImageError(f"{_shown(file)} gives text: open it with mode 'rb'")
    return content


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _shown(source: ImageSource) -> str:
    if isinstance(source, (str, os.PathLike)):
        # A base64 text that was taken for a path can be very long.
        path = os.fspath(source)
        return f"the image {path!r}" if len(path) < _LOOKED_AT else f"the image {path[:60]!r}…"
    name = getattr(source, "name", None)
    return f"the image {name!r}" if isinstance(name, str) else "the image"
