"""Names that may be those of something that went."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.drift.lookalikes import are_alike, are_alike_names, lookalikes
from specmend.matching.locator import Locator
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
SELF = {"$ref": "#/components/schemas/Pet"}
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
    # What both refer to has changed as well.
    (
        {"type": "object", "properties": {"id": SELF}},
        {"allOf": [], "properties": {"no": SELF}},
        [("properties", "no")],
    ),
    ({"enum": ["cat"]}, {"enum": ["CAT"]}, [("enum", 0)]),
    ({"enum": ["cat"]}, {"enum": ["cats"]}, []),
]


@pytest.mark.parametrize(("was", "now", "expected"), SCHEMAS)
def test_what_a_lost_name_may_be_now(was: Any, now: Any, expected: list[Any]) -> None:
    old, new = ({"components": {"schemas": {"Pet": schema}}} for schema in (was, now))
    here, there = own_sayings(old, PET), own_sayings(new, PET)
    found = lookalikes(Locator(old, new), without(here, there), without(there, here))
    assert sorted(found, key=str) == sorted([(*PET, *inside) for inside in expected], key=str)


def holder(target: str, name: str) -> Any:
    """A schema with a property that lists others, and properties that stay."""
    listed = {"type": "array", "items": {"$ref": f"#/components/schemas/{target}"}}
    kept = {"owner": {"type": "string", "maxLength": 40}, "size": {"type": "integer"}}
    return {"type": "object", "properties": {name: listed, **kept}}


PETS = {"Pet": {"type": "string"}, "Dog": {"type": "null"}}
LONG = {"type": "string", "minLength": 7}
FOLLOWED: list[tuple[str, Any, Any, list[str]]] = [
    ("nothing is renamed", {"Shop": holder("Shop", "all")}, {"Shop": holder("Shop", "no")}, ["no"]),
    ("the schema too", {"Shop": holder("Shop", "all")}, {"Firm": holder("Firm", "no")}, ["no"]),
    (
        "what it refers to",
        {"Shop": holder("Pet", "all"), "Pet": LONG},
        {"Shop": holder("Animal", "no"), "Animal": LONG},
        ["no"],
    ),
    (
        "it refers to something else",
        {"Shop": holder("Pet", "all"), **PETS},
        {"Shop": holder("Dog", "no"), **PETS},
        [],
    ),
]


@pytest.mark.parametrize(
    ("was", "now", "expected"), [row[1:] for row in FOLLOWED], ids=[row[0] for row in FOLLOWED]
)
def test_a_lost_name_is_found_where_references_have_another_name(
    was: Any, now: Any, expected: list[str]
) -> None:
    old, new = (shown(schemas) for schemas in (was, now))
    place, other = (("components", "schemas", next(iter(schemas))) for schemas in (was, now))
    here, there = own_sayings(old, place), own_sayings(new, other)
    found = lookalikes(Locator(old, new), without(here, there), without(there, here))
    assert list(found) == [(*other, "properties", name) for name in expected]


def shown(schemas: Any) -> Any:
    """A document whose only operation answers with the first of some schemas."""
    schema = {"$ref": f"#/components/schemas/{next(iter(schemas))}"}
    answer = {"200": {"content": {"application/json": {"schema": schema}}}}
    return {"paths": {"/a": {"get": {"responses": answer}}}, "components": {"schemas": schemas}}
