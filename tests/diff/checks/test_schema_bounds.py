"""Minimal pairs: the bounds and patterns of values, in every place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, SchemaRow, found, plain_pairs, schema_pairs, sent

N, T = {"type": "number"}, {"type": "string"}
L, O = {"type": "array"}, {"type": "object"}  # noqa: E741


def bound(base: Any, key: str, name: str, *, is_upper: bool, added: str) -> list[SchemaRow]:
    low, high = {**base, key: 2}, {**base, key: 5}
    more, less = ("increased", "decreased") if is_upper else ("decreased", "increased")
    wide, narrow = (high, low) if is_upper else (low, high)
    return [
        (base, low, f"schema-{name}-added", added),
        (high, base, f"schema-{name}-removed", "IB"),
        (narrow, wide, f"schema-{name}-{more}", "IB"),
        (low, {**base, key: "2"}, f"schema-{name}-changed", "BB"),
        (wide, narrow, f"schema-{name}-{less}", "BI"),
    ]


ROWS: list[SchemaRow] = [
    *bound(N, "maximum", "max", is_upper=True, added="WI"),
    *bound(N, "exclusiveMaximum", "exclusive-max", is_upper=True, added="WI"),
    *bound(T, "maxLength", "max-length", is_upper=True, added="WI"),
    *bound(L, "maxItems", "max-items", is_upper=True, added="WI"),
    *bound(O, "maxProperties", "max-properties", is_upper=True, added="WI"),
    *bound({**L, "contains": T}, "maxContains", "max-contains", is_upper=True, added="WI"),
    *bound(N, "minimum", "min", is_upper=False, added="WI"),
    *bound(N, "exclusiveMinimum", "exclusive-min", is_upper=False, added="WI"),
    *bound(T, "minLength", "min-length", is_upper=False, added="BI"),
    *bound(L, "minItems", "min-items", is_upper=False, added="WI"),
    *bound(O, "minProperties", "min-properties", is_upper=False, added="WI"),
    *bound({**L, "contains": T}, "minContains", "min-contains", is_upper=False, added="BI"),
    ({**N, "maximum": 3}, {**N, "exclusiveMaximum": 3}, "schema-bound-became-exclusive", "BI"),
    ({**N, "exclusiveMinimum": 3}, {**N, "minimum": 3}, "schema-bound-became-inclusive", "IB"),
    # The spelling of OpenAPI 3.0.
    (
        {**N, "minimum": 3},
        {**N, "minimum": 3, "exclusiveMinimum": True},
        "schema-bound-became-exclusive",
        "BI",
    ),
    (N, {**N, "multipleOf": 2}, "schema-multiple-of-added", "BI"),
    ({**N, "multipleOf": 2}, N, "schema-multiple-of-removed", "IB"),
    ({**N, "multipleOf": 10}, {**N, "multipleOf": 5}, "schema-multiple-of-widened", "IB"),
    ({**N, "multipleOf": 5}, {**N, "multipleOf": 10}, "schema-multiple-of-narrowed", "BI"),
    ({**N, "multipleOf": 3}, {**N, "multipleOf": 10}, "schema-multiple-of-changed", "BB"),
    (L, {**L, "uniqueItems": True}, "schema-unique-items-set", "BI"),
    ({**L, "uniqueItems": True}, L, "schema-unique-items-unset", "IB"),
    (T, {**T, "pattern": "^a"}, "schema-pattern-added", "BI"),
    ({**T, "pattern": "^a"}, T, "schema-pattern-removed", "IB"),
    ({**T, "pattern": "^a"}, {**T, "pattern": ".*"}, "schema-pattern-generalized", "IB"),
    ({**T, "pattern": ".*"}, {**T, "pattern": "^a"}, "schema-pattern-specialized", "BI"),
    ({**T, "pattern": "^a"}, {**T, "pattern": "^b"}, "schema-pattern-changed", "WW"),
]


@pytest.mark.parametrize(("old", "new", "expected"), schema_pairs(ROWS))
def test_a_bound_is_told_once(old: Any, new: Any, expected: tuple[str, str, str]) -> None:
    assert found(old, new) == [expected]


@pytest.mark.parametrize("key", ["maximum", "minLength", "multipleOf", "const", "default"])
def test_a_zero_behind_the_point_says_nothing(key: str) -> None:
    assert found(sent({key: 2}), sent({key: 2.0})) == []


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return plain_pairs(ROWS)
