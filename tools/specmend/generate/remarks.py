"""What schemas say and no type of Python can say: named once, with the first place and a count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from specmend.document.openapi.objects import objects
from specmend.document.openapi.schemas import Node
from specmend.document.tree.pointer import Address
from specmend.generate.normalize.canonical.values import is_widened
from specmend.generate.source import Source

_OPEN: Final[Mapping[str, str]] = {
    "not": "the types do not leave out what 'not' forbids",
    "if": "the types have what 'then' and 'else' add as optional fields; 'if' is not looked at",
    "dependentSchemas": "the types have what 'dependentSchemas' adds as optional fields",
    "patternProperties": "a map has the values of 'patternProperties' under any name",
    "additionalProperties": "a class keeps properties that 'additionalProperties' forbids",
    "unevaluatedProperties": "a class keeps properties that 'unevaluatedProperties' forbids",
    "prefixItems": "a list has the types of all its 'prefixItems' at each place",
    "contentEncoding": "text with a 'contentEncoding' stays text, as the server sends it",
    "contentSchema": "text with a 'contentSchema' stays text, but for data of server-sent events",
}
"""Keywords that say something about types, and what becomes of it."""

_WIDENED: Final[Mapping[str, str]] = {
    keyword: f"the types have all values of the kind of a fraction, list or object in '{keyword}'"
    for keyword in ("enum", "const")
}
"""Keywords of which some values have no literal type."""

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

_SAYS_NOTHING: Final[tuple[object, ...]] = (None, {}, [])
_SAYS_SOMETHING: Final[Mapping[str, object]] = {
    "additionalProperties": False,
    "unevaluatedProperties": False,
    "uniqueItems": True,
}
"""The keywords of which one of these values says something, too."""

_NO_OTHERS: Final = ("additionalProperties",)
"""Keywords of which every other value is in the type."""

_BESIDE_FIELDS: Final = (
    "a class keeps properties without a name in the schema as they come; "
    "what 'additionalProperties' says of their values is not looked at"
)
"""A map has the type of its values, a class has none for those beside its fields."""

_LEFT_OUT: Final = ("webhooks", "callbacks", "headers", "links", "examples")


def schema_remarks(source: Source) -> Iterator[str]:
    """One sentence for each keyword that the types leave open, or that is not checked."""
    unchecked = {key: f"the server alone checks '{key}'" for key in _CHECKED_BY_SERVERS}
    places = _places(source)
    for keyword, words in {**_OPEN, **_WIDENED, **unchecked}.items():
        yield from grouped(source, ((address, words) for address in places.get(keyword, ())))
    yield from grouped(
        source,
        (
            ((*address, "additionalProperties"), _BESIDE_FIELDS)
            for address, schema in _schemas(source)
            if _is_class(address, schema)
        ),
    )


def grouped(source: Source, said: Iterable[tuple[Address, str]]) -> Iterator[str]:
    """One sentence for all places of which the same is said: the first of them and their number."""
    places: dict[str, list[Address]] = {}
    for address, words in said:
        places.setdefault(words, []).append(address)
    for words, (first, *others) in places.items():
        yield f"{source.where(first)}{more_places(len(others))}: {words}"


def more_places(count: int) -> str:
    """A note of the places beside the one that is named; empty where there are none."""
    if not count:
        return ""
    return f" (and at {count} more {'place' if count == 1 else 'places'})"


def _places(source: Source) -> dict[str, list[Address]]:
    """Where the keywords stand that say more than the types do."""
    found: dict[str, list[Address]] = {}
    for address, schema in _schemas(source):
        for keyword in _said(schema):
            found.setdefault(keyword, []).append((*address, keyword))
    return found


def _schemas(source: Source) -> Iterator[tuple[Address, Node]]:
    for address, schema in objects(source.tree, "schema"):
        if isinstance(schema, dict) and not set(address) & set(_LEFT_OUT):
            yield address, schema


def _is_class(address: Address, schema: Node) -> bool:
    """Whether a schema says what other properties are of a class, not of a map alone."""
    others = schema.get("additionalProperties")
    if not isinstance(others, dict) or not others:
        return False
    is_member = len(address) > 1 and address[-2] == "allOf"
    return is_member or bool(schema.get("properties")) or bool(schema.get("allOf"))


def _said(schema: Node) -> Iterator[str]:
    for keyword in (*_OPEN, *_CHECKED_BY_SERVERS):
        value = schema.get(keyword)
        if keyword in schema and _says(keyword, value) and not _is_row(keyword, schema):
            yield keyword
    if any(map(is_widened, schema.get("enum") or ())):
        yield "enum"
    if is_widened(schema.get("const")):
        yield "const"


def _is_row(keyword: str, schema: Node) -> bool:
    """Whether a list has as many members as it has types, which a tuple says."""
    members = schema.get("prefixItems")
    if keyword != "prefixItems" or not isinstance(members, list):
        return False
    is_full = schema.get("minItems") == len(members)
    return is_full and (schema.get("items") is False or schema.get("maxItems") == len(members))


def _says(keyword: str, value: object) -> bool:
    """Whether a value of a keyword says more than the type does."""
    if isinstance(value, bool):
        return _SAYS_SOMETHING.get(keyword) is value
    return keyword not in _NO_OTHERS and value not in _SAYS_NOTHING
