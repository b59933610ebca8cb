"""The fields that no part of a schema knows are told apart from those that only have faults."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.breach import Checker
from specmend.validate.rules.extra_fields import UNKNOWN_FIELDS, extra_fields

CLOSED: Any = {
    "properties": {"a": {"type": "string"}},
    "patternProperties": {"^x-": True},
    "$ref": "#/$defs/more",
    "allOf": [{"properties": {"b": {"type": "integer"}}}],
    "if": {"required": ["a"]},
    "then": {"properties": {"c": {}}},
    "dependentSchemas": {"b": {"properties": {"d": {}}}},
    "unevaluatedProperties": False,
    "$defs": {"more": {"properties": {"e": {}}}},
}


@pytest.mark.parametrize(
    ("value", "extra"),
    [
        ({"a": "t", "x-y": 1, "b": 1, "c": 1, "d": 1, "e": 1}, None),
        ({"z": 1, "a": "t", "y": 2}, ["z", "y"]),
        ({"a": 5}, None),
        ({"c": 1}, []),
        ({"b": "an echo"}, []),
    ],
)
def test_extra_fields(value: Any, extra: list[str] | None) -> None:
    breaches = Checker(CLOSED).breaches(value)
    found = [extra_fields(b, CLOSED) for b in breaches if b.keyword in UNKNOWN_FIELDS]
    assert found == ([] if extra is None else [extra])


def test_additional_properties_are_the_same() -> None:
    schema = {"properties": {"a": {}}, "additionalProperties": False}
    (breach,) = Checker(schema).breaches({"a": 1, "b": 2})
    assert extra_fields(breach, schema) == ["b"]
