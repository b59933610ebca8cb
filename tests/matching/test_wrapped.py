"""What went into a composition, or into the items of a list."""

from __future__ import annotations

from typing import Any

import pytest
from tests.schemas import ONE, PAIR, list_of, map_of

from specmend.document.tree.pointer import Address
from specmend.matching.lost_place import LostPlace
from specmend.matching.wrapped import (
    in_wrapper,
    is_null_beside,
    is_of_members,
    may_be_wrapped,
    says_nothing,
    wrapped_schema,
)

PET: Address = ("components", "schemas", "Pet")
TEXT = {"type": "string", "pattern": "^a$"}
NULL = {"type": "null"}
NAME: Address = ("components", "schemas", "Name")

CASES: list[tuple[Any, Any, str, Address | None, list[Address]]] = [
    # The schema, that of upstream, the keyword, where it is now, where it may be.
    (TEXT, {"anyOf": [NULL, TEXT]}, "pattern", (*PET, "anyOf", 1, "pattern"), []),
    (TEXT, {"allOf": [TEXT]}, "pattern", (*PET, "allOf", 0, "pattern"), []),
    (TEXT, {"type": "array", "items": TEXT}, "pattern", (*PET, "items", "pattern"), []),
    (TEXT, {"oneOf": [{"$ref": "#/components/schemas/Name"}]}, "pattern", (*NAME, "pattern"), []),
    (
        TEXT,
        {"anyOf": [{"allOf": [TEXT]}, NULL]},
        "pattern",
        (*PET, "anyOf", 0, "allOf", 0, "pattern"),
        [],
    ),
    # A branch that says more than the schema did, another value, and several branches.
    (
        {"type": "integer"},
        {"allOf": [{"type": "integer", "format": "int64", "minimum": 5}, {}]},
        "type",
        None,
        [(*PET, "allOf", 0, "type")],
    ),
    (TEXT, {"anyOf": [{"pattern": "^b$"}]}, "pattern", None, [(*PET, "anyOf", 0, "pattern")]),
    (
        TEXT,
        {"anyOf": [TEXT, TEXT]},
        "pattern",
        None,
        [(*PET, "anyOf", 0, "pattern"), (*PET, "anyOf", 1, "pattern")],
    ),
    # A branch that had it before.
    ({"pattern": "^b$", "allOf": [TEXT]}, {"allOf": [TEXT]}, "pattern", None, []),
    (TEXT, {"type": "string"}, "pattern", None, []),
]


@pytest.mark.parametrize(("was", "now", "key", "at", "candidates"), CASES)
def test_where_a_keyword_went(
    was: Any, now: Any, key: str, at: Address | None, candidates: list[Address]
) -> None:
    old = {"components": {"schemas": {"Pet": was}}}
    new = {"components": {"schemas": {"Pet": now, "Name": TEXT}}}
    lost = LostPlace(old=old, new=new, address=(*PET, key), new_parent=PET)
    found = in_wrapper(lost)
    assert (found.at if found else None) == at
    assert list(found.candidates if found else ()) == candidates


def test_what_is_no_keyword_of_a_schema_went_nowhere() -> None:
    tree = {"components": {"schemas": {"Pet": {"anyOf": [TEXT]}}}}
    lost = LostPlace(old=tree, new=tree, address=("components", "schemas"), new_parent=())
    assert in_wrapper(lost) is None


AROUND: list[tuple[Any, Any, list[Address]]] = [
    # The schema, that of upstream, and where the one may be in the other.
    (TEXT, {"anyOf": [TEXT, NULL]}, [(*PET, "anyOf", 0)]),
    (TEXT, {"anyOf": [TEXT, {"type": "integer"}]}, [(*PET, "anyOf", 0)]),
    (TEXT, {"oneOf": [TEXT, {**TEXT, "title": "x"}]}, [(*PET, "oneOf", 0), (*PET, "oneOf", 1)]),
    (TEXT, {"type": "array", "items": TEXT}, [(*PET, "items")]),
    (TEXT, {"additionalProperties": TEXT}, [(*PET, "additionalProperties")]),
    (TEXT, {"anyOf": [{"$ref": "#/components/schemas/Name"}, NULL]}, [NAME]),
    ({"items": TEXT}, {"items": {"items": TEXT}}, [(*PET, "items")]),
    # What is said of the place may stay where it is.
    ({**TEXT, "default": "a"}, {"items": TEXT, "default": "a"}, [(*PET, "items")]),
    # An allOf is nothing around a schema, and null alone says the same in another way.
    (TEXT, {"allOf": [TEXT]}, []),
    ({**TEXT, "nullable": True}, {"anyOf": [TEXT, NULL]}, []),
    (TEXT, {"anyOf": [{"type": "string"}, NULL]}, []),
    (TEXT, TEXT, []),
]


