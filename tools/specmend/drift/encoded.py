"""The type of the content of a property: said by its encoding, or by its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.matching.described import in_place, property_at, whole
from specmend.matching.index import referrers
from specmend.matching.locator import Locator
from specmend.matching.parts import SCHEMA
from specmend.matching.sayings import Saying, sayings
from specmend.matching.spelling import knows_nullable

_ENCODING: Final = "encoding"
_PROPERTIES: Final = "properties"
_TYPE: Final = "contentType"
_KEYWORDS: Final = frozenset({"contentMediaType", "contentEncoding"})
_BINARY: Final = ("format", '"binary"')


def encoded_otherwise(
    locator: Locator, applied: Tree, address: Address, lost: Iterable[Saying]
) -> Iterator[Address]:
    """Where the schema of a property says the type of its content, and its encoding said it.

    Or the other way round. Since OpenAPI 3.1 a schema may do so, and one without a type stands for
    bytes (section 4.8.14.4); an encoding overrides it (section 4.8.15). `applied` is the old tree
    after the action.
    """
    yield from _by_schema(locator, applied, address)
    if any(one.keyword in _KEYWORDS or one.key == _BINARY for one in lost):
        yield from _by_encoding(locator, address)
        yield from _by_no_type(locator, address[:-1])


def _by_schema(locator: Locator, applied: Tree, address: Address) -> Iterator[Address]:
    media = _media_type(address)
    if media is None:
        return
    was, shall = _types(locator.old, media), _types(applied, media)
    match = locator.locate(media)
    for name in was if match.whole else ():
        if not same(was[name], shall.get(name, MISSING)):
            before = {one.key for one in _content(locator.old, media, name)}
            now = [one for one in _content(locator.new, match.at, name) if _is_typing(one)]
            yield from (one.at for one in now if one.key not in before)


def _by_encoding(locator: Locator, address: Address) -> Iterator[Address]:
    holder, name = property_at(address)
    for media in _media_types(locator.old, holder) if name else ():
        match = locator.locate(media)
        was = _types(locator.old, media)
        if match.whole and name in _types(locator.new, match.at).keys() - was.keys():
            yield (*match.at, _ENCODING, name, _TYPE)


def _by_no_type(locator: Locator, schema: Address) -> Iterator[Address]:
    match = locator.locate(schema)
    if spot_at(schema) != SCHEMA or not match.whole or knows_nullable(locator.new):
        return
    had_type, has_type = (
        any(one.keyword == "type" for one in sayings(tree, at))
        for tree, at in ((locator.old, schema), (locator.new, match.at))
    )
    if had_type and not has_type:
        yield match.at


def _media_type(address: Address) -> Address | None:
    """The media type whose encoding a place is part of."""
    for length in range(1, len(address)):
        is_encoding = address[length] == _ENCODING
        if is_encoding and spot_at(address[:length]) == ("one", "media type"):
            return address[:length]
    return None


def _types(tree: Tree, media: Address) -> dict[str, Any]:
    """The type of each property of which an encoding says it."""
    table = get(tree, (*media, _ENCODING))
    named = table.items() if isinstance(table, dict) else ()
    return {name: one[_TYPE] for name, one in named if isinstance(one, dict) and _TYPE in one}


def _content(tree: Tree, media: Address, name: str) -> list[Saying]:
    """What the schema of a property says."""
    schemas = in_place(tree, (*media, "schema"))
    return [one for at in schemas for one in sayings(tree, (*at, _PROPERTIES, name))]


def _is_typing(saying: Saying) -> bool:
    """Whether a schema says the type of a content, in the words of OpenAPI 3.1."""
    return saying.at[-1] in _KEYWORDS


def _media_types(tree: Tree, schema: Address) -> Iterator[Address]:
    """The media types whose schema is this one, or a component that it is part of."""
    schema = whole(schema)
    places = [schema]
    if schema[:-1] == SCHEMAS:
        places += [whole(place[:-1]) for place in referrers(tree, str(schema[-1]))]
    for place in places:
        if place[-1:] == ("schema",) and spot_at(place[:-1]) == ("one", "media type"):
            yield place[:-1]
