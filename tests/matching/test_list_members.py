"""Where a member of a list stands in another list: known by its names, or by what it says."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.matching.list_members import NamedList, first_names, names_of, same_member

LIMIT = {"name": "limit", "in": "query"}
LIMIT_HEADER = {"name": "limit", "in": "header"}
PAGE = {"name": "page", "in": "query"}
REFERENCE = {"$ref": "#/components/parameters/Limit"}
TREE = {"components": {"parameters": {"Limit": LIMIT}}}
SERVER, OTHER_SERVER = {"url": "http://a"}, {"url": "http://b"}

CASES: list[tuple[list[Any], list[Any], int, int | None]] = [
    # The old list, the new one, the index in the old one, and the one in the new one.
    ([LIMIT, PAGE], [LIMIT, PAGE], 1, 1),
    ([LIMIT, PAGE], [PAGE, LIMIT], 0, 1),
    ([LIMIT], [], 0, None),
    ([LIMIT], [LIMIT], 1, None),
    # By its names, where it says something else.
    ([LIMIT, PAGE], [PAGE, {**LIMIT, "required": True}], 0, 1),
    ([LIMIT, LIMIT_HEADER], [{**LIMIT_HEADER, "x": 1}, {**LIMIT, "x": 1}], 1, 0),
    ([LIMIT], [REFERENCE], 0, 0),
    ([REFERENCE], [PAGE, LIMIT], 0, 1),
    # A member with names is not known by its index.
    ([LIMIT], [PAGE], 0, None),
    ([{"type": "string"}], [{"type": "integer"}], 0, 0),
    ([{"type": "string"}], [LIMIT], 0, None),
    ([{"type": "string"}], [{"type": "integer"}, {}], 0, None),
    (["a"], ["b"], 0, None),
    (["a", "b"], ["b", "a"], 0, 1),
    # Equal members cannot be told apart.
    ([{"x": 1}, {"x": 1}], [{"x": 1}, {"x": 1}], 1, 1),
    ([{"x": 1}, {"x": 1}], [{"x": 1}], 1, None),
    # A server is known by its URL alone, and may have another one.
    ([SERVER], [OTHER_SERVER], 0, 0),
    ([SERVER, OTHER_SERVER], [OTHER_SERVER, SERVER], 0, 1),
    ([SERVER, {"url": "http://c"}], [OTHER_SERVER, SERVER], 1, None),
    ([{**SERVER, "name": "a"}], [OTHER_SERVER], 0, None),
]


@pytest.mark.parametrize(("here", "there", "index", "expected"), CASES)
def test_a_member_of_another_list(
    here: list[Any], there: list[Any], index: int, expected: int | None
) -> None:
    assert same_member(NamedList(TREE, here), NamedList(TREE, there), index) == expected


NAMES: list[tuple[Any, tuple[str, ...], tuple[str, ...]]] = [
    (LIMIT, ("name", "in"), ("limit", "query")),
    ({"name": "limit"}, ("name", "in"), ()),
    ({"name": 1}, ("name",), ()),
    ("limit", ("name",), ()),
    (REFERENCE, ("name",), ("limit",)),
    (REFERENCE, ("$ref",), ("#/components/parameters/Limit",)),
    ({"$ref": "#/nowhere"}, ("name",), ()),
    ({"$ref": "other.yaml"}, ("name",), ()),
]


@pytest.mark.parametrize(("member", "keys", "names"), NAMES)
def test_the_names_of_a_member(member: Any, keys: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert names_of(TREE, member, keys) == names


def test_the_surest_names_come_first() -> None:
    assert first_names(TREE, {**LIMIT, "title": "T"}) == (("limit", "query"), ("name", "in"))
    assert first_names(TREE, {"title": "T"}) == (("T",), ("title",))
    assert first_names(TREE, {"type": "string"}) == ((), ())


def test_the_members_that_are_looked_for() -> None:
    members = NamedList(TREE, [LIMIT, PAGE, REFERENCE, dict(LIMIT)])
    assert members.equal_to(LIMIT) == [0, 3]
    assert members.named(("limit", "query"), ("name", "in")) == [0, 2, 3]
