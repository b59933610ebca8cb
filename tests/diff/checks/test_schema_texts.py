"""Minimal pairs: what a schema says to people, in every place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import SchemaRow, found, schema_pairs

from specmend.diff.checks.schema_texts import SCHEMA_TEXTS

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
    (T, {**T, "xml": {"name": "n", "attribute": True}}, "schema-xml-changed", "BB"),
    ({**T, "xml": {"name": "n"}}, {**T, "xml": {"name": "m", "prefix": "p"}},
     "schema-xml-changed", "BB"),
    (T, {**T, "unknown": 1}, "schema-keyword-changed", "WW"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), schema_pairs(ROWS))
def test_a_text_is_told_once(old: Any, new: Any, expected: tuple[str, str, str]) -> None:
    assert found(old, new) == [expected]


def test_every_check_has_a_pair() -> None:
    told = {row[2] for row in ROWS}
    # Names of schemas are read as plain references, and a schema that forbids all is a `not`.
    assert {check.id for check in SCHEMA_TEXTS} - told <= {"schema-id-changed"}
