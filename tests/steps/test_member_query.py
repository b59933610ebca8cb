"""A member of a list is named by what it says, wherever something tells it from the others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import documents

from specmend.document.jsonpath.select import select
from specmend.steps.member_query import literal, member_query

TEXT, LIST, NULL = {"type": "string"}, {"type": "array"}, {"type": "null"}
TEXTS = {**LIST, "items": TEXT}
CAT, DOG = ({"properties": {"kind": {"const": name}, name: TEXT}} for name in ("cat", "dog"))
ENUM_CAT, ENUM_DOG = ({"properties": {"kind": {"enum": [name]}}} for name in ("cat", "dog"))

CASES: list[tuple[list[Any], int, str]] = [
    # Nothing tells it apart.
    (["a", "a"], 0, ""),
    ([TEXT, TEXT], 1, ""),
    ([[1], [2]], 0, ""),
    ([{"description": "A"}, {"description": "B"}], 0, ""),
    ([{"default": 1}, {"default": 2}], 0, ""),
    # Primitives by their value.
    (["it's", "b"], 0, "?@ == 'it\\'s'"),
    (["a", None], 1, "?@ == null"),
    ([None, False, 0, ""], 1, "?@ == false"),
    ([1, 2.5], 1, "?@ == 2.5"),
    ([1, True], 0, "?@ == 1"),
    ([1, 1.0], 0, ""),
    (["string", "null"], 1, "?@ == 'null'"),
    # By names.
    (
        [{"name": "a", "in": "path"}, {"name": "a", "in": "query"}],
        1,
        "?@.name == 'a' && @.in == 'query'",
    ),
    ([{"$ref": "#/x"}, {"$ref": "#/y"}], 1, "?@['$ref'] == '#/y'"),
    ([{"url": "http://a"}, {"url": "http://b"}], 0, "?@.url == 'http://a'"),
    ([{"title": "A", "type": "object"}, {"title": "B"}], 0, "?@.title == 'A'"),
    # By the only values, the type, the format, and what stands deeper.
    ([{"const": 1}, {"const": 2}], 1, "?@.const == 2"),
    ([TEXT, LIST, NULL], 1, "?@.type == 'array'"),
    ([{**TEXT, "format": "date"}, {**TEXT, "format": "uuid"}], 0, "?@.format == 'date'"),
    (
        [{**TEXT, "format": "date"}, TEXT, {"type": "integer", "format": "date"}],
        0,
        "?@.type == 'string' && @.format == 'date'",
    ),
    ([{**LIST, "items": {"type": "integer"}}, TEXTS], 1, "?@.items.type == 'string'"),
    ([CAT, DOG], 1, "?@.properties.kind.const == 'dog'"),
    # By what a list in it has.
    ([{"required": ["a"]}, {"required": ["b"]}], 1, "?@.required[?@ == 'b']"),
    ([{"type": ["string", "null"]}, {"type": ["string"]}], 0, "?@.type[?@ == 'null']"),
    ([ENUM_CAT, ENUM_DOG], 1, "?@.properties.kind.enum[?@ == 'dog']"),
    ([{"x-id": 1}, {"x-id": 2}], 0, "?@['x-id'] == 1"),
    # By keys that it alone has, or has not.
    ([{"key": []}, {"oauth": ["read"]}], 1, "?@.oauth"),
    ([{}, {"oauth": ["read"]}], 0, "?!@.oauth"),
    ([TEXTS, LIST], 1, "?!@.items"),
    ([TEXTS, LIST, TEXT], 1, "?@.type == 'array' && !@.items"),
    ([{"enum": ["a"], **TEXT}, TEXT], 0, "?@.enum"),
    ([{"description": "A", **TEXT}, TEXT], 0, ""),
]


@pytest.mark.parametrize(("members", "index", "query"), CASES)
def test_what_tells_a_member_apart(members: list[Any], index: int, query: str) -> None:
    assert member_query(members, index) == query


@given(st.lists(documents, min_size=1, max_size=4), st.data())
def test_a_filter_selects_its_member_and_no_other(members: list[Any], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(members) - 1))
    query = member_query(members, index)
    assert not query or select(f"$[{query}]", members) == ((index,),)


@pytest.mark.parametrize("value", ["it's", 'a "b" \\ c\n', 1, True, None])
def test_a_literal_is_equal_to_its_value(value: Any) -> None:
    assert select(f"$[?@ == {literal(value)}]", [value, "other"]) == ((0,),)
