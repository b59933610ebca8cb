"""Minimal pairs: what a schema says to people, in every place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, SchemaRow, found, plain_pairs, schema_pairs, sent

T = {"type": "string"}
ROWS: list[SchemaRow] = [
    (T, {**T, "title": "S"}, "schema-title-changed", "II"),
    (T, {**T, "description": "S"}, "schema-description-changed", "II"),
    (T, {**T, "example": "S"}, "schema-example-changed", "II"),
    (T, {**T, "examples": ["S", "T"]}, "schema-example-changed", "II"),
    (T, {**T, "externalDocs": {"url": "u"}}, "schema-documentation-changed", "II"),
    (T, {**T, "deprecated": True}, "schema-deprecated", "II"),
    ({**T, "deprecated": True}, T, "schema-reactivated", "II"),
    (T, {**T, "$comment": "c"}, "schema-comment-changed", "II"),
    (T, {**T, "$schema": "u"}, "schema-dialect-changed", "WW"),
    (T, {**T, "$vocabulary": {"a": True, "b": True}}, "schema-dialect-changed", "WW"),
    ({**T, "$vocabulary": {"a": True}}, {**T, "$vocabulary": {"b": True}},
     "schema-dialect-changed", "WW"),
    (T, {**T, "xml": {"name": "n", "attribute": True}}, "schema-xml-changed", "BB"),
    ({**T, "xml": {"name": "n"}}, {**T, "xml": {"name": "m", "prefix": "p"}},
     "schema-xml-changed", "BB"),
    (T, {**T, "unknown": 1}, "schema-keyword-changed", "WW"),
    ({**T, "dependencies": {"a": ["b"]}}, {**T, "dependencies": {"a": ["c"], "d": []}},
     "schema-keyword-changed", "WW"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), schema_pairs(ROWS))
def test_a_text_is_told_once(old: Any, new: Any, expected: tuple[str, str, str]) -> None:
    assert found(old, new) == [expected]


@pytest.mark.parametrize("key", ["$id", "$anchor", "$dynamicAnchor"])
def test_a_name_for_references_is_a_spelling(key: str) -> None:
    assert found(sent(T), sent({**T, key: "a"})) == []


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return plain_pairs(ROWS)
