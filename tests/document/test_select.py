"""Queries select addresses in document order, and bad queries say where they stop being good."""

from __future__ import annotations

import pytest

from specmend.document.pointer import Address
from specmend.document.select import BadQuery, select

TREE = {"paths": {"/a": {"get": {"id": 1}, "put": {"id": 2}}, "/b": {"get": {"id": 3, "tags": ["x", "y"]}}}}


@pytest.mark.parametrize(
    ("query", "addresses"),
    [
        pytest.param("$.nothing", (), id="nothing"),
        pytest.param("$", ((),), id="root"),
        pytest.param("$.paths['/a'].get", (("paths", "/a", "get"),), id="name"),
        pytest.param("$.paths.*.get", (("paths", "/a", "get"), ("paths", "/b", "get")), id="wildcard"),
        pytest.param("$..tags[-1]", (("paths", "/b", "get", "tags", 1),), id="from the end"),
        pytest.param("$.paths.*[?@.id > 1]", (("paths", "/a", "put"), ("paths", "/b", "get")), id="filter"),
        pytest.param("$.paths['/a', '/a'].get.id", (("paths", "/a", "get", "id"),), id="twice"),
    ],
)
def test_a_query_selects_addresses(query: str, addresses: tuple[Address, ...]) -> None:
    assert select(query, TREE) == addresses


@pytest.mark.parametrize(("query", "offset"), [("paths", 0), ("$.paths[", 8), ("$.paths.", 8), ("$[?@.a ==]", 9)])
def test_a_bad_query_says_where_it_stops_being_one(query: str, offset: int) -> None:
    with pytest.raises(BadQuery) as caught:
        select(query, TREE)
    assert caught.value.offset == offset


@pytest.mark.parametrize("query", ["$[?" + "(" * 20_000 + "@" + ")" * 20_000 + "]", "$" + "[?@" * 5_000])
def test_a_query_that_nests_too_deep_is_a_bad_query(query: str) -> None:
    with pytest.raises(BadQuery):
        select(query, TREE)
