# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Reads the body of an answer by the media type that it came with and those that the API declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx2 as httpx
from pydantic import ValidationError

from . import errors
from ._codec import adapter, is_no_json, reader
from ._json import mended_json
from ._media import declared_media, essence, essence_of, group_of, is_form, is_json, is_words, misfit

_OCTETS = ("", "application/octet-stream", "binary/octet-stream")
WEB_PAGES = ("text/html", "application/xhtml+xml")


def read_body(response: httpx.Response, kind: Any) -> Any:
    """The value of a body that is there; `kind` is the type of the JSON in it, or a type for each media type.

    Raises pydantic.ValidationError for a value that does not fit, and DecodeError for a media type that is not
    declared.
    """
    if not isinstance(kind, Mapping):
        return _read_json(response, kind)
    media_type = declared_media(response.headers.get("content-type", ""), kind)
    if media_type is None:
        return _read_undeclared(response, kind)
    return _read(response, kind[media_type], media_type)


def empty_value(response: httpx.Response, kind: Any) -> Any:
    """The value of a body that is not there: no octets, an empty text, or None where that fits.

    Raises EmptyResponseError where nothing fits.
    """
    declared: Mapping[str, Any] = kind if isinstance(kind, Mapping) else {"application/json": kind}
    media_type = declared_media(response.headers.get("content-type", ""), declared)
    names = list(declared) if media_type is None else [media_type]
    kinds = [declared[name] for name in names]
    if not any(is_json(name) for name in names):
        for nothing in (b"", ""):
            if type(nothing) in kinds:
                return nothing
    if any(_accepts_none(one) for one in kinds):
        return None
    raise errors.EmptyResponseError(response)


def names_media(response: httpx.Response, kind: Any) -> bool:
    """Whether the API names the very media type that came, and no range that has it too."""
    names = kind if isinstance(kind, Mapping) else ()
    return essence(response.headers) in {essence_of(name) for name in names}


def _read(response: httpx.Response, kind: Any, media_type: str) -> Any:
    media = essence(response.headers)
    if kind is bytes:
        return response.content
    if is_json(media_type) or (is_json(media) and kind is not str):
        return _read_json(response, kind)
    if is_form(media_type) or (is_form(media) and kind is not str):
        from ._texts import from_form  # asked for here, so that the package is imported fast

        return from_form(kind, response.text)
    return _read_words(response, kind)


def _read_words(response: httpx.Response, kind: Any) -> Any:
    """What a text says; some servers call a document of their own text, or do not say what it is."""
    from ._texts import from_text

    is_document = response.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    if kind is not str:
        return _read_json(response, kind) if is_document else from_text(kind, response.text)
    if is_json(essence(response.headers)):
        try:
            return _read_json(response, kind)
        except ValidationError:
            return response.text  # JSON of another kind, where any text is an answer
    return response.text


def _read_json(response: httpx.Response, kind: Any) -> Any:
    if kind is bytes:
        return response.content
    try:
        return reader(kind)(response.content)
    except ValidationError as error:
        return _read_again(response, kind, error)


def _read_again(response: httpx.Response, kind: Any, error: ValidationError) -> Any:
    """What a body says that is JSON for most readers, or a text where JSON was declared; raises the error else."""
    if not is_no_json(error):
        raise error
    mended = mended_json(response.content, response.charset_encoding or "")
    if mended is not None:
        return reader(kind)(mended)
    media = essence(response.headers)
    if is_words(media) and media not in WEB_PAGES:
        from ._texts import from_text

        try:
            return from_text(kind, response.text)
        except ValidationError:
            raise error from None
    raise error


def _read_undeclared(response: httpx.Response, kinds: Mapping[str, Any]) -> Any:
    """JSON where that is declared and is what came; octets and text where they could be meant."""
    media = essence(response.headers)
    documents = [kind for name, kind in kinds.items() if is_json(name) and kind is not bytes]
    others = [(name, kind) for name, kind in kinds.items() if not is_json(name)]
    try:
        if documents:
            return _read_json(response, documents[0])
    except ValidationError as error:
        if not is_no_json(error):
            raise
    if bytes in kinds.values() and _could_be_octets(media, kinds):
        return response.content
    if not documents and len(others) == 1 and media not in WEB_PAGES:
        return _read(response, others[0][1], others[0][0])
    raise errors.DecodeError(response.content, misfit(media, " or ".join(kinds)))


def _could_be_octets(media: str, kinds: Mapping[str, Any]) -> bool:
    octets = [name for name, kind in kinds.items() if kind is bytes]
    is_near = media in _OCTETS or any(group_of(name) == group_of(media) for name in octets)
    return media not in WEB_PAGES and (is_near or len(octets) == len(kinds))


def _accepts_none(kind: Any) -> bool:
    try:
        adapter(kind).validate_python(None)
    except ValidationError:
        return False
    return True
