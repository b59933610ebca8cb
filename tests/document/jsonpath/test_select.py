"""Queries select addresses in document order, and bad queries say where they stop being good."""

from __future__ import annotations

import pytest

from specmend.document.jsonpath.select import select
from specmend.document.tree.pointer import Address
from specmend.errors import QueryError

TREE = {
    "paths": {
        "/a": {"get": {"id": 1}, "put": {"id": 2}},
        "/b": {"get": {"id": 3, "tags": ["x", "y"]}},
    }
}


@pytest.mark.parametrize(
    ("query", "addresses"),
    [
        pytest.param("$.nothing", (), id="nothing"),
        pytest.param("$", ((),), id="root"),
        pytest.param("$.paths['/a'].get", (("paths", "/a", "get"),), id="name"),
        pytest.param(
            "$.paths.*.get", (("paths", "/a", "get"), ("paths", "/b", "get")), id="wildcard"
        ),
        pytest.param("$..tags[-1]", (("paths", "/b", "get", "tags", 1),), id="from the end"),
        pytest.param(
            "$.paths.*[?@.id > 1]", (("paths", "/a", "put"), ("paths", "/b", "get")), id="filter"
        ),
        pytest.param("$.paths['/a', '/a'].get.id", (("paths", "/a", "get", "id"),), id="twice"),
    ],
)
def test_a_query_selects_addresses(query: str, addresses: tuple[Address, ...]) -> None:
    assert select(query, TREE) == addresses


@pytest.mark.parametrize(
    ("query", "offset"), [("paths", 0), ("$.paths[", 8), ("$.paths.", 8), ("$[?@.a ==]", 9)]
)
def test_a_bad_query_says_where_it_stops_being_one(query: str, offset: int) -> None:
    with pytest.raises(QueryError) as caught:
        select(query, TREE)
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    "query", ["$[?" + "(" * 20_000 + "@" + ")" * 20_000 + "]", "$" + "[?@" * 5_000]
)
def test_a_query_that_nests_too_deep_is_a_bad_query(query: str) -> None:
    with pytest.raises(QueryError):
        select(query, TREE)


@pytest.mark.parametrize(
    ("query", "message"),
    [("$.a~", "the key selector ~"), ("$.a^", "the parent selector ^"),
     ("$.a-b", "a name with a hyphen"),
     ("$.paths./a", "a name with a slash"), ("$.200", "a name that starts with a digit"),
     ("$.`a`", "backticks"),
     ("$[?@.a =~ 'b']", "the comparison =~"), ("$[?@.a === 'b']", "the comparison ==="),
     ("$[(@.length-1)]", "the script expression"), ("$[?@.a in ['b']]", "operators that are words"),
     ("$[?@.a and @.b]", "there are && || !"), ("$[?(@property == 'a')]", "the words @property"),
     ("$.a@string()", "the type selectors"), ("$.a.length()", "a function at the end of a path")],
)  # fmt: skip
def test_what_other_dialects_have_is_refused_by_its_name(query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        select(query, TREE)
    assert message in str(caught.value)


@pytest.mark.parametrize("function", ["match", "search"])
def test_a_pattern_has_a_time_and_every_query_has_all_of_it(function: str) -> None:
    tree = [{"name": "a" * 60}]
    for _ in range(2):
        with pytest.raises(QueryError) as caught:
            select(f"$[?{function}(@.name, '(a|aa)+c')]", tree)
        assert "the limit of 0.25 s" in str(caught.value)
    assert select(f"$[?{function}(@.name, 'a+')]", tree) == ((0,),)


@pytest.mark.parametrize(
    ("query", "count"),
    [("$[?match(@, 'a.c')]", 1), ("$[?search(@, 'b')]", 2), ("$[?match(@, 'b')]", 0),
     ("$[?match(@, '(')]", 0),
     ("$[?match(@, @)]", 3), ("$[?search(@, 1)]", 0)],
)  # fmt: skip
def test_patterns_are_those_of_the_standard(query: str, count: int) -> None:
    assert len(select(query, ["abc", "xbx", 7, "a"])) == count


def test_a_pattern_that_is_too_long_is_refused() -> None:
    with pytest.raises(QueryError, match="SPECMEND_MAX_PATTERN"):
        select(f"$[?match(@, '{'(' * 10_000}')]", ["a"])
    with pytest.raises(QueryError, match="20,000 characters; SPECMEND_MAX_QUERY"):
        select(f"$[?match(@, '{'a' * 20_000}')]", ["a"])


def test_a_pattern_is_as_long_as_its_repetitions_make_it() -> None:
    inner = "a"
    for _ in range(9):
        inner = f"({inner}){{9}}"
    with pytest.raises(QueryError, match="repetitions written out; SPECMEND_MAX_PATTERN"):
        select(f"$[?match(@, '{inner}')]", ["a"])
    assert select("$[?match(@, '[0-9a-f)]{8}-(a|b){2}')]", ["0123456a-ab", "x"]) == ((0,),)


def test_time_in_proportion_to_the_text_is_not_counted() -> None:
    tree = ["some ordinary words, as descriptions have them"] * 5_000
    for _ in range(20):
        assert len(select("$[?search(@, 'words')]", tree)) == 5_000


def test_a_document_as_deep_as_is_allowed_can_be_searched() -> None:
    tree: object = {"found": 1}
    for _ in range(199):
        tree = [tree]
    assert len(select("$..found", tree)) == 1
