"""An encoding is for a property of a form, or for a part of a body that has several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.media_types import FORM_DATA, bare, is_form, is_multipart
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.inner_schemas import may_be_list, members
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "encodings"

_BY_NAME: Final = "encoding"
_BY_PLACE: Final = ("prefixEncoding", "itemEncoding")
_STYLES: Final = ("style", "explode", "allowReserved")
_MOST: Final = 100
"""So many schemas are looked at for the properties of one."""


def _media_type(scope: Scope, address: Address, media: Any) -> Iterator[Fault]:
    """The encodings of a media type (OpenAPI 3.0.3 section 4.7.14, 3.1 section 4.8.14)."""
    key = str(address[-1])
    if spot_at(address[:-1]).has_names and "/" in key:
        yield from _ignored(scope, address, media, key)
    if scope.is_32 and any(field in media for field in _BY_PLACE):
        yield from _without_list(scope, address, media)


def _ignored(scope: Scope, address: Address, media: Any, key: str) -> Iterator[Fault]:
    for field in _BY_PLACE if scope.is_32 else ():
        if field in media and not is_multipart(key):
            yield _no_meaning((*address, field), f"'{field}' is for multipart, and this is {key}")
    if _BY_NAME not in media:
        return
    place = (*address, _BY_NAME)
    if not is_multipart(key) and not is_form(key):
        yield _no_meaning(place, f"'{_BY_NAME}' is for forms and multipart, and this is {key}")
    elif not scope.is_32 and "responses" in address[:-3]:
        yield _no_meaning(place, f"'{_BY_NAME}' is for the bodies of requests alone")
    else:
        yield from _of_properties(scope, address, media, key)


def _of_properties(scope: Scope, address: Address, media: Any, key: str) -> Iterator[Fault]:
    encodings = media[_BY_NAME]
    names = _properties(scope, (*address, "schema")) if "schema" in media else None
    for name, encoding in encodings.items() if isinstance(encodings, dict) else ():
        place = (*address, _BY_NAME, name)
        if names is not None and name not in names:
            yield Fault(
                rule=NAME,
                address=place,
                message=f"the schema has no property '{name}' that this encoding could be for",
                advice="record a step that removes it, or renames it with rename-key",
                mend=removal(f"Remove the encoding of {name}, which is no property"),
            )
        if isinstance(encoding, dict):
            yield from _fields(scope, place, encoding, key)


def _fields(scope: Scope, address: Address, encoding: Any, key: str) -> Iterator[Fault]:
    """What an encoding says, and is ignored for its media type (3.1 section 4.8.15)."""
    if "headers" in encoding and not is_multipart(key):
        yield _no_meaning((*address, "headers"), f"'headers' is for multipart, and this is {key}")
    styles = [field for field in _STYLES if field in encoding]
    if not is_form(key) and (scope.is_30 or bare(key) != FORM_DATA):
        for field in styles:
            yield _no_meaning((*address, field), f"'{field}' is for forms, and this is {key}")
    elif not scope.is_30 and styles and "contentType" in encoding:
        yield _no_meaning((*address, "contentType"), f"'contentType' is ignored for {styles[0]}")


def _without_list(scope: Scope, address: Address, media: Any) -> Iterator[Fault]:
    """A fault for encodings by place of what is no list (OpenAPI 3.2, Media Type Object)."""
    schema = scope.follow((*address, "schema"))[1] if "schema" in media else None
    is_list = isinstance(schema, dict) and may_be_list(schema)
    if "itemSchema" not in media and not is_list:
        yield Fault(
            rule=NAME,
            address=address,
            message="the parts have encodings by their places, and no schema says that they are "
            "a list",
            advice="record a step that adds itemSchema, or a schema of type array",
        )


def _properties(scope: Scope, address: Address) -> set[str] | None:
    """The properties of the schema at an address; None where they may be others too."""
    names: set[str] = set()
    todo, seen = [address], set[Address]()
    while todo:
        place, schema = scope.follow(todo.pop())
        if place in seen:
            continue
        seen.add(place)
        if not isinstance(schema, dict) or len(seen) > _MOST or _is_open(schema):
            return None
        properties = schema.get("properties")
        names |= set(properties) if isinstance(properties, dict) else set()
        for keyword in COMPOSITIONS:
            todo += members(schema, place, keyword)
    return names


def _is_open(schema: Any) -> bool:
    """Whether a schema says more of properties than their names, or refers elsewhere."""
    elsewhere = isinstance(schema.get("$ref"), str)
    more = schema.get("patternProperties") or schema.get("additionalProperties")
    return elsewhere or "if" in schema or isinstance(more, dict)


def _no_meaning(address: Address, message: str) -> Fault:
    return Fault(
        rule=NAME,
        address=address,
        message=message,
        level="warning",
        advice="record a step that removes it",
        mend=removal(f"Remove {address[-1]}, which has no meaning here"),
    )


CHECKS: Final[Mapping[str, Check]] = {
    f"media type.{field}": _media_type for field in (_BY_NAME, *_BY_PLACE)
}
