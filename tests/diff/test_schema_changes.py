"""The changes of a schema: what it gained and lost, and what its parts are now."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.schema_changes import schema_changes, type_in_words
from specmend.document.tree.pointer import Address

STRING = {"type": "string"}
PET = {"$ref": "#/components/schemas/Pet"}

CASES: list[tuple[Any, Any, list[tuple[Address, str]]]] = [
    (STRING, STRING, []),
    (True, STRING, [((), 'is now {"type": "string"}, was true')]),
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
    ({"properties": [1]}, {"properties": {"id": STRING}}, []),
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
    ({"enum": ["a"]}, {}, [(("enum",), 'enum ["a"] → nothing')]),
    ({}, {"enum": ["a"]}, [(("enum",), 'enum nothing → ["a"]')]),
    # Members of lists and values of maps are parts with a name.
    (
        {"items": STRING},
        {"items": {"type": "integer"}},
        [(("items", "type"), "`[]` is now integer, was string")],
    ),
    (
        {"additionalProperties": STRING},
        {"additionalProperties": {**STRING, "maxLength": 3}},
        [(("additionalProperties", "maxLength"), "`{}` maxLength nothing → 3")],
    ),
    (
        {"additionalProperties": True},
        {"additionalProperties": False},
        [(("additionalProperties",), "additionalProperties true → false")],
    ),
    # Prose has changed, whatever it says.
    ({"description": "a"}, {"description": "b"}, [(("description",), "description changed")]),
    ({"maxLength": 1}, {"maxLength": 2}, [(("maxLength",), "maxLength 1 → 2")]),
    ({"default": "x" * 80}, {}, [(("default",), 'default "' + "x" * 58 + "… → nothing")]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_what_changed(old: Any, new: Any, expected: list[tuple[Address, str]]) -> None:
    assert list(schema_changes(old, new)) == expected


@pytest.mark.parametrize("schema", [old for old, _, _ in CASES])
def test_a_schema_does_not_differ_from_itself(schema: Any) -> None:
    assert list(schema_changes(schema, schema)) == []


WORDS: list[tuple[Any, str]] = [
    (STRING, "string"),
    (True, "anything"),
    (False, "false"),
    ({}, "anything"),
    (PET, "Pet"),
    ({"oneOf": []}, "oneOf"),
    ({"type": ["string", "null"]}, "string or null"),
    ({"type": "array", "items": PET}, "list of Pet"),
    ({"type": ["array"]}, "list of anything"),
    ({"type": "string", "format": "date", "nullable": True}, "string (date) or null"),
]


@pytest.mark.parametrize(("schema", "words"), WORDS)
def test_what_a_schema_is(schema: Any, words: str) -> None:
    assert type_in_words(schema) == words
