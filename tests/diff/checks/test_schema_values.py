"""Minimal pairs: listed values, defaults, and in which direction a value travels."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, SchemaRow, found, plain_pairs, schema_pairs

T = {"type": "string"}


def listed(*values: Any, key: str = "enum") -> Any:
    return {**T, key: list(values)}


EXTENSIBLE = "x-extensible-enum"
ROWS: list[SchemaRow] = [
    (T, listed("a", "b"), "schema-enum-added", "BI"),
    (listed("a", "b"), T, "schema-enum-removed", "IB"),
    (listed("a"), listed("a", "b"), "schema-enum-value-added", "IW"),
    (listed("a"), listed("a", "b", "c"), "schema-enum-value-added", "IW"),
    (listed("a", "b"), listed("a"), "schema-enum-value-removed", "BI"),
    (listed("a", "b"), listed("a", "c"), "schema-enum-values-changed", "BW"),
    (listed("a", "b"), listed("c", "d", "e"), "schema-enum-values-changed", "BW"),
    ({**T, "const": "a"}, listed("a", "b"), "schema-enum-value-added", "IW"),
    (T, {**T, "const": "a"}, "schema-const-added", "BI"),
    ({**T, "const": "a"}, T, "schema-const-removed", "IB"),
    ({**T, "const": "a"}, {**T, "const": "b"}, "schema-const-changed", "BB"),
    (T, listed("a", key=EXTENSIBLE), "schema-extensible-enum-added", "II"),
    (listed("a", key=EXTENSIBLE), T, "schema-extensible-enum-removed", "II"),
    (
        listed("a", key=EXTENSIBLE),
        listed("a", "b", key=EXTENSIBLE),
        "schema-extensible-enum-value-added",
        "II",
    ),
    (
        listed("a", "b", key=EXTENSIBLE),
        listed("a", key=EXTENSIBLE),
        "schema-extensible-enum-value-removed",
        "BI",
    ),
    (T, {**T, "readOnly": True}, "schema-became-read-only", "WI"),
    ({**T, "readOnly": True}, T, "schema-became-not-read-only", "II"),
    (T, {**T, "writeOnly": True}, "schema-became-write-only", "IW"),
    ({**T, "writeOnly": True}, T, "schema-became-not-write-only", "II"),
    (T, {**T, "contentEncoding": "base32"}, "schema-encoding-added", "BB"),
    ({**T, "contentEncoding": "base32"}, T, "schema-encoding-removed", "BB"),
    (
        {**T, "contentEncoding": "base32"},
        {**T, "contentEncoding": "base16"},
        "schema-encoding-changed",
        "BB",
    ),
    (T, {**T, "contentMediaType": "image/png"}, "schema-content-type-added", "WI"),
    ({**T, "contentMediaType": "image/png"}, T, "schema-content-type-removed", "IW"),
    (
        {**T, "contentMediaType": "image/png"},
        {**T, "contentMediaType": "image/gif"},
        "schema-content-type-changed",
        "BB",
    ),
]
# The default of a parameter has checks of its own.
DEFAULTS: list[SchemaRow] = [
    (T, {**T, "default": "a"}, "schema-default-added", "II"),
    ({**T, "default": "a"}, T, "schema-default-removed", "II"),
    ({**T, "default": "a"}, {**T, "default": "b"}, "schema-default-changed", "II"),
    ({"default": {"a": 1, "b": 1}}, {"default": {"a": 2, "b": 2}}, "schema-default-changed", "II"),
]


@pytest.mark.parametrize(("old", "new", "expected"), schema_pairs(ROWS))
def test_values_are_told_once(old: Any, new: Any, expected: tuple[str, str, str]) -> None:
    assert found(old, new) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [row for row in schema_pairs(DEFAULTS) if not str(row.id).endswith("-a parameter")],
)
def test_a_default_is_told_once(old: Any, new: Any, expected: tuple[str, str, str]) -> None:
    assert found(old, new) == [expected]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return plain_pairs([*ROWS, *DEFAULTS])
