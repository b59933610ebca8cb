"""What a schema says of types, as OpenAPI 3.0 says it: files, lists of types, null, bounds."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Notes, Place

Fields = dict[str, Tree]

_OF_TYPE: Final[Mapping[str, tuple[str, ...]]] = {
    "array": ("items", "minItems", "maxItems", "uniqueItems"),
    "object": (
        *("properties", "required", "additionalProperties", "minProperties", "maxProperties"),
        "discriminator",
    ),
    "string": ("minLength", "maxLength", "pattern", "format"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "integer": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}
"""The keywords that say something of values of one type only (JSON Schema draft 4 section 5)."""

_BOUNDS: Final[Mapping[str, tuple[str, Callable[[Any, Any], bool]]]] = {
    "exclusiveMinimum": ("minimum", operator.gt),
    "exclusiveMaximum": ("maximum", operator.lt),
}
"""Bounds that are numbers in later drafts, what they bound here, and which of two is stricter."""


def settle_types(schema: Fields, place: Place, notes: Notes) -> Fields:
    """A schema whose fields are made, with its types as OpenAPI 3.0 has them."""
    for rule in _RULES:
        schema = rule(schema, place, notes)
    return schema


def _file(schema: Fields, _place: Place, _notes: Notes) -> Fields:
    """A file is a text of octets (OpenAPI 3.0.4 section 4.4.1, `binary`).

    Azure's documents write one as a format of another type.
    """
    if "type" not in schema or "file" not in (schema["type"], schema.get("format")):
        return schema
    made = {key: value for key, value in schema.items() if key != "format"}
    return _in_place_of(made, "type", {"type": "string", "format": "binary"})


def _list_of_types(schema: Fields, place: Place, notes: Notes) -> Fields:
    """A list of types, which Swagger 2.0 does not have, as `nullable` and `anyOf`."""
    listed = schema.get("type")
    if listed == "null":
        listed = ["null"]
    if not isinstance(listed, list):
        return schema
    types = list(dict.fromkeys(t for t in listed if isinstance(t, str) and t != "null"))
    if len(types) > 1 and "anyOf" in schema:
        notes.expected((*place.old, "type"), "one type", listed)
        return schema
    nullable = {"nullable": True} if "null" in listed else {}
    if len(types) < 2:  # noqa: PLR2004
        one: Fields = {"type": types[0]} if types else {}
        return _in_place_of(schema, "type", {**one, **nullable})
    notes.remark((*place.old, "type"), "OpenAPI 3.0 has no lists of types: this is an `anyOf` now.")
    members = [{"type": t, **_taken(schema, t), **nullable} for t in types]
    moved = {key for t in types for key in _OF_TYPE.get(t, ())}
    rest = {key: value for key, value in schema.items() if key not in moved}
    return _in_place_of(rest, "type", {"anyOf": members})


def _numeric_bounds(schema: Fields, _place: Place, _notes: Notes) -> Fields:
    """Exclusive bounds that are numbers, as a bound and a boolean (JSON Schema draft 4)."""
    for key, (bound, stricter) in _BOUNDS.items():
        value, other = schema.get(key), schema.get(bound)
        if not _is_number(value):
            continue
        rest = {name: member for name, member in schema.items() if name not in (bound, key)}
        if _is_number(other) and stricter(other, value):
            schema = _in_place_of({**rest, key: value}, key, {bound: other})
        else:
            before = {name: m for name, m in schema.items() if name != bound}
            schema = _in_place_of(before, key, {bound: value, key: True})
    return schema


def _null_of_reference(schema: Fields, _place: Place, _notes: Notes) -> Fields:
    """A reference that may be null: nothing beside `$ref` would count (Swagger 2.0, Reference)."""
    if schema.get("nullable") is not True or not isinstance(schema.get("$ref"), str):
        return schema
    if "allOf" in schema:
        return schema
    return _in_place_of(schema, "$ref", {"allOf": [{"$ref": schema["$ref"]}]})


def _null_of_enum(schema: Fields, _place: Place, _notes: Notes) -> Fields:
    """An enum that may be null lists null (OpenAPI 3.0.4 section 4.7.24, `nullable`)."""
    listed = schema.get("enum")
    if schema.get("nullable") is not True or not isinstance(listed, list) or None in listed:
        return schema
    return {**schema, "enum": [*listed, None]}


def _nothing_required(schema: Fields, _place: Place, _notes: Notes) -> Fields:
    """A list of required properties has a member (JSON Schema draft 4 section 5.4.3)."""
    if schema.get("required") != []:
        return schema
    return {key: value for key, value in schema.items() if key != "required"}


def _items(schema: Fields, place: Place, notes: Notes) -> Fields:
    """A list without `items` may hold anything; OpenAPI wants that said (section 4.7.24)."""
    if schema.get("type") != "array" or "items" in schema:
        return schema
    notes.remark(place.old, "This list does not say what its items are: anything is assumed.")
    return _in_place_of(schema, "type", {"type": "array", "items": {}})


_RULES: Final = (
    _file,
    _list_of_types,
    _numeric_bounds,
    _null_of_reference,
    _null_of_enum,
    _nothing_required,
    _items,
)


def _taken(schema: Fields, type_: str) -> Fields:
    return {key: value for key, value in schema.items() if key in _OF_TYPE.get(type_, ())}


def _in_place_of(schema: Fields, name: str, fields: Mapping[str, Tree]) -> Fields:
    """A schema with other fields where one stood."""
    made: Fields = {}
    for key, value in schema.items():
        made.update(fields if key == name else {key: value})
    return made


def _is_number(value: Tree) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
