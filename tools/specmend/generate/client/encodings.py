"""How fields of forms and parts of multipart bodies are written: OpenAPI's Encoding Object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from specmend.generate.client.media import FORM_DATA, is_form
from specmend.generate.client.parameters import left_open, read_style
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Encoding
from specmend.generate.client.values import Shape, shapes
from specmend.generate.normalize.encoded_parts import ENCODED
from specmend.generate.normalize.media_order import essence, is_json
from specmend.generate.types.kinds import Bounded, Many, Type

Warn = Callable[..., None]
"""Takes the words, and the keys from the media type to the place that they are about."""

OCTETS: Final = "application/octet-stream"

_STYLED: Final = ("style", "explode", "allowReserved")


def read_encodings(
    media_type: str, media: dict[str, Any], kinds: Mapping[str, Type], reader: Reader, warn: Warn
) -> tuple[Encoding, ...]:
    """The encodings of the properties of a form or multipart body, by the types of these."""
    told = media.get("encoding")
    named = told if isinstance(told, dict) else {}
    for name in named:
        if name not in kinds:
            warn(f"the body has no property {name}; its encoding is not heeded", "encoding", name)
    encoded = media.get(ENCODED) or {}
    found = []
    for name, kind in kinds.items():
        holder = named.get(name)
        own = read_encoding(media_type, holder, kind, reader, _at(warn, name)) if holder else None
        default = _encoded(media_type, encoded.get(name, ""))
        if default and own and not own.style:
            default = replace(
                own,
                media_types=own.media_types or default.media_types,
                headers=(*default.headers, *own.headers),
            )
            own = None
        made = own or default
        if made is not None and made != Encoding():
            found.append(replace(made, wire=name))
    return tuple(found)


def read_encoding(
    media_type: str, holder: Any, kind: Type, reader: Reader, warn: Warn
) -> Encoding | None:
    """One encoding; what of it counts depends on the media type of the body."""
    if not isinstance(holder, dict):
        return None
    headers = tuple(_headers(media_type, holder, warn))
    if _counts_style(media_type, holder, reader, warn):
        style, explode = read_style(holder, "query", warn)
        for words, key in left_open(holder, style, kind, reader, explode=explode):
            warn(words, key)
        if "contentType" in holder:
            warn(
                "beside 'style', 'explode' or 'allowReserved' contentType does not count",
                "contentType",
            )
        reserved = holder.get("allowReserved") is True
        return Encoding(style=style, explode=explode, reserved=reserved, headers=headers)
    media_types = _media_types(holder)
    _warn_of_media_types(media_type, media_types, kind, reader, warn)
    return Encoding(media_types=media_types, headers=headers)


def written_by_caller(media_types: tuple[str, ...], kind: Type, reader: Reader) -> bool:
    """Whether a part is written by the caller: objects in a media type that is no JSON."""
    item = kind.inner if isinstance(kind, Bounded) else kind
    item = item.item if isinstance(item, Many) else item
    return (
        bool(media_types)
        and not any(map(is_json, media_types))
        and Shape.OBJECT in shapes(item, reader)
    )


def _at(warn: Warn, name: str) -> Warn:
    return lambda words, *keys: warn(words, "encoding", name, *keys)


def _counts_style(media_type: str, holder: dict[str, Any], reader: Reader, warn: Warn) -> bool:
    """Whether a property is written in a style: in forms, since OpenAPI 3.1 in parts too."""
    told = [key for key in _STYLED if key in holder]
    is_new = essence(media_type) == FORM_DATA and not reader.version.startswith("3.0")
    if not told or is_form(media_type) or is_new:
        return bool(told)
    warn(f"{told[0]} does not count in {media_type} here", told[0])
    return False


def _media_types(holder: dict[str, Any]) -> tuple[str, ...]:
    told = str(holder.get("contentType") or "")
    return tuple(one.strip() for one in told.split(",") if "/" in one)


def _warn_of_media_types(
    media_type: str, media_types: tuple[str, ...], kind: Type, reader: Reader, warn: Warn
) -> None:
    if written_by_caller(media_types, kind, reader):
        what = "the client writes JSON" if is_form(media_type) else "the argument is its text"
        warn(f"the client does not write {media_types[0]}; {what}", "contentType")
    elif not is_form(media_type) and (media_types[1:] or "*" in _first(media_types)):
        words = "the file says which media type it has, by its name or as (name, content, type)"
        warn(f"{words}; else it is {_fallback(media_types)}", "contentType")


def _first(media_types: tuple[str, ...]) -> str:
    return media_types[0] if media_types else ""


def _fallback(media_types: tuple[str, ...]) -> str:
    return next((one for one in media_types if "*" not in one), OCTETS)


def _headers(media_type: str, holder: dict[str, Any], warn: Warn) -> Iterator[tuple[str, str]]:
    """The headers of parts that have one value; others are given with the file."""
    told = holder.get("headers")
    for name, header in told.items() if isinstance(told, dict) else ():
        if name.lower() == "content-type":
            continue
        if is_form(media_type):
            warn("a form has no headers for its fields", "headers", name)
            continue
        value = _only_value(header)
        if value is not None:
            yield name, value
        else:
            words = f"the header {name} is sent where it is given with a file"
            warn(f"{words}: (name, content, media_type, headers)", "headers", name)


def _only_value(header: Any) -> str | None:
    schema = header.get("schema") if isinstance(header, dict) else None
    if not isinstance(schema, dict):
        return None
    values = [schema["const"]] if "const" in schema else schema.get("enum") or []
    values = values if len(values) == 1 else [schema[key] for key in ("default",) if key in schema]
    return str(values[0]) if values and isinstance(values[0], str | int) else None


def _encoded(media_type: str, encoding: str) -> Encoding | None:
    """A text that is encoded octets has the media type of octets (OpenAPI 3.1.1 section 4.8.15)."""
    if not encoding or is_form(media_type):
        return None
    headers = (("Content-Transfer-Encoding", encoding),)
    return Encoding(media_types=(OCTETS,), headers=headers)
