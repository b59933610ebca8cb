"""The schemas of a document that describe one and the same value."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.described import described

PET: Address = ("components", "schemas", "Pet")
BASE: Address = ("components", "schemas", "Base")
TEXT = {"type": "string"}
ID = {"properties": {"id": TEXT}}

CASES: list[tuple[Any, Address, list[Address]]] = [
    # The schema of Pet, a place in it, and the other places that describe the same value.
    (TEXT, (), []),
    (ID, ("properties", "id"), []),
    ({**ID, "allOf": [ID]}, ("properties", "id"), [(*PET, "allOf", 0, "properties", "id")]),
    (
        {"allOf": [ID, ID]},
        ("allOf", 0, "properties", "id"),
        [(*PET, "allOf", 1, "properties", "id")],
    ),
    (
        {**ID, "anyOf": [{"$ref": "#/components/schemas/Base"}]},
        ("properties", "id"),
        [(*BASE, "properties", "id")],
    ),
    (
        {**ID, "dependentSchemas": {"x": ID}},
        ("properties", "id"),
        [(*PET, "dependentSchemas", "x", "properties", "id")],
    ),
    (
        {**ID, "patternProperties": {"^i": TEXT, "^x": TEXT, "(": TEXT}},
        ("properties", "id"),
        [(*PET, "patternProperties", "^i"), (*PET, "patternProperties", "(")],
    ),
    (
        {"allOf": [ID, {"patternProperties": {"d$": ID}}]},
        ("allOf", 0, "properties", "id"),
        [(*PET, "allOf", 1, "patternProperties", "d$")],
    ),
    ({"items": TEXT, "allOf": [{"items": TEXT}]}, ("items",), [(*PET, "allOf", 0, "items")]),
    (
        {"items": ID, "allOf": [{"items": ID}]},
        ("items", "properties", "id"),
        [(*PET, "allOf", 0, "items", "properties", "id")],
    ),
    # A property of that name of another value.
    ({**ID, "properties": {"id": TEXT, "x": ID}}, ("properties", "id"), []),
]


@pytest.mark.parametrize(("schema", "inside", "others"), CASES)
def test_places_of_one_value(schema: Any, inside: Address, others: list[Address]) -> None:
    tree = {"components": {"schemas": {"Pet": schema, "Base": ID}}}
    place = (*PET, *inside)
    assert list(described(tree, place)) == [place, *others]


def test_what_is_no_schema_is_one_place() -> None:
    assert described({}, ()) == ((),)
    assert described({}, ("paths", "/a")) == (("paths", "/a"),)
