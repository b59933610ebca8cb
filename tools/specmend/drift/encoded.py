"""The type of the content of a property: said by its encoding, or by its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.matching.described import in_place, property_at, whole
from specmend.matching.index import referrers
from specmend.matching.locator import Locator
from specmend.matching.parts import SCHEMA, names_in
from specmend.matching.sayings import Saying, sayings
from specmend.matching.spelling import knows_nullable

_ENCODING: Final = "encoding"
_PREFIX: Final = "prefixEncoding"
_ITEM: Final = "itemEncoding"
_PROPERTIES: Final = "properties"
_TYPE: Final = "contentType"
_KEYWORDS: Final = frozenset({"contentMediaType", "contentEncoding"})
_SCHEMAS_OF_ITEMS: Final[Mapping[str | int, Address]] = {
    _PREFIX: ("prefixItems",),
    _ITEM: ("items",),
}
"""What describes the members that encodings of a sequence are for (OpenAPI 3.2 section 4.15)."""

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
    for place in was if match.whole else ():
        if not same(was[place], shall.get(place, MISSING)):
            before = {one.key for one in _content(locator.old, media, place)}
            now = [one for one in _content(locator.new, match.at, place) if _is_typing(one)]
            yield from (one.at for one in now if one.key not in before)


def _by_encoding(locator: Locator, address: Address) -> Iterator[Address]:
    holder, name = property_at(address)
    place = (_ENCODING, name)
    for media in _media_types(locator.old, holder) if name else ():
        match = locator.locate(media)
        was = _types(locator.old, media)
        if match.whole and place in _types(locator.new, match.at).keys() - was.keys():
            yield (*match.at, *place, _TYPE)


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
        is_encoding = address[length] in (_ENCODING, *_SCHEMAS_OF_ITEMS)
        if is_encoding and spot_at(address[:length]) == ("one", "media type"):
            return address[:length]
    return None


def _types(tree: Tree, media: Address) -> dict[Address, Any]:
    """What each encoding of a media type says of the type, by its place in the media type."""
    table, prefix = (get(tree, (*media, key)) for key in (_ENCODING, _PREFIX))
    places: list[Address] = [(_ENCODING, name) for name in names_in(table)]
    places += [(_PREFIX, index) for index in range(len(prefix) if isinstance(prefix, list) else 0)]
    found = {(*place, _TYPE): get(tree, (*media, *place, _TYPE)) for place in [*places, (_ITEM,)]}
    return {place[:-1]: said for place, said in found.items() if said is not MISSING}


def _content(tree: Tree, media: Address, place: Address) -> list[Saying]:
    """What the schema says of what an encoding is for."""
    schemas = in_place(tree, (*media, "schema"))
    way: Address = _SCHEMAS_OF_ITEMS.get(place[0], (_PROPERTIES,))
    parts = [(*at, *way, *place[1:]) for at in schemas]
    parts += [(*media, "itemSchema")] if place[0] == _ITEM else []
    return [one for part in parts for one in sayings(tree, part)]


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
