"""What a schema says is joined with what the members of its `allOf` say."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from tests.generate.normalize.documents import NULL, STRING, ref, thing

from specmend.generate.normalize.canonical.parts import (
    Parts,
    conjuncts,
    null_of,
    parts_of_schema,
)

WHOLE = {"type": "integer"}
SILENT = asdict(Parts())

ROWS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {}),
    ({"description": "Words.", "title": "T", "example": 1}, {}),
    (STRING, {"types": ["string"]}),
    ({"type": ["string", "null"]}, {"types": ["string"], "null": True}),
    (NULL, {"types": [], "null": True}),
    (ref("Pet"), {"references": ["#/components/schemas/Pet"]}),
    ({"allOf": [ref("Pet")]}, {"references": ["#/components/schemas/Pet"]}),
    ({"anyOf": [STRING, WHOLE]}, {"unions": [[STRING, WHOLE]]}),
    ({"anyOf": [STRING, NULL]}, {"unions": [[STRING]], "null": True}),
    ({"anyOf": [STRING, False]}, {"unions": [[STRING]]}),
    (
        {"anyOf": [STRING], "oneOf": [WHOLE, STRING]},
        {"unions": [[STRING], [WHOLE, STRING]]},
    ),
    (
        {**thing(a=STRING), "required": ["a", "b"]},
        {"types": ["object"], "properties": {"a": [STRING]}, "required": ["a", "b"]},
    ),
    (
        {"allOf": [thing(a=STRING), thing(a=WHOLE), thing(a=STRING)]},
        {"types": ["object"], "properties": {"a": [STRING, WHOLE]}},
    ),
    ({"properties": {"a": False, "b": True}}, {"properties": {"b": [True]}}),
    ({"enum": ["a", "b"]}, {"values": ["a", "b"]}),
    ({"const": "a"}, {"values": ["a"], "is_constant": True}),
    ({"enum": ["a", None]}, {"values": ["a", None], "null": True}),
    ({"allOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]}, {"values": ["b"]}),
    ({"allOf": [{"enum": ["a"]}, {"enum": ["b"]}]}, {"values": ["a"]}),
    ({"allOf": [{"type": "number"}, WHOLE]}, {"types": ["integer"]}),
    ({"allOf": [{"type": ["string", "integer"]}, WHOLE]}, {"types": ["integer"]}),
    ({"minLength": 1, "format": "date"}, {"keywords": {"minLength": 1, "format": "date"}}),
    (
        {"allOf": [{"items": STRING}, {"items": {"minLength": 1}}]},
        {"keywords": {"items": {"allOf": [STRING, {"minLength": 1}]}}},
    ),
    (
        {"allOf": [{"additionalProperties": STRING}, {"additionalProperties": False}]},
        {"keywords": {"additionalProperties": STRING}},
    ),
    (
        {"oneOf": [ref("A")], "discriminator": {"propertyName": "kind"}},
        {
            "unions": [[ref("A")]],
            "discriminator": {"propertyName": "kind"},
        },
    ),
    # What holds of some objects only can be there, and is not required.
    (
        {"if": {}, "then": {**thing(b=STRING), "required": ["b"]}, "else": thing(c=WHOLE)},
        {"properties": {"b": [STRING], "c": [WHOLE]}},
    ),
    (
        {**thing(a=STRING), "dependentSchemas": {"a": thing(b=STRING, a=WHOLE), "c": True}},
        {"types": ["object"], "properties": {"a": [STRING], "b": [STRING]}},
    ),
    ({"not": STRING, "$defs": {"A": STRING}, "xml": {"name": "n"}, "$anchor": "a"}, {}),
    ({"unevaluatedProperties": STRING}, {"keywords": {"additionalProperties": STRING}}),
    ({"unevaluatedProperties": False}, {}),
    (
        {"prefixItems": [STRING], "unevaluatedItems": False},
        {"keywords": {"prefixItems": [STRING], "items": False}},
    ),
    (
        {**ref("A"), "unevaluatedProperties": STRING},
        {"references": ["#/components/schemas/A"]},
    ),
]


@pytest.mark.parametrize(("schema", "expected"), ROWS)
def test_what_a_schema_says(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    assert asdict(parts_of_schema(schema)) == SILENT | expected


NULLS: list[tuple[dict[str, Any], bool | None]] = [
    ({}, None),
    ({"description": "Words."}, None),
    (ref("Pet"), None),
    ({"anyOf": [STRING]}, None),
    (STRING, False),
    ({"enum": ["a"]}, False),
    ({"type": "string", "anyOf": [STRING]}, False),
    ({"nullable": True}, True),
    ({"type": "string", "nullable": True}, True),
    ({"type": "string", "nullable": False}, False),
    (NULL, True),
    ({"enum": [None, 1]}, True),
    ({"oneOf": [STRING, NULL]}, True),
]


@pytest.mark.parametrize(("schema", "expected"), NULLS)
def test_whether_a_schema_allows_null(schema: dict[str, Any], expected: bool | None) -> None:
    assert null_of(schema) is expected


BOTH: list[tuple[list[dict[str, Any]], bool]] = [
    ([ref("Pet"), {"nullable": True}], True),
    ([ref("Pet"), {"type": "object", "nullable": True, "description": "Words."}], True),
    ([{"type": "string", "nullable": True}, {"nullable": True}], True),
    ([STRING, {"type": "string", "nullable": True}], True),
    ([STRING, {"type": "string", "nullable": True, "minLength": 1}], False),
    ([STRING, {"description": "Words."}], False),
]


@pytest.mark.parametrize(("members", "expected"), BOTH)
def test_whether_members_together_allow_null(members: list[dict[str, Any]], expected: bool) -> None:
    assert parts_of_schema({"allOf": members}).null is expected
    assert parts_of_schema({"allOf": members, "nullable": True}).null


def test_members_of_members_come_first_and_without_allof() -> None:
    schema = {"allOf": [{"allOf": [STRING], "title": "a"}, True, WHOLE], "title": "b"}
    assert list(conjuncts(schema)) == [STRING, {"title": "a"}, WHOLE, {"title": "b"}]


def test_a_reference_is_bare_where_nothing_says_more() -> None:
    assert parts_of_schema(ref("A", minLength=1, description="Words.")).is_bare
    assert not parts_of_schema(ref("A", required=["a"])).is_bare
    assert not parts_of_schema(ref("A", enum=["a"])).is_bare
    assert not parts_of_schema(ref("A", items=STRING)).is_bare
