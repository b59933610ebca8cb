"""Differences that one edit made, as one, and those of several edits as several."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import answered, entries, found, sent

T, J = {"type": "string"}, {"type": "integer"}
A: Any = {"type": "object", "properties": {"a": T}}


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        (A, {**A, "properties": {"a": T, "b": T}, "required": ["b"]}, 1),
        # Two edits are two entries.
        (A, {**A, "properties": {"a": T, "b": T}, "required": ["a"]}, 2),
        ({**A, "required": ["a"]}, {"type": "object", "properties": {"b": J}}, 2),
        (T, A, 1),
        ({**T, "maxLength": 3, "pattern": "a"}, J, 1),
        ({**T, "description": "D"}, {**J, "description": "E"}, 2),
        ({"default": {"a": 1, "b": [1]}}, {"default": {"a": 2, "b": [2]}}, 1),
        ({"x-a": {"b": 1, "c": {"d": 1}}}, {"x-a": {"b": 2, "c": {"d": 2}}}, 1),
        ({"minimum": 3}, {"exclusiveMinimum": 3}, 1),
        ({"minimum": 3, "maximum": 9}, {"minimum": 2, "maximum": 10}, 2),
        ({**T, "enum": ["a", "b"]}, {"oneOf": [{"const": "a"}, {"const": "b"}]}, 1),
    ],
)
def test_one_edit_is_one_entry(old: Any, new: Any, count: int) -> None:
    assert len(entries(sent(old), sent(new))) == count


def test_a_bound_of_another_kind_and_value_is_its_change() -> None:
    assert found(sent({"minimum": 3}), sent({"exclusiveMinimum": 9})) == [
        ("schema-exclusive-min-increased", "breaking", "request")
    ]


def test_a_union_in_place_of_a_type_is_as_bad_as_its_parts() -> None:
    union = {"oneOf": [{"type": "string", "maxLength": 3}, {"type": "integer", "minimum": 1}]}
    (entry,) = entries(answered({"type": "string", "enum": ["a"]}), answered(union))
    assert (entry.level, entry.id) == ("breaking", "schema-type-widened")
