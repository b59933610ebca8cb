"""What the layers of a schema say together."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import document, refer

from specmend.diff.side import side_of
from specmend.diff.view import View, view_of

STRING = {"type": "string"}
S = ("components", "schemas", "S")
BASE = {"type": "object", "properties": {"a": STRING}, "required": ["a"]}


def view(schema: Any) -> View:
    return view_of(side_of("new", document({"S": schema, "Base": BASE})), [S])


def test_layers_are_told_as_one() -> None:
    found = view({"allOf": [refer("Base"), {"properties": {"b": STRING}, "required": ["b"]}]})
    assert list(found.named["properties"]) == ["a", "b"]
    assert list(found.required) == ["a", "b"]
    assert found.word("type") == ["object"]
    assert found.listed == {}
    assert found.components == {(*S[:2], "Base")}


def test_a_property_in_two_layers_has_two_places() -> None:
    found = view({"properties": {"a": {"maxLength": 1}}, "allOf": [refer("Base")]})
    assert found.named["properties"]["a"].addresses == (
        (*S, "properties", "a"),
        (*S[:2], "Base", "properties", "a"),
    )


CLASHES: list[Any] = [
    {"allOf": [{"maxLength": 1}, {"maxLength": 2}]},
    {"allOf": [refer("Base"), {"additionalProperties": False}]},
    {"allOf": [{"oneOf": [STRING, BASE]}, {"oneOf": [BASE, {}]}]},
]


@pytest.mark.parametrize("schema", CLASHES)
def test_what_cannot_be_told_as_one_stays_in_branches(schema: Any) -> None:
    found = view(schema)
    assert [part.addresses for part in found.listed["allOf"]] == [
        ((*S, "allOf", 0),),
        ((*S, "allOf", 1),),
    ]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": ["string", "null"]}, True),
        ({"nullable": True, "allOf": [STRING]}, True),
        ({"allOf": [{"type": ["string", "null"]}, STRING]}, False),
        ({"anyOf": [STRING, {"type": "null"}]}, True),
    ],
)
def test_null_is_allowed_where_all_layers_allow_it(schema: Any, expected: bool) -> None:
    assert ("null" in view(schema).words) is expected
