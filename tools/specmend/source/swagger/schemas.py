"""Schemas (Swagger 2.0, Schema Object) as those of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from specmend.document.openapi.keywords import KEYWORDS
from specmend.document.tree.values import Tree
from specmend.source.swagger.discriminators import convert_discriminator
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.required import lift_required
from specmend.source.swagger.rewrite import Rule, rewrite
from specmend.source.swagger.types import settle_types

_RENAMED: Final[Mapping[str, tuple[str, type]]] = {
    "x-nullable": ("nullable", bool),
    "x-deprecated": ("deprecated", bool),
    "x-anyOf": ("anyOf", list),
    "x-oneOf": ("oneOf", list),
    "x-not": ("not", dict),
    "x-discriminator": ("discriminator", dict),
}
"""Extensions that say what only OpenAPI 3 can say, with the keyword there and the type of value."""

_WITHOUT_COUNTERPART: Final = (
    *("collectionFormat", "allowEmptyValue"),
    *("patternProperties", "additionalItems", "dependencies", "propertyNames", "contains"),
    *("if", "then", "else", "contentEncoding", "contentMediaType"),
    *("$schema", "$id", "id", "$comment", "examples"),
)
"""Keywords that people write in schemas, which neither Swagger 2.0 nor OpenAPI 3.0 has."""


def convert_schema(schema: Tree, place: Place, notes: Notes) -> Tree:
    """A schema of OpenAPI 3.0; what is none stays as it is."""
    if not isinstance(schema, dict):
        if not isinstance(schema, bool):
            notes.expected(place.old, "a schema", schema)
        return schema
    lifted = lift_required(schema, place, notes)
    return settle_types(rewrite(lifted, place, notes, _RULES), place, notes)


def _one(name: str, value: Tree, place: Place, notes: Notes) -> Fields:
    if name == "items" and isinstance(value, list):
        return {name: _tuple(value, place, notes)}
    return {name: convert_schema(value, place, notes)}


def _list(name: str, value: Tree, place: Place, notes: Notes) -> Fields:
    if not isinstance(value, list):
        notes.expected(place.old, "a list of schemas", value)
        return {name: value}
    made = [convert_schema(m, place.below(i), notes) for i, m in enumerate(value)]
    return {name: made}


def _map(name: str, value: Tree, place: Place, notes: Notes) -> Fields:
    if not isinstance(value, dict):
        notes.expected(place.old, "schemas by name", value)
        return {name: value}
    made = {key: convert_schema(m, place.below(key), notes) for key, m in value.items()}
    return {name: made}


def _tuple(members: list[Tree], place: Place, notes: Notes) -> Tree:
    """One schema for all items, where each position has its own (JSON Schema draft 4, `items`)."""
    if len(members) == 1:
        alone = place.to((0,), ())
        notes.move(alone)
        return convert_schema(members[0], alone, notes)
    message = "OpenAPI 3.0 has no schemas by position: each item may have any of them."
    notes.remark(place.old, message)
    if not members:
        return {}
    return {
        "anyOf": [
            _positioned(m, place.to((i,), ("anyOf", i)), notes) for i, m in enumerate(members)
        ]
    }


def _positioned(member: Tree, place: Place, notes: Notes) -> Tree:
    notes.move(place)
    return convert_schema(member, place, notes)


def _renamed(name: str, kind: type, value: Tree, place: Place, notes: Notes) -> Fields:
    """The keyword of OpenAPI 3 in place of an extension that says the same."""
    if not isinstance(value, kind):
        return {str(place.old[-1]): value}
    rule = _RULES.get(name)
    moved = Place(old=place.old, new=(*place.new[:-1], name))
    return rule(value, moved, notes) if rule else {name: value}


def _put_by(name: str, value: Tree, place: Place, notes: Notes) -> Fields:
    """The value under an extension, where no validator minds it."""
    notes.remark(place.old, f"A schema of OpenAPI 3.0 has no `{name}`: it is kept as `x-{name}`.")
    return {f"x-{name}": value}


def _stray_required(value: Tree, place: Place, notes: Notes) -> Fields:
    """`required` as a list; true and false belong to parameters and say nothing here."""
    return (
        _put_by("required", value, place, notes) if isinstance(value, bool) else {"required": value}
    )


def _one_value(value: Tree, _place: Place, _notes: Notes) -> Fields:
    """`const` of later drafts of JSON Schema: an enum of one."""
    return {"enum": [value]}


_FORMS: Final = {"schema": _one, "list": _list, "map": _map}

_RULES: Final[Mapping[str, Rule]] = {
    **{key: partial(_FORMS[holds], key) for key, holds in KEYWORDS.items() if holds in _FORMS},
    **{key: partial(_renamed, name, kind) for key, (name, kind) in _RENAMED.items()},
    **{key: partial(_put_by, key) for key in _WITHOUT_COUNTERPART},
    "discriminator": convert_discriminator,
    "required": _stray_required,
    "const": _one_value,
}
