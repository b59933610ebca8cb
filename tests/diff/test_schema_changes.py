"""The changes of a schema: what it gained and lost, and what its parts are now."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import document, of_schema

from specmend.diff.api_changes import api_changes
from specmend.document.tree.pointer import Address

STRING = {"type": "string"}
PET = {"$ref": "#/components/schemas/Pet"}

CASES: list[tuple[Any, Any, list[tuple[Address, str]]]] = [
    (STRING, STRING, []),
    (True, STRING, [(("type",), "is now string, was anything")]),
    (STRING, False, [((), "allows no value now")]),
    # The type, the format and null are said together.
    (STRING, {"type": "integer"}, [(("type",), "is now integer, was string")]),
    (STRING, {**STRING, "format": "date"}, [(("format",), "is now string (date), was string")]),
    (STRING, {**STRING, "nullable": True}, [(("nullable",), "is now string or null, was string")]),
    (STRING, PET, [(("type",), "is now Pet, was string")]),
    # Properties by name, and inside of them too.
    (
        {"properties": {}},
        {"properties": {"id": STRING}},
        [(("properties", "id"), "gained `id` (string)")],
    ),
    ({"properties": {"id": STRING}}, {}, [(("properties", "id"), "lost `id`")]),
    (
        {"properties": {"at": {"properties": {"x": STRING}}}},
        {"properties": {"at": {"properties": {"x": {"type": "integer"}, "y": STRING}}}},
        [
            (("properties", "at", "properties", "x", "type"), "`at.x` is now integer, was string"),
            (("properties", "at", "properties", "y"), "gained `at.y` (string)"),
        ],
    ),
    (
        {"properties": [1]},
        {"properties": {"id": STRING}},
        [
            (("properties", "id"), "gained `id` (string)"),
            (("properties",), "lost properties [1]"),
        ],
    ),
    # What must be there.
    (
        {"required": ["a"]},
        {"required": ["b"]},
        [(("required",), "`b` is required now"), (("required",), "`a` is not required any more")],
    ),
    ({}, {"required": ["b"]}, [(("required",), "`b` is required now")]),
    # Values that are allowed.
    (
        {"enum": ["a", 1]},
        {"enum": [1, "b"]},
        [(("enum",), 'may be "b" now'), (("enum",), 'may not be "a" any more')],
    ),
    ({"enum": ["a"]}, {}, [(("enum",), 'lost enum ["a"]')]),
    ({}, {"enum": ["a"]}, [(("enum",), 'gained enum ["a"]')]),
    # Members of lists and values of maps are parts with a name.
    (
        {"items": STRING},
        {"items": {"type": "integer"}},
        [(("items", "type"), "`[]` is now integer, was string")],
    ),
    (
        {"additionalProperties": STRING},
        {"additionalProperties": {**STRING, "maxLength": 3}},
        [(("additionalProperties", "maxLength"), "`{}` gained maxLength 3")],
    ),
    (
        {"additionalProperties": True},
        {"additionalProperties": False},
        [(("additionalProperties",), "additionalProperties true → false")],
    ),
    # Prose has changed, whatever it says.
    ({"description": "a"}, {"description": "b"}, [(("description",), "description changed")]),
    ({"maxLength": 1}, {"maxLength": 2}, [(("maxLength",), "maxLength 1 → 2")]),
    ({"default": "x" * 80}, {}, [(("default",), 'lost default "' + "x" * 58 + "…")]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_what_changed(old: Any, new: Any, expected: list[tuple[Address, str]]) -> None:
    found = api_changes(document({"S": old}), document({"S": new}))
    place = ("components", "schemas", "S")
    assert [(one.address, one.message) for one in found] == [
        ((*place, *inside), message) for inside, message in expected
    ]


@pytest.mark.parametrize("schema", [old for old, _, _ in CASES])
def test_a_schema_does_not_differ_from_itself(schema: Any) -> None:
    assert of_schema(schema, schema) == []
