"""Places named by queries that a person reads, and that select just the one place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import addresses, documents

from specmend.document.jsonpath.select import select
from specmend.document.tree.pointer import Address
from specmend.steps.place_query import named, place_query

TREE: dict[str, Any] = {
    "p": [{"name": "a", "in": "path"}, {"name": "a", "in": "query"}, {"name": "b", "in": "query"}],
    "n": [{"name": "a"}, {"name": "b"}],
    "r": [{"$ref": "#/x"}, {"$ref": "#/y"}, {"name": 7}],
    "e": ["it's", "twice", "twice"],
    "d": [[1], {"x": 1}],
    "/a b": {"c-d": 1},
}


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ((), "$"),
        (("p", 0), "$.p[?@.name == 'a' && @.in == 'path']"),
        (("p", 2, "in"), "$.p[?@.name == 'b' && @.in == 'query'].in"),
        (("n", 1), "$.n[?@.name == 'b']"),
        (("r", 1, "$ref"), "$.r[?@['$ref'] == '#/y']['$ref']"),
        (("r", 2), "$.r[?@.name == 7]"),
        (("e", 0), "$.e[?@ == 'it\\'s']"),
        (("e", 2), "$.e[2]"),
        (("d", 0, 0), "$.d[0][?@ == 1]"),
        (("d", 1, "x"), "$.d[?@.x == 1].x"),
        (("/a b", "c-d"), "$['/a b']['c-d']"),
    ],
)
def test_members_of_lists_are_named_where_a_name_tells_them_apart(
    address: Address, query: str
) -> None:
    assert place_query(TREE, address) == query
    assert select(query, TREE) == (address,)


@given(documents.filter(bool), st.data())
def test_any_place_is_selected_by_its_query_and_no_other_is(tree: Any, data: st.DataObject) -> None:
    address = data.draw(addresses(tree))
    assert select(place_query(tree, address), tree) == (address,)


UNION = {"anyOf": [{"type": "string"}, {"type": "array"}]}
LISTS: dict[str, Any] = {
    "A": UNION,
    "B": {"enum": ["a", None], "tags": ["x"]},
    "T": {"prefixItems": [{"type": "string"}, {"type": "string"}]},
}
NAMED: list[tuple[str, str]] = [
    # A path that counts, and the one that it becomes.
    ("$.B.enum[1]", "$.B.enum[?@ == null]"),
    ("$.A.anyOf[1]", "$.A.anyOf[?@.type == 'array']"),
    ("$.A.anyOf[-1].type", "$.A.anyOf[?@.type == 'array'].type"),
    ("$['B']['enum'][0]", "$.B.enum[?@ == 'a']"),
    # Nothing tells it apart.
    ("$.T.prefixItems[1]", "$.T.prefixItems[1]"),
    # A rule that counts stays a rule, whether it selects one place or more.
    ("$[*].anyOf[1]", "$[*].anyOf[1]"),
    ("$..anyOf[0]", "$..anyOf[0]"),
    ("$.A.anyOf[1:]", "$.A.anyOf[1:]"),
    ("$[?@.anyOf].anyOf[0]", "$[?@.anyOf].anyOf[0]"),
    ("$['A', 'B'].enum[0]", "$['A', 'B'].enum[0]"),
    # What does not count stays as it is written.
    ("$['A'].anyOf[?@.type=='array']", "$['A'].anyOf[?@.type=='array']"),
    ("$.nowhere[0]", "$.nowhere[0]"),
]


@pytest.mark.parametrize(("target", "expected"), NAMED)
def test_a_path_that_counts_names_its_one_place(target: str, expected: str) -> None:
    assert named(LISTS, {"target": target, "remove": True})["target"] == expected
