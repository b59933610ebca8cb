# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Which of the media types that the API declares an answer has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_PARAMETER = r';\s*([^=;\s]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)'

_SAME, _GROUP, _ANY, _FAMILY = 4, 3, 2, 1
_STEP = 10


def declared_media(content_type: str, declared: Iterable[str]) -> str | None:
    """The declared media type that a Content-Type is one of; None for one that is not declared.

    The most specific one counts (OpenAPI 3.1 section 4.8.17): with its parameters, without them, a range such as
    `text/*`, `*/*`. JSON under a name of its own is JSON where that is declared (RFC 6839 section 3.1).
    """
    media, parameters = _parsed(content_type)
    best, found = 0, None
    for name in declared if media else ():
        known, wanted = _parsed(name)
        rank = _STEP * _rank(known, media)
        if rank:
            # Parameters that are there say more than none, and others than the declared ones say less.
            rank += len(wanted) if wanted.items() <= parameters.items() else -1
        if rank > best:
            best, found = rank, name
    return found


def misfit(media: str, documented: str) -> str:
    """What came in place of what the API documents, in words."""
    came = f"came as {media}" if media else "came without a Content-Type"
    return f"it {came}, and the API documents {documented}"


def is_json(media_type: str) -> bool:
    """Whether bodies of a media type are JSON (RFC 6839 section 3.1 for the suffix)."""
    return essence_of(media_type).endswith(("/json", "+json"))


def is_form(media_type: str) -> bool:
    """Whether bodies of a media type are the pairs of a form."""
    return essence_of(media_type) == "application/x-www-form-urlencoded"


def is_words(media_type: str) -> bool:
    """Whether bodies of a media type are text."""
    return essence_of(media_type).startswith("text/")


def essence(headers: Mapping[str, str]) -> str:
    """The media type of a body without its parameters, in small letters."""
    return essence_of(headers.get("content-type", ""))


def is_page(media_type: str) -> bool:
    """Whether a media type is one of words for people, as proxies and routers answer."""
    return media_type in ("text/html", "text/plain", "application/xhtml+xml")


def essence_of(media_type: str) -> str:
    """A media type without its parameters (RFC 9110 section 8.3.1), in small letters."""
    return media_type.partition(";")[0].strip().lower()


def group_of(media_type: str) -> str:
    """What stands before the slash: `text`, `image`."""
    return media_type.partition("/")[0].strip().lower()


def charset_of(media_type: str) -> str:
    """The charset that a media type names, in small letters; nothing where it names none."""
    pairs = re.findall(_PARAMETER, media_type) if ";" in media_type else ()
    return next((value.strip('"').lower() for name, value in pairs if name.lower() == "charset"), "")


def _rank(known: str, media: str) -> int:
    if known == media:
        return _SAME
    if known == f"{group_of(media)}/*":
        return _GROUP
    if known == "*/*":
        return _ANY
    return _FAMILY if is_json(known) and is_json(media) else 0


def _parsed(media_type: str) -> tuple[str, dict[str, str]]:
    """A media type and its parameters but the charset, which says nothing of what is in a body."""
    pairs = {name.lower(): value.strip('"').lower() for name, value in re.findall(_PARAMETER, media_type)}
    pairs.pop("charset", None)
    return essence_of(media_type), pairs
