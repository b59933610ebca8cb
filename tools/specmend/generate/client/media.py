"""What a media type means for a client: how it is sent and read, which of several counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

from specmend.generate.normalize.media_order import essence, framing_of, is_json, is_stream
from specmend.generate.types.kinds import Bounded, Choice, OneOf, Scalar, Type

Kind: TypeAlias = Literal["json", "records", "form", "multipart", "content"]

JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


def is_text(media_type: str) -> bool:
    """Whether bodies of a media type are text."""
    return essence(media_type).startswith("text/")


def is_form(media_type: str) -> bool:
    """Whether bodies of a media type are the pairs of a form."""
    return essence(media_type) == _FORM


def body_kind(media_type: str, kind: Type) -> Kind:
    """How a request body is sent; a range such as `*/*` is JSON where its schema is no octets.

    Server-sent events are sent as the octets that they are given as.
    """
    plain = essence(media_type)
    if is_json(plain) or ("*" in plain and is_structured(kind)):
        return "json"
    if is_stream(plain):
        return "content" if framing_of(plain) == "sse" else "records"
    if is_form(plain):
        return "form"
    return "multipart" if plain == _MULTIPART else "content"


def is_structured(kind: Type) -> bool:
    """Whether values of a type are JSON and could be no plain text."""
    if isinstance(kind, OneOf):
        return any(is_structured(member) for member in kind.members)
    if isinstance(kind, Bounded):
        return is_structured(kind.inner)
    if isinstance(kind, Scalar):
        return kind.name in ("int", "float", "bool")
    return not isinstance(kind, Choice)


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


def _rank(media_type: str) -> int:
    if essence(media_type) == JSON:
        return 0
    if is_json(media_type):
        return 1
    return 3 if is_stream(media_type) else 2
