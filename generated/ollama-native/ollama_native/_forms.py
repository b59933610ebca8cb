# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Writes the fields of forms (application/x-www-form-urlencoded)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ._media import is_json
from ._operation import Encoding
from ._styles import STYLES, Writer, apart, form_percent, media_text, percent, reserved_percent, verbatim, why
from .errors import ArgumentError

_FIELD = "form"


def form(fields: Iterable[tuple[str, Any]], encodings: Iterable[Encoding]) -> str:
    """The fields as one text; raises ArgumentError.

    A field with a style is written like a parameter of a query. Any other is text of its media type, a list one for
    each of its members (OpenAPI 3.1.1 section 4.8.15).
    """
    known = {encoding.name: encoding for encoding in encodings}
    return "&".join(piece for name, value in fields for piece in _pieces(name, value, known.get(name, Encoding())))


def styled(encoding: Encoding, *, is_text: bool = False) -> Writer:
    """The writer of a field with a style; of a multipart body nothing is percent-encoded (`is_text`)."""
    row = STYLES[encoding.style]
    encode = reserved_percent("query", "" if encoding.explode else row.inside) if encoding.reserved else percent
    return Writer(
        place=_FIELD,
        name=encoding.name,
        style=encoding.style,
        explode=encoding.explode,
        encode=verbatim if is_text else encode,
        encode_member=verbatim if is_text else encode,
        encode_name=verbatim if is_text else percent,
        apart=apart(encoding.style, explode=encoding.explode, is_encoded=not is_text),
        apart_names="[]" if encoding.style == "deepObject" else "",
        inside=row.inside if is_text or row.inside == "," else percent(row.inside),
    )


def _pieces(name: str, value: Any, encoding: Encoding) -> Iterator[str]:
    if encoding.style:
        yield from styled(encoding).pieces(value)
        return
    media_type = next((one for one in encoding.media_types if is_json(one)), "")
    for member in value if isinstance(value, list) else [value]:
        if member is not None:
            yield _pair(name, media_type, member)


def _pair(name: str, media_type: str, member: Any) -> str:
    try:
        return f"{form_percent(name)}={form_percent(media_text(media_type, member))}"
    except ValueError as error:
        raise ArgumentError(_FIELD, name, why(error)) from None
