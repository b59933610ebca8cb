"""The fields that no part of a schema knows are told apart from those that only have faults."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

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
    errors = list(Draft202012Validator(CLOSED).iter_errors(value))
    found = [extra_fields(e, CLOSED) for e in errors if e.validator in UNKNOWN_FIELDS]
    assert found == ([] if extra is None else [extra])


def test_additional_properties_are_the_same() -> None:
    schema = {"properties": {"a": {}}, "additionalProperties": False}
    (error,) = Draft202012Validator(schema).iter_errors({"a": 1, "b": 2})
    assert extra_fields(error, schema) == ["b"]