@pytest.mark.parametrize(("was", "now", "expected"), AROUND)
def test_a_schema_that_came_around_another(was: Any, now: Any, expected: list[Address]) -> None:
    old = {"components": {"schemas": {"Pet": was}}}
    new = {"components": {"schemas": {"Pet": now, "Name": TEXT}}}
    assert list(wrapped_schema(old, new, PET, PET)) == expected


def test_what_kind_of_schema_came_around() -> None:
    tree = {"components": {"schemas": {"Pet": {"anyOf": [TEXT, NULL]}, "Name": {"title": "x"}}}}
    assert is_null_beside(tree, PET)
    assert not is_null_beside({"anyOf": [TEXT, TEXT]}, ())
    assert is_of_members(("anyOf", 0, "items"))
    assert not is_of_members(("anyOf", 0))
    assert says_nothing(tree, NAME)
    assert not says_nothing(tree, PET)


def test_a_schema_that_refers_to_itself_came_into_another_one_under_another_name() -> None:
    dog = ("components", "schemas", "Dog")

    def tree(name: str, *, is_around: bool) -> Any:
        inner = {"type": "object", "properties": {"pup": {"$ref": f"#/components/schemas/{name}"}}}
        return {"components": {"schemas": {name: {"items": inner} if is_around else inner}}}

    old = tree("Pet", is_around=False)
    assert list(wrapped_schema(old, tree("Dog", is_around=True), PET, dog)) == [(*dog, "items")]
    assert list(wrapped_schema(old, tree("Dog", is_around=False), PET, dog)) == []
    assert list(wrapped_schema(old, tree("Pet", is_around=True), PET, PET)) == [(*PET, "items")]


OBJECT: Any = {"type": "object", "properties": {"a": TEXT}, "required": ["a"]}
RENAMED: Any = {"type": "object", "properties": {"b": TEXT}, "required": ["b"]}


CHANGED: list[tuple[Any, Any, list[Address]]] = [
    # The schema, that of upstream, and where the one may be in the other.
    (OBJECT, RENAMED, []),
    (OBJECT, {"type": "object", "additionalProperties": RENAMED}, [(*PET, "additionalProperties")]),
    (OBJECT, {"anyOf": [RENAMED, NULL]}, [(*PET, "anyOf", 0)]),
    (OBJECT, {"oneOf": [TEXT, RENAMED]}, [(*PET, "oneOf", 1)]),
    (OBJECT, {"type": "array", "items": {**RENAMED, "title": "x"}}, [(*PET, "items")]),
    # What it lost is not there, was there before, or is only words.
    (OBJECT, {"type": "object", "additionalProperties": TEXT}, []),
    (OBJECT, {"type": "object"}, []),
    ({"items": OBJECT, "minItems": 1}, {"items": {**OBJECT, "title": "x"}}, []),
    ({"minLength": 1, "items": {"minLength": 1}}, {"items": {"minLength": 1}}, []),
    ({**TEXT, "description": "x"}, {"type": "string", "items": {"description": "x"}}, []),
    # An allOf is nothing around a schema.
    (OBJECT, {"allOf": [RENAMED]}, []),
    # What is around it has the same keywords.
    (map_of(PAIR), map_of(ONE), []),
    (map_of(PAIR), map_of(map_of(ONE)), [(*PET, "additionalProperties")]),
    (list_of(PAIR), list_of(list_of(ONE)), [(*PET, "items")]),
    ({"oneOf": [PAIR, NULL]}, {"oneOf": [{"oneOf": [ONE, NULL]}, TEXT]}, [(*PET, "oneOf", 0)]),
    ({**map_of(PAIR), "maxProperties": 9}, map_of(map_of(PAIR)), [(*PET, "additionalProperties")]),
    # The values became maps, and the schema around them is the same.
    (map_of({"type": "object"}), map_of(map_of(PAIR)), []),
    (map_of(map_of(PAIR)), map_of(map_of(ONE)), []),
]


@pytest.mark.parametrize(("was", "now", "expected"), CHANGED)
def test_a_schema_that_may_be_inside_of_another_one(
    was: Any, now: Any, expected: list[Address]
) -> None:
    old, new = ({"components": {"schemas": {"Pet": one}}} for one in (was, now))
    assert list(may_be_wrapped(old, new, PET, PET)) == expected
