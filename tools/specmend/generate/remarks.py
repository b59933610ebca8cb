"""What schemas say and no type of Python can say: named once, with the first place and a count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specmend.document.openapi.objects import objects
from specmend.document.openapi.schemas import Node
from specmend.document.tree.pointer import Address
from specmend.generate.source import Source

_OPEN: Final[Mapping[str, str]] = {
    "not": "the types do not leave out what 'not' forbids",
    "if": "the types have what 'then' and 'else' add as optional fields; 'if' is not looked at",
    "dependentSchemas": "the types have what 'dependentSchemas' adds as optional fields",
    "patternProperties": "a map has the values of 'patternProperties' under any name",
    "unevaluatedProperties": "a class keeps properties that 'unevaluatedProperties' forbids",
    "contentEncoding": "text with a 'contentEncoding' stays text, as the server sends it",
    "contentSchema": "text with a 'contentSchema' stays text, but for data of server-sent events",
}
"""Keywords that say something about types, and what becomes of it."""

_CHECKED_BY_SERVERS: Final = (
    "pattern",
    "uniqueItems",
    "propertyNames",
    "contains",
    "minContains",
    "maxContains",
    "dependentRequired",
    "unevaluatedItems",
)
"""Keywords that allow fewer values than the type does."""

_CLOSED: Final = "unevaluatedProperties"
"""The keyword of which `false` says something, too."""

_SAYS_NOTHING: Final[tuple[object, ...]] = (None, True, False, {})
_LEFT_OUT: Final = ("webhooks", "callbacks", "headers", "links", "examples")


def schema_remarks(source: Source) -> Iterator[str]:
    """One sentence for each keyword that the types leave open, and one for all unchecked ones."""
    places = _places(source)
    for keyword, words in _OPEN.items():
        if keyword in places:
            first, *others = places[keyword]
            yield f"{source.where(first)}{more_places(len(others))}: {words}"
    unchecked = [keyword for keyword in _CHECKED_BY_SERVERS if keyword in places]
    if unchecked:
        first = min((places[keyword][0] for keyword in unchecked), key=str)
        counts = ", ".join(f"{keyword} ({_times(len(places[keyword]))})" for keyword in unchecked)
        yield f"{source.where(first)}: the server alone checks {counts}"


def more_places(count: int) -> str:
    """A note of the places beside the one that is named; empty where there are none."""
    if not count:
        return ""
    return f" (and at {count} more {'place' if count == 1 else 'places'})"


def _places(source: Source) -> dict[str, list[Address]]:
    """Where the keywords stand that say more than the types do."""
    found: dict[str, list[Address]] = {}
    for address, schema in objects(source.tree, "schema"):
        if isinstance(schema, dict) and not set(address) & set(_LEFT_OUT):
            for keyword in _said(schema):
                found.setdefault(keyword, []).append((*address, keyword))
    return found


def _said(schema: Node) -> Iterator[str]:
    for keyword in (*_OPEN, *_CHECKED_BY_SERVERS):
        value = schema.get(keyword)
        is_closed = keyword == _CLOSED and value is False
        if keyword in schema and (is_closed or not any(value == one for one in _SAYS_NOTHING)):
            yield keyword


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
