"""What a document says of a value, through references, compositions and items."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.sayings import Saying, own_sayings, sayings, without

PET: Address = ("components", "schemas", "Pet")
TEXT = {"type": "string"}
NULL = {"type": "null"}

SCHEMAS: list[tuple[Any, list[tuple[str, str]]]] = [
    (TEXT, [("always", "string")]),
    ({"allOf": [TEXT]}, [("always", "string")]),
    ({"allOf": [{"$ref": "#/components/schemas/Name"}]}, [("always", "number")]),
    ({"$ref": "#/components/schemas/Name"}, [("always", "number")]),
    ({"anyOf": [TEXT, NULL]}, [("always", "string")]),
    ({"anyOf": [TEXT, {"type": "integer"}]}, [("sometimes", "string"), ("sometimes", "integer")]),
    ({"items": TEXT}, [("inside", "string")]),
    ({"type": "array", "items": {"anyOf": [TEXT]}}, [("always", "array"), ("inside", "string")]),
    ({"then": TEXT}, [("sometimes", "string")]),
    # A property says nothing of the object that has it.
    ({"properties": {"a": TEXT}}, []),
    # A schema that holds itself.
    ({"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}, [("always", "array")]),
]


@pytest.mark.parametrize(("schema", "expected"), SCHEMAS)
def test_the_types_that_hold(schema: Any, expected: list[Any]) -> None:
    tree = {"components": {"schemas": {"Pet": schema, "Name": {"type": "number"}}}}
    found = [one for one in sayings(tree, PET) if one.keyword == "type"]
    assert [(one.reach, one.value) for one in found] == expected


def test_a_parameter_says_what_its_schema_says() -> None:
    parameter = {"name": "q", "in": "query", "schema": TEXT, "example": "a"}
    tree = {"components": {"parameters": {"q": parameter}}}
    said = {
        (one.keyword, str(one.value)) for one in sayings(tree, ("components", "parameters", "q"))
    }
    assert {("type", "string"), ("example", "a")} <= said


def inherited(operation: Any, item: Any, root: Any, keyword: str) -> list[Any]:
    tree = {**root, "paths": {"/a": {**item, "get": operation}}}
    found = own_sayings(tree, ("paths", "/a", "get"))
    return [one.value for one in found if one.keyword == keyword]


Q = {"name": "q", "in": "query"}
INHERITED: list[tuple[Any, Any, Any, str, list[Any]]] = [
    ({}, {"parameters": [Q]}, {}, "parameters", [["q", "query"]]),
    ({"parameters": [Q]}, {"parameters": [Q]}, {}, "parameters", [["q", "query"]]),
    ({}, {}, {"security": [{"key": []}]}, "security", [{"key": []}]),
    ({"security": [{"own": []}]}, {}, {"security": [{"key": []}]}, "security", [{"own": []}]),
    # An empty list takes back what the document says: nothing is needed, as without any.
    ({"security": []}, {}, {"security": [{"key": []}]}, "security", [None]),
    ({}, {}, {}, "security", [None]),
    ({}, {"servers": [{"url": "/a"}]}, {"servers": [{"url": "/"}]}, "servers", [{"url": "/a"}]),
]


@pytest.mark.parametrize(("operation", "item", "root", "keyword", "expected"), INHERITED)
def test_what_an_operation_inherits(
    operation: Any, item: Any, root: Any, keyword: str, expected: list[Any]
) -> None:
    assert inherited(operation, item, root, keyword) == expected


def test_what_others_do_not_say_as_often() -> None:
    one, other = Saying(keyword="a", value=1, at=("x",)), Saying(keyword="a", value=1, at=("y",))
    assert without([one, other], [one]) == [other]
    assert without([one], [one, other]) == []
    assert without([one], [Saying(keyword="a", value=True, at=("x",))]) == [one]
