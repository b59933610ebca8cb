"""What two documents say alike, however it is written: then nothing has changed."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.diff.documents import document, lines, refer, sending

STRING = {"type": "string"}
NULL = {"type": "null"}
PET = {"type": "object", "required": ["id"], "properties": {"id": STRING, "tag": STRING}}
ID = {"type": "object", "required": ["id"], "properties": {"id": STRING}}
TAG = {"type": "object", "properties": {"tag": STRING}}

APART = {"title": "X", "allOf": [refer("Id"), {**TAG, "additionalProperties": False}]}

SCHEMAS: dict[str, tuple[Any, Any]] = {
    # Two schemas of one meaning; the component schemas Pet, Alias, Id, Tag, Letter are there.
    "the same": (PET, copy.deepcopy(PET)),
    "extracted": (PET, refer("Pet")),
    "by an alias of an alias": (PET, refer("Alias2")),
    "from one alias to another": (refer("Alias"), refer("Alias2")),
    "wrapped in allOf": (refer("Pet"), {"allOf": [refer("Pet")]}),
    "wrapped in anyOf": (PET, {"anyOf": [PET]}),
    "wrapped in oneOf": (STRING, {"oneOf": [{"allOf": [STRING]}]}),
    "split into allOf": (PET, {"allOf": [refer("Id"), TAG]}),
    "split into allOf in another order": (PET, {"allOf": [TAG, refer("Id")]}),
    "split beside allOf": (PET, {**TAG, "allOf": [refer("Id")]}),
    "a property extracted": ({"properties": {"a": PET}}, {"properties": {"a": refer("Pet")}}),
    "items extracted": ({"items": PET}, {"items": refer("Pet")}),
    "values extracted": ({"additionalProperties": PET}, {"additionalProperties": refer("Pet")}),
    "a branch extracted": ({"oneOf": [PET, STRING]}, {"oneOf": [refer("Pet"), STRING]}),
    "a negation extracted": ({"not": PET}, {"not": refer("Pet")}),
    "branches in another order": ({"oneOf": [PET, STRING]}, {"oneOf": [STRING, PET]}),
    "nullable, a type in a list": (
        {"type": "string", "nullable": True},
        {"type": ["string", "null"]},
    ),
    "nullable, a branch": ({"type": "string", "nullable": True}, {"anyOf": [STRING, NULL]}),
    "nullable, a branch of oneOf": (
        {"type": "string", "nullable": True},
        {"oneOf": [NULL, STRING]},
    ),
    "nullable, a reference": (
        {"nullable": True, "allOf": [refer("Pet")]},
        {"anyOf": [refer("Pet"), NULL]},
    ),
    "nullable, a reference to values": (
        {"nullable": True, "allOf": [refer("Letter")]},
        {"oneOf": [refer("Letter"), NULL]},
    ),
    "nullable, several branches": (
        {"nullable": True, "oneOf": [PET, STRING]},
        {"oneOf": [PET, STRING, NULL]},
    ),
    "nullable, values with null": (
        {"type": "string", "nullable": True, "enum": ["a", None]},
        {"anyOf": [{"type": "string", "enum": ["a"]}, {"const": None}]},
    ),
    "several types": ({"type": ["string", "integer"]}, {"anyOf": [{"type": "integer"}, STRING]}),
    "several types, one extracted": (
        {"type": ["string", "integer"]},
        {"anyOf": [{"type": "integer"}, refer("Text")]},
    ),
    "several types, one wrapped": (
        {"type": ["string", "integer"]},
        {"oneOf": [{"allOf": [{"type": "integer"}]}, STRING]},
    ),
    "one type in a list": (STRING, {"type": ["string"]}),
    "const, enum of one": ({"const": 1}, {"enum": [1]}),
    "enum in another order": ({"enum": [1, 2]}, {"enum": [2, 1]}),
    "required in another order": ({"required": ["a", "b"]}, {"required": ["b", "a"]}),
    "exclusiveMinimum": ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
    "exclusiveMaximum": ({"maximum": 1, "exclusiveMaximum": True}, {"exclusiveMaximum": 1}),
    "inclusive minimum": ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
    "example, examples": ({"example": 1}, {"examples": [1]}),
    "binary": ({"type": "string", "format": "binary"},
               {"contentMediaType": "application/octet-stream"}),
    "byte": ({"type": "string", "format": "byte"},
             {"type": "string", "contentEncoding": "base64"}),
    "true, nothing": (True, {}),
    "what says nothing": ({}, {
        "nullable": False, "minLength": 0, "required": [], "properties": {},
        "additionalProperties": True, "items": {}, "deprecated": False, "allOf": []}),
    "inlined, of branches that cannot be joined": (refer("Apart"), APART),
    "wrapped, of branches that cannot be joined": (APART, {"allOf": [APART]}),
    "a definition": (PET, {"$ref": "#/components/schemas/Holder/$defs/Pet"}),
}  # fmt: skip
PLACES: dict[str, Any] = {
    "itself": lambda schema: schema,
    "a property": lambda schema: {"type": "object", "properties": {"p": schema}},
    "deep inside": lambda schema: {"additionalProperties": {"items": {"oneOf": [schema, ID]}}},
}


def with_components(schema: Any) -> dict[str, Any]:
    return sending(
        schema,
        {
            "Pet": PET,
            "Alias": refer("Pet"),
            "Alias2": refer("Alias"),
            "Id": ID,
            "Tag": TAG,
            "Letter": {"type": "string", "enum": ["a", "b"]},
            "Text": STRING,
            "Apart": APART,
            "Holder": {"$defs": {"Pet": PET}},
        },
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_of_one_meaning_do_not_differ(name: str, place: str) -> None:
    old, new = (with_components(PLACES[place](schema)) for schema in SCHEMAS[name])
    assert lines(old, new) == []
    assert lines(new, old) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_change_inside_is_told_all_the_same(name: str) -> None:
    one, other = SCHEMAS[name]
    old = with_components({"type": "object", "properties": {"p": one, "q": STRING}})
    new = with_components({"type": "object", "properties": {"p": other}})
    assert lines(old, new) == ["POST /pets (sent): request lost `q`"]
    assert lines(new, old) == ["POST /pets (sent): request gained `q` (string)"]


NAMES: list[tuple[Any, Any]] = [
    # Documents in which components have other names, or are there and not there.
    (sending(refer("Pet"), {"Pet": PET}), sending(refer("Animal"), {"Animal": PET})),
    (sending(refer("Pet"), {"Pet": PET}), sending(PET)),
    (
        sending(refer("Pet"), {"Pet": {**PET, "allOf": [refer("Id")]}, "Id": ID}),
        sending(refer("Animal"), {"Animal": {**PET, "allOf": [refer("Key")]}, "Key": ID}),
    ),
    # A property went from what a schema extends into the schema; nobody uses the other one alone.
    (
        sending(refer("A"), {"A": {"allOf": [refer("Base"), TAG]}, "Base": ID}),
        sending(refer("A"), {"A": {"allOf": [refer("Base"), ID]}, "Base": TAG}),
    ),
    # A schema that leads to itself.
    (
        sending(refer("Tree"), {"Tree": {"properties": {"next": refer("Tree")}}}),
        sending({"properties": {"next": refer("T")}}, {"T": {"properties": {"next": refer("T")}}}),
    ),
]


@pytest.mark.parametrize(("old", "new"), NAMES)
def test_names_of_components_are_seen_by_nobody(old: Any, new: Any) -> None:
    assert lines(old, new) == []
    assert lines(new, old) == []


REAL: list[tuple[Any, Any, list[str]]] = [
    # What changes beside an extraction, an alias or a wrapping is told.
    (
        sending(PET),
        sending(refer("P"), {"P": {**PET, "required": []}}),
        ["POST /pets (sent): request `id` is not required any more"],
    ),
    (
        sending(refer("Pet"), {"Pet": PET}),
        sending(refer("Pet"), {"Pet": {"allOf": [PET, {"required": ["tag"]}]}}),
        ["schema Pet (sent): `tag` is required now"],
    ),
    # One change of a component is told once, wherever it is used.
    (
        sending({"items": refer("Pet"), "properties": {"a": refer("Pet")}}, {"Pet": PET}),
        sending({"items": refer("Pet"), "properties": {"a": refer("Pet")}}, {"Pet": ID}),
        ["schema Pet (sent): lost `tag`"],
    ),
    # A base that another schema extends loses a property, and so does the other schema.
    (
        sending(refer("A"), {"A": {"allOf": [refer("Id")], "title": "A"}, "Id": PET}),
        sending(refer("A"), {"A": {"allOf": [refer("Id")], "title": "B"}, "Id": ID}),
        ["schema A (sent): title changed", "schema Id (sent): lost `tag`"],
    ),
    # Nobody refers to it: a change all the same.
    (document({"Pet": PET}), document({"Pet": ID}), ["schema Pet: lost `tag`"]),
    (document({}), document({"Pet": ID}), ["schema Pet: is new"]),
    (sending(STRING), sending(STRING, {"Pet": ID}), ["schema Pet: is new"]),
    (
        sending({"properties": {}}),
        sending({"properties": {"pet": refer("Pet")}}, {"Pet": ID}),
        ["POST /pets (sent): request gained `pet` (Pet)", "schema Pet: is new"],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), REAL)
def test_real_changes_are_told_once(old: Any, new: Any, expected: list[str]) -> None:
    assert lines(old, new) == expected
