"""Minimal pairs: types, formats and null, in every place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import (
    PLACES,
    Pair,
    SchemaRow,
    Tree,
    found,
    level_of,
    plain_pairs,
    schema_pairs,
    sent,
)

from specmend.diff.checks.schema_types import accepted

T, N, J = {"type": "string"}, {"type": "number"}, {"type": "integer"}
O = {"type": "object", "properties": {"a": T, "b": T}, "required": ["a"]}  # noqa: E741


def form(base: Any, name: str) -> Any:
    return {**base, "format": name}


ROWS: list[SchemaRow] = [
    (T, {"type": ["string", "null"]}, "schema-became-nullable", "IB"),
    (T, {**T, "nullable": True}, "schema-became-nullable", "IB"),
    (T, {"anyOf": [T, {"type": "null"}]}, "schema-became-nullable", "IB"),
    ({"type": ["string", "null"]}, T, "schema-became-not-nullable", "BI"),
    ({"oneOf": [T, {"type": "null"}]}, T, "schema-became-not-nullable", "BI"),
    (J, N, "schema-type-widened", "IB"),
    (N, J, "schema-type-narrowed", "BI"),
    (T, {"type": ["string", "boolean"]}, "schema-type-widened", "IB"),
    ({"type": ["string", "boolean"]}, T, "schema-type-narrowed", "BI"),
    (T, {"anyOf": [T, {"type": "boolean"}]}, "schema-type-widened", "IB"),
    (T, J, "schema-type-changed", "BB"),
    (T, O, "schema-type-changed", "BB"),
    (O, T, "schema-type-changed", "BB"),
    (T, {"type": "array", "items": T}, "schema-type-changed", "BB"),
    ({"type": ["string", "boolean"]}, {"type": ["string", "integer"]}, "schema-type-changed", "BB"),
    (T, form(T, "date-time"), "schema-format-added", "BW"),
    (form(T, "uuid"), T, "schema-format-removed", "IB"),
    (form(J, "int32"), form(J, "int64"), "schema-format-widened", "IB"),
    (form(N, "double"), form(N, "float"), "schema-format-narrowed", "BI"),
    (form(T, "date"), form(T, "date-time"), "schema-format-widened", "IB"),
    (form(T, "date"), form(T, "uuid"), "schema-format-changed", "BB"),
    (form(T, "date"), {"type": "integer", "format": "int64"}, "schema-type-changed", "BB"),
    # Out of the document, where nobody looks.
    ({"$ref": "a.json#/a"}, {"$ref": "a.json#/b"}, "schema-reference-changed", "BB"),
    ({"$dynamicRef": "#a"}, {"$dynamicRef": "#b"}, "schema-reference-changed", "BB"),
]
# What was anything and is described now. In a list, `items` come instead.
ANYTHING: list[SchemaRow] = [
    ({}, T, "schema-type-narrowed", "BI"),
    (T, {}, "schema-type-widened", "IB"),
    ({}, O, "schema-type-narrowed", "BI"),
    (O, {}, "schema-type-widened", "IB"),
]
WITHIN = ("members of a list in a body", "values of a map in an answer")


@pytest.mark.parametrize(("old", "new", "expected"), schema_pairs(ROWS))
def test_a_type_is_told_once(old: Any, new: Any, expected: tuple[str, str, str]) -> None:
    assert found(old, new) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [row for row in schema_pairs(ANYTHING) if not str(row.id).endswith(WITHIN)],
)
def test_anything_is_described_once(old: Any, new: Any, expected: tuple[str, str, str]) -> None:
    assert found(old, new) == [expected]


def refer(name: str) -> Any:
    return {"$ref": f"#/components/schemas/{name}"}


BOTH = {
    "A": O,
    "B": {"type": "object", "properties": {"a": T, "c": T, "d": T}},
    "C": {**O, "properties": {"a": T, "b": T, "c": T}},
}


# Which of them a value is, with the levels of all that differs between them.
REFERENCES: list[tuple[str, str, str]] = [
    ("A", "B", "WB"),
    ("B", "A", "BW"),
    ("B", "C", "BW"),
    ("C", "B", "WB"),
]


def reference_pairs() -> list[Pair]:
    """References to one component and to another one, at every place of a schema."""
    return [
        (
            beside(document(refer(old))),
            beside(document(refer(new))),
            ("schema-reference-changed", level_of(levels, direction), direction),
        )
        for old, new, levels in REFERENCES
        for direction, document in PLACES.values()
    ]


def beside(document: Tree) -> Tree:
    """A document that has the components too."""
    document.setdefault("components", {}).setdefault("schemas", {}).update(BOTH)
    return document


@pytest.mark.parametrize(("old", "new", "expected"), reference_pairs())
def test_a_reference_to_another_component_is_one_entry(
    old: Tree, new: Tree, expected: tuple[str, str, str]
) -> None:
    assert found(old, new) == [expected]


def test_only_one_entry_where_a_body_became_anything() -> None:
    assert len(found(sent(O), sent(True))) == 1


@pytest.mark.parametrize(
    ("said", "types"),
    [
        ({"type": ["number"]}, {"number", "integer"}),
        ({"type": ["string"], "null": True}, {"string", "null"}),
        ({}, {"string", "number", "integer", "boolean", "array", "object", "null"}),
    ],
)
def test_the_types_that_a_schema_accepts(said: Any, types: set[str]) -> None:
    assert accepted(said) == types


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return [*plain_pairs(ROWS), *reference_pairs()]
