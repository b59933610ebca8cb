"""Names that may be those of something that went."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.drift.lookalikes import are_alike, are_alike_names, lookalikes
from specmend.matching.sayings import own_sayings, without

NAMES: list[tuple[str, str, bool]] = [
    ("userId", "user_id", True),
    ("color", "colour", True),
    ("id", "petId", False),
    ("name", "fullName", True),
    ("id", "number", False),
    ("tags", "size", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), NAMES)
def test_names_that_are_alike(one: str, other: str, expected: bool) -> None:
    assert are_alike_names(one, other) is are_alike_names(other, one) is expected


VALUES: list[tuple[Any, Any, bool]] = [
    ({"type": "string"}, {"type": "string", "description": "Other words."}, True),
    ({"type": "string", "maxLength": 9}, {"type": "string", "maxLength": 9, "minLength": 1}, True),
    ({"type": "string"}, {"type": "integer"}, False),
    ({"name": "a", "in": "query"}, {"name": "b", "in": "query"}, True),
]


@pytest.mark.parametrize(("one", "other", "expected"), VALUES)
def test_values_that_are_alike(one: Any, other: Any, expected: bool) -> None:
    assert are_alike(one, other) is expected


PET = ("components", "schemas", "Pet")
ID = {"type": "integer", "minimum": 1}
SCHEMAS: list[tuple[Any, Any, list[Any]]] = [
    ({"properties": {"id": ID}}, {"properties": {"no": ID}}, [("properties", "no")]),
    ({"properties": {"id": ID}}, {"properties": {"no": {"type": "string"}}}, []),
    ({"properties": {"id": ID}}, {"properties": {"no": {**ID, "minimum": 0}}}, []),
    # The same words tell what the bounds do not.
    (
        {"properties": {"id": {**ID, "description": "Its number."}}},
        {"properties": {"no": {**ID, "minimum": 0, "description": "Its number."}}},
        [("properties", "no")],
    ),
    ({"required": ["id"]}, {"required": ["ID"]}, [("required", 0)]),
    (
        {"properties": {"id": ID}, "required": ["id"]},
        {"properties": {"no": ID}, "required": ["no"]},
        [("required", 0), ("properties", "no")],
    ),
    ({"enum": ["cat"]}, {"enum": ["CAT"]}, [("enum", 0)]),
    ({"enum": ["cat"]}, {"enum": ["cats"]}, []),
]


@pytest.mark.parametrize(("was", "now", "expected"), SCHEMAS)
def test_what_a_lost_name_may_be_now(was: Any, now: Any, expected: list[Any]) -> None:
    old, new = ({"components": {"schemas": {"Pet": schema}}} for schema in (was, now))
    here, there = own_sayings(old, PET), own_sayings(new, PET)
    found = lookalikes(old, new, without(here, there), without(there, here))
    assert sorted(found, key=str) == sorted([(*PET, *inside) for inside in expected], key=str)
