"""What a media type means for a client: how it is sent and read, which of several counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, TypeAlias

from specmend.generate.normalize.media_order import essence, framing_of, is_json, is_stream
from specmend.generate.types.kinds import ANY, NONE, Bounded, Choice, OneOf, Scalar, Type

Kind: TypeAlias = Literal["json", "records", "form", "multipart", "content"]

JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
FORM_DATA = "multipart/form-data"
_OCTETS: Final = ("image", "audio", "video", "font", "model")
_CHARSET: Final = re.compile(r"\s*;\s*charset=[^;]*", re.IGNORECASE)


def is_text(media_type: str) -> bool:
    """Whether bodies of a media type are text."""
    return essence(media_type).startswith("text/")


def is_form(media_type: str) -> bool:
    """Whether bodies of a media type are the pairs of a form."""
    return essence(media_type) == _FORM


def is_xml(media_type: str) -> bool:
    """Whether bodies of a media type are XML (RFC 7303 for the suffix)."""
    plain = essence(media_type)
    return plain in ("application/xml", "text/xml") or plain.endswith("+xml")


def is_open(media_type: str) -> bool:
    """Whether a media type says little of what its bodies hold: text, or a range such as `*/*`.

    A range of pictures, sounds and the like says that they are octets.
    """
    return is_text(media_type) or ("*" in media_type and not _is_of_octets(media_type))


def is_unread(media_type: str, kind: Type) -> bool:
    """Whether a schema says what the client cannot read out of bodies of a media type.

    Of pictures, sounds and the like a schema says nothing.
    """
    is_told = is_structured(kind) and not _is_of_octets(media_type)
    is_read = is_json(media_type) or is_form(media_type) or is_open(media_type)
    return is_told and (is_xml(media_type) or not is_read)


def accepted(kinds: Mapping[str, Type]) -> str:
    """The header `Accept` for answers of these media types; JSON comes before what else there is.

    A range comes last (RFC 9110 section 12.5.1). Charsets are left out: each one is read.
    """
    names = [name for name in kinds if name]
    named = dict.fromkeys(_CHARSET.sub("", name).strip() for name in names if "*" not in name)
    ranges = [name for name in names if "*" in name]
    if not any(is_json(name) for name in named) and any(is_structured(kinds[n]) for n in ranges):
        named = {JSON: None, **named}
    has_json = any(is_json(name) for name in named)
    told = [name if is_json(name) or not has_json else f"{name};q=0.9" for name in named]
    told += [f"{name};q=0.8" if named else name for name in ranges]
    return ", ".join(told) or "*/*"


def body_kind(media_type: str, kind: Type) -> Kind:
    """How a request body is sent; a range such as `*/*` is JSON where its schema is no octets.

    Server-sent events are sent as the octets that they are given as, and so are multipart bodies
    that are no form and have no schema of their parts.
    """
    plain = essence(media_type)
    if is_json(plain) or ("*" in plain and is_structured(kind) and not _is_of_octets(plain)):
        return "json"
    if is_stream(plain):
        return "content" if framing_of(plain) == "sse" else "records"
    if is_form(plain):
        return "form"
    is_of_parts = plain == FORM_DATA or (plain.startswith("multipart/") and is_structured(kind))
    return "multipart" if is_of_parts else "content"


def is_structured(kind: Type) -> bool:
    """Whether values of a type are JSON and could be no plain text."""
    if isinstance(kind, OneOf):
        return any(is_structured(member) for member in kind.members)
    if isinstance(kind, Bounded):
        return is_structured(kind.inner)
    if isinstance(kind, Scalar):
        return kind.name in ("int", "float", "bool")
    return not isinstance(kind, Choice)


def is_single(kind: Type) -> bool:
    """Whether a type says that a value is one text, or octets."""
    return kind not in (ANY, NONE) and not is_structured(kind)


def ranked(media_types: Iterable[str]) -> list[str]:
    """Media types with JSON first and streams last."""
    return sorted(media_types, key=_rank)


def content_of(holder: Any) -> dict[str, Any]:
    """The `content` of a request body, a response or a parameter, by media type.

    What has no slash in its name is no media type (RFC 9110 section 8.3.1): a stray `examples`.
    """
    content = holder.get("content") if isinstance(holder, dict) else None
    media_types = content.items() if isinstance(content, dict) else ()
    return {name: media for name, media in media_types if "/" in name}


def _is_of_octets(media_type: str) -> bool:
    return essence(media_type).partition("/")[0] in _OCTETS


def _rank(media_type: str) -> int:
    if essence(media_type) == JSON:
        return 0
    if is_json(media_type):
        return 1
    return 3 if is_stream(media_type) else 2
