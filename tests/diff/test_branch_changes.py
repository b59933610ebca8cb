"""The changes of the branches of unions, and of lists that are known by position."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import of_schema

A, B = {"type": "string"}, {"type": "integer"}
CAT = {"title": "Cat", "type": "object", "properties": {"kind": {"const": "cat"}, "a": A}}
DOG = {"title": "Dog", "type": "object", "properties": {"kind": {"const": "dog"}, "a": A}}
CLOSED = {"additionalProperties": False}

CASES: list[tuple[Any, Any, list[str]]] = [
    ({"oneOf": [CAT, DOG]}, {"oneOf": [DOG, CAT]}, []),
    ({"oneOf": [CAT]}, {"oneOf": [CAT, DOG]}, ["may be object now"]),
    ({"oneOf": [CAT, DOG, B]}, {"oneOf": [CAT, DOG]}, ["may not be integer any more"]),
    # A branch in which something changed is the same branch.
    (
        {"oneOf": [CAT, DOG]},
        {"oneOf": [{**DOG, "maxProperties": 3}, CAT]},
        ["`(Dog)` gained maxProperties 3"],
    ),
    (
        {"oneOf": [{**CAT, "title": "A"}, DOG]},
        {"oneOf": [{**CAT, "title": "B"}, DOG]},
        ["`(B)` title changed"],
    ),
    # An inserted branch hides no change behind it.
    (
        {"anyOf": [CAT, DOG]},
        {"anyOf": [B, CAT, {**DOG, "required": ["a"]}]},
        ["`(Dog).a` is required now", "may be integer now"],
    ),
    ({"anyOf": [CAT, DOG]}, {"oneOf": [CAT, DOG]}, ["oneOf instead of anyOf"]),
    # A schema that became a union of itself and others.
    (CAT, {"oneOf": [CAT, DOG]}, ["may be object now"]),
    ({"oneOf": [CAT, DOG]}, CAT, ["may not be object any more"]),
    (
        {**A, "maxLength": 3},
        {"anyOf": [{**A, "maxLength": 3}, {**B, "minimum": 1}]},
        ["may be integer now"],
    ),
    (
        {"oneOf": [CAT, DOG]},
        {"oneOf": [CAT, DOG, {"type": "null"}]},
        ["is now oneOf or null, was oneOf"],
    ),
    # What cannot be told as one schema stays in branches.
    (
        {"allOf": [{**CAT, **CLOSED}, {**DOG, **CLOSED}]},
        {"allOf": [{**DOG, **CLOSED}, {**CAT, **CLOSED}]},
        [],
    ),
    (
        {"allOf": [{**CAT, **CLOSED}, {**DOG, **CLOSED}]},
        {"allOf": [{**DOG, **CLOSED}, {**CAT, **CLOSED}, B]},
        ["must be integer too now"],
    ),
    ({"allOf": [A, B]}, {"allOf": [A, B, CAT]}, ["must be object too now"]),
    ({"allOf": [A, B, CAT]}, {"allOf": [B, CAT]}, ["need not be string any more"]),
    ({"allOf": [CAT, B]}, {"allOf": [CAT]}, ["need not be integer any more"]),
    (CAT, {"allOf": [CAT, B]}, ["must be integer too now"]),
    # Members by position.
    ({"prefixItems": [A]}, {"prefixItems": [A, B]}, ["gained member 2 (integer)"]),
    ({"prefixItems": [A, B]}, {"prefixItems": [A]}, ["lost member 2"]),
    (
        {"prefixItems": [A, B]},
        {"prefixItems": [B, A]},
        ["has its members at other positions"],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_lists_of_schemas_are_compared_by_what_they_hold(
    old: Any, new: Any, expected: list[str]
) -> None:
    assert of_schema(old, new) == expected
