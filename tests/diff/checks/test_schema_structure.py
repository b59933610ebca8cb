"""Minimal pairs: branches, conditions, and the schemas of members."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, SchemaRow, Tree, api, found, plain_pairs, schema_pairs, sent

T, J, L = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
A, B, C = ({"title": name, "required": [name], "properties": {name: T}} for name in "ABC")
TALL, WIDE = {"minLength": 3}, {"maxLength": 9}


def one(key: str, base: Any, value: Any) -> list[SchemaRow]:
    """A keyword that comes, with one schema, and goes."""
    name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in key)
    return [
        (base, {**base, key: value}, f"schema-{name}-added", "BI"),
        ({**base, key: value}, base, f"schema-{name}-removed", "IB"),
    ]


def flag(key: str, base: Any, schema: Any) -> list[SchemaRow]:
    """A keyword with a schema that is true or false."""
    name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in key)
    anything, nothing, some = ({**base, key: value} for value in (True, False, schema))
    return [
        (anything, nothing, f"schema-{name}-narrowed", "BI"),
        (some, nothing, f"schema-{name}-narrowed", "BI"),
        (nothing, anything, f"schema-{name}-widened", "IB"),
        (nothing, some, f"schema-{name}-widened", "IB"),
    ]


LIST, MAP = {"type": "array"}, {"type": "object"}
PAIR = {**LIST, "items": False}
ROWS: list[SchemaRow] = [
    ({"anyOf": [A, B]}, {"anyOf": [A, B, C]}, "schema-any-of-added", "IB"),
    ({"anyOf": [A, B, C]}, {"anyOf": [A, B]}, "schema-any-of-removed", "BI"),
    ({"oneOf": [A, B]}, {"oneOf": [A, B, C]}, "schema-one-of-added", "IB"),
    ({"oneOf": [A, B, C]}, {"oneOf": [A, B]}, "schema-one-of-removed", "BI"),
    ({"oneOf": [A, B, L]}, {"oneOf": [A, B, J]}, "schema-one-of-changed", "BB"),
    ({"anyOf": [A, B, L]}, {"anyOf": [A, B, J]}, "schema-any-of-changed", "BB"),
    ({"anyOf": [A, B]}, {"oneOf": [A, B]}, "schema-union-became-one-of", "WI"),
    ({"oneOf": [A, B]}, {"anyOf": [A, B]}, "schema-union-became-any-of", "IW"),
    (MAP, {**MAP, "anyOf": [A, B]}, "schema-union-added", "BI"),
    ({**MAP, "oneOf": [A, B]}, MAP, "schema-union-removed", "IB"),
    # A schema that became one of several.
    (A, {"oneOf": [A, B]}, "schema-one-of-added", "IB"),
    (A, {"oneOf": [A, B, C]}, "schema-one-of-added", "IB"),
    ({"anyOf": [A, B, C]}, A, "schema-any-of-removed", "BI"),
    ({"allOf": [T, TALL]}, {"allOf": [T, TALL, {"not": WIDE}]}, "schema-not-added", "BI"),
    ({"allOf": [T, J]}, {"allOf": [T, J, A]}, "schema-all-of-added", "BI"),
    ({"allOf": [T, J, A]}, {"allOf": [T, J]}, "schema-all-of-removed", "WI"),
    ({"allOf": [T, J]}, {"allOf": [T, L]}, "schema-all-of-changed", "BB"),
    *flag("then", {**T, "if": TALL}, WIDE),
    *flag("else", {**T, "if": TALL}, WIDE),
    *flag("items", LIST, T),
    *flag("contains", LIST, T),
    *flag("propertyNames", MAP, TALL),
    *flag("contentSchema", {**T, "contentMediaType": "application/json"}, A),
    ({**T, "if": True}, {**T, "if": False}, "schema-if-changed", "BB"),
    *one("not", T, TALL),
    *one("if", T, TALL),
    *one("then", {**T, "if": TALL}, WIDE),
    *one("else", {**T, "if": TALL}, WIDE),
    *one("contains", LIST, T),
    *one("items", LIST, T),
    *one("propertyNames", MAP, TALL),
    *one("contentSchema", {**T, "contentMediaType": "application/json"}, A),
    (MAP, {**MAP, "patternProperties": {"^x": T}}, "schema-pattern-property-added", "BI"),
    ({**MAP, "patternProperties": {"^x": T}}, MAP, "schema-pattern-property-removed", "IB"),
    (
        {**MAP, "patternProperties": {"^x": T}},
        {**MAP, "patternProperties": {"^y": T}},
        "schema-pattern-property-changed",
        "BB",
    ),
    (MAP, {**MAP, "dependentSchemas": {"a": A}}, "schema-dependent-schema-added", "BI"),
    ({**MAP, "dependentSchemas": {"a": A}}, MAP, "schema-dependent-schema-removed", "IB"),
    (MAP, {**MAP, "dependentRequired": {"a": ["b"]}}, "schema-dependent-required-added", "BI"),
    ({**MAP, "dependentRequired": {"a": ["b"]}}, MAP, "schema-dependent-required-removed", "IB"),
    (
        {**MAP, "dependentRequired": {"a": ["b"]}},
        {**MAP, "dependentRequired": {"a": ["b", "c"]}},
        "schema-dependent-required-changed",
        "BB",
    ),
    ({**MAP, "dependentSchemas": {"a": A}}, {**MAP, "dependentSchemas": {"b": A}},
     "schema-dependent-schema-changed", "BB"),
    ({**MAP, "dependentSchemas": {"a": A}}, {**MAP, "dependentSchemas": {"a": False}},
     "schema-not-added", "BI"),
    ({**LIST, "prefixItems": [T, J]}, {**LIST, "prefixItems": [J, T]},
     "schema-prefix-items-changed", "BB"),
    ({**LIST, "prefixItems": [T, J]}, {**LIST, "prefixItems": [A, T, J]},
     "schema-prefix-items-changed", "BB"),
    ({**LIST, "prefixItems": [A, T, J]}, {**LIST, "prefixItems": [T, J]},
     "schema-prefix-items-changed", "BB"),
    (T, {**T, "$defs": {"x": J}}, "schema-definition-changed", "II"),
    ({**T, "definitions": {"x": J}}, T, "schema-definition-changed", "II"),
    ({**T, "$defs": {"x": J}}, {**T, "$defs": {"y": J}}, "schema-definition-changed", "II"),
    ({**LIST, "prefixItems": [T]}, {**LIST, "prefixItems": [T, J]}, "schema-prefix-items-typed",
     "BI"),
    ({**LIST, "prefixItems": [T, J]}, {**LIST, "prefixItems": [T]}, "schema-prefix-items-released",
     "IB"),
    ({**PAIR, "prefixItems": [T]}, {**PAIR, "prefixItems": [T, J]}, "schema-prefix-items-added",
     "IB"),
    ({**PAIR, "prefixItems": [T, J]}, {**PAIR, "prefixItems": [T]}, "schema-prefix-items-removed",
     "BI"),
    # A member without a schema of its own is what `items` says.
    ({**LIST, "items": T}, {**LIST, "items": T, "prefixItems": [J]}, "schema-type-changed", "BB"),
    ({**LIST, "items": T, "prefixItems": [J]}, {**LIST, "items": T}, "schema-type-changed", "BB"),
    ({**LIST, "items": T}, {**LIST, "items": T, "prefixItems": [{**T, **TALL}]},
     "schema-min-length-added", "BI"),
    ({**LIST, "items": T, "prefixItems": [J]}, {**LIST, "items": T, "prefixItems": [J, J]},
     "schema-type-changed", "BB"),
]  # fmt: skip

# A schema that is false allows no value. In a list or a map, its keyword allows less.
NOTHING: list[SchemaRow] = [
    (T, False, "schema-not-added", "BI"),
    (False, A, "schema-not-removed", "IB"),
    (True, False, "schema-not-added", "BI"),
]
WITHIN = ("members of a list in a body", "values of a map in an answer")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        *schema_pairs(ROWS),
        *(row for row in schema_pairs(NOTHING) if not str(row.id).endswith(WITHIN)),
    ],
)
def test_what_is_in_a_schema_is_told_once(
    old: Any, new: Any, expected: tuple[str, str, str]
) -> None:
    assert found(old, new) == [expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (False, {"not": {}}),
        ({"not": {}}, {"not": True}),
        (T, {**T, "not": False}),
        ({**LIST, "contains": {}}, {**LIST, "contains": True}),
        (LIST, {**LIST, "items": True}),
        ({**LIST, "items": T}, {**LIST, "items": T, "prefixItems": [T]}),
    ],
)
def test_a_schema_that_is_true_or_false_has_other_spellings(one: Any, other: Any) -> None:
    assert found(sent(one), sent(other)) == found(sent(other), sent(one)) == []


def two_schemas(first: Any, second: Any) -> Tree:
    """A document in which one schema is sent, and another one is an answer."""
    body, answer = (
        {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
        for name in ("First", "Second")
    )
    operation = {"requestBody": body, "responses": {"200": {"description": "ok", **answer}}}
    return api(operation, components={"schemas": {"First": first, "Second": second}})


SWAPPED = (two_schemas(T, J), two_schemas(J, T), ("schemas-swapped", "breaking", "both"))


def test_two_schemas_that_are_swapped_are_told_once() -> None:
    old, new, expected = SWAPPED
    assert found(old, new) == [expected]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return [*plain_pairs(ROWS), SWAPPED]
