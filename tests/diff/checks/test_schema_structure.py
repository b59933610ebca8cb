"""Minimal pairs: branches, conditions, and the schemas of members."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import SchemaRow, found, schema_pairs

from specmend.diff.checks.schema_structure import STRUCTURE

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


def flag(key: str, base: Any) -> list[SchemaRow]:
    """A keyword with a schema that is true or false."""
    name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in key)
    return [({**base, key: True}, {**base, key: False}, f"schema-{name}-changed", "BB")]


LIST, MAP = {"type": "array"}, {"type": "object"}
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
    *flag("not", T),
    *flag("if", T),
    *flag("then", {**T, "if": TALL}),
    *flag("else", {**T, "if": TALL}),
    *flag("contains", LIST),
    *flag("propertyNames", MAP),
    *flag("contentSchema", {**T, "contentMediaType": "application/json"}),
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
    ({**LIST, "prefixItems": [T]}, {**LIST, "prefixItems": [T, J]}, "schema-prefix-items-added",
     "IB"),
    ({**LIST, "prefixItems": [T, J]}, {**LIST, "prefixItems": [T]}, "schema-prefix-items-removed",
     "BI"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), schema_pairs(ROWS))
def test_what_is_in_a_schema_is_told_once(
    old: Any, new: Any, expected: tuple[str, str, str]
) -> None:
    assert found(old, new) == [expected]


def test_every_check_has_a_pair() -> None:
    told = {row[2] for row in ROWS}
    # Lists of members are compared by position, and items that are true say nothing.
    never = {"schema-prefix-items-changed", "schema-items-changed", "schema-definition-changed"}
    never |= {"schema-dependent-schema-changed"}
    assert {check.id for check in STRUCTURE} - told - never == set()
