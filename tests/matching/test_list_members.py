"""Where a member of a list stands in another list: known by its names, or by what it says."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.matching.list_members import (
    NamedList,
    SameMember,
    first_names,
    names_of,
    same_member,
)

LIMIT = {"name": "limit", "in": "query"}
LIMIT_HEADER = {"name": "limit", "in": "header"}
PAGE = {"name": "page", "in": "query"}
REFERENCE = {"$ref": "#/components/parameters/Limit"}
BARK = {"properties": {"kind": {"const": "dog"}, "n": {"type": "string"}}}
TREE = {
    "components": {"parameters": {"Limit": LIMIT}, "schemas": {"Dog": BARK, "Hound": dict(BARK)}}
}
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
    found = found_in(here, there, index)
    assert (found.index if found else None) == expected


def found_in(here: list[Any], there: list[Any], index: int) -> SameMember | None:
    return same_member(NamedList(TREE, here), NamedList(TREE, there), index)


TEXT, LIST = {"type": "string"}, {"type": "array"}
TEXTS, NUMBERS = {**LIST, "items": TEXT}, {**LIST, "items": {"type": "number"}}
DATE, UUID = {**TEXT, "format": "date"}, {**TEXT, "format": "uuid"}
CAT, DOG = {"const": "cat"}, {"const": "dog"}
NESTED_CAT, NESTED_DOG = ({"properties": {"kind": kind, "n": TEXT}} for kind in (CAT, DOG))
IN_ENUMS = [{"properties": {"kind": {"enum": [one]}, "n": TEXT}} for one in ("cat", "dog")]
DOG_THERE = {"$ref": "#/components/schemas/Dog"}
KEY: dict[str, list[str]] = {"key": []}
TOKEN = {"token": ["read"]}
SHORT, LONG = {**TEXT, "maxLength": 5}, {**TEXT, "maxLength": 9}

ANONYMOUS: list[tuple[list[Any], list[Any], int, int | None, bool]] = [
    # The old list, the new one, the index in the old one, that in the new one, whether it is sure.
    ([TEXT, LIST], [TEXT, LIST], 1, 1, True),
    ([TEXT, LIST], [{"type": "object"}, TEXT, LIST], 1, 2, True),
    ([TEXT, LIST], [LIST, TEXT], 1, 0, True),
    # By its type, its type and format, the only values that it allows, the schemes that it names.
    ([TEXT, LIST], [{"type": "object"}, TEXT, TEXTS], 1, 2, True),
    ([DATE, UUID], [{**UUID, "x": 1}, {**DATE, "x": 1}], 0, 1, True),
    ([CAT, DOG], [{}, {**CAT, "title": "T"}, {**DOG, "title": "T"}], 1, 2, True),
    ([{"enum": [1, 2]}, DOG], [{**DOG, "x": 1}, {"enum": [2, 1], "x": 1}], 0, 1, True),
    ([KEY, TOKEN], [{"token": ["read", "write"]}, KEY], 1, 0, True),
    ([{"key": []}, TOKEN], [TOKEN, {"key": ["x"]}], 0, 1, False),
    # By what it means, where it refers to what it said, or says it in other words.
    ([CAT, DOG], [{"x": 1}, {"enum": ["dog"]}, {"enum": ["cat"]}], 1, 1, True),
    ([NESTED_CAT, NESTED_DOG], [IN_ENUMS[1], IN_ENUMS[0]], 1, 0, True),
    ([NESTED_DOG, NESTED_CAT], [NESTED_CAT, DOG_THERE], 0, 1, True),
    ([DOG_THERE, NESTED_CAT], [NESTED_CAT, NESTED_DOG], 0, 1, True),
    ([DOG_THERE, NESTED_CAT], [NESTED_CAT, {"$ref": "#/components/schemas/Hound"}], 0, None, True),
    ([NESTED_DOG, NESTED_CAT], [DOG_THERE, DOG_THERE], 0, None, True),
    # Two of one type cannot be told apart by it.
    ([TEXT, LIST], [TEXTS, TEXT, NUMBERS], 1, None, True),
    ([TEXTS, NUMBERS], [{**TEXTS, "x": 1}, {**NUMBERS, "x": 1}], 0, None, True),
    ([SHORT, TEXT], [TEXT, LONG, DATE], 0, None, True),
    # The only one that changed, where all others stayed as they are.
    ([SHORT, DATE], [LONG, DATE], 0, 0, True),
    ([SHORT, DATE], [DATE, LONG], 0, 1, True),
    ([TEXT], [{"type": "integer"}], 0, 0, False),
    ([TEXT, LIST], [TEXT, {"type": "object"}], 1, 1, False),
    ([1, 2, 3], [1, 7, 3], 1, 1, False),
    ([None, "a"], ["a", "b"], 0, 1, False),
    # Equal length proves nothing where other members changed as well.
    ([TEXT, LIST], [{"type": "object"}, {"type": "number"}], 1, None, True),
    ([1, 2, 3], [1, 7, 8], 1, None, True),
    ([{"x": 1}, {"y": 1}], [{"x": 2}, {"x": 3}], 1, None, True),
    # A member that says much may be another one where little of that is left.
    ([{**TEXT, "x": 1, "y": 2}, LIST], [{**TEXT, "z": 3}, {}, LIST], 0, 0, False),
    # What came around a member is another one, and so is what stands beside it then.
    ([{"anyOf": [TEXT, LIST]}], [{"anyOf": [DATE, {"anyOf": [TEXT, LIST]}]}], 0, 0, False),
    ([TEXT, LIST], [DATE, {"anyOf": [TEXT, LIST]}], 0, 0, False),
    ([LIST, TEXT], [TEXT, {"oneOf": [LIST, TEXT]}], 1, 0, False),
    ([TEXT, {"oneOf": [TEXT]}], [{"oneOf": [TEXT]}, TEXT, LIST], 0, 1, True),
    # Null, texts and numbers are known by what they are.
    (["a", None], [None, "b", "a"], 1, 0, True),
    ([1, 1.0, True], [True, 1, 1.0], 2, 0, True),
    (["a", None], ["a"], 1, None, True),
    (["a", "b"], ["a", "c"], 1, None, True),
    # Equal ones are paired in their order, if none of them is lost or new.
    ([TEXT, TEXT, LIST], [LIST, TEXT, TEXT], 1, 2, True),
    ([TEXT, LIST], [TEXT, TEXT, LIST], 0, None, True),
]


@pytest.mark.parametrize(("here", "there", "index", "expected", "is_sure"), ANONYMOUS)
def test_a_member_without_names(
    here: list[Any], there: list[Any], index: int, expected: int | None, is_sure: bool
) -> None:
    found = found_in(here, there, index)
    assert found == (None if expected is None else SameMember(expected, is_sure=is_sure))


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
