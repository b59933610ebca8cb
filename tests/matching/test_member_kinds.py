"""What tells members of a list apart, whether one may be another that changed."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.matching.member_kinds import (
    TELLING,
    has_as_branch,
    is_of_another_kind,
    keeps_keys,
)

TEXT = {"type": "string"}
SAID: list[tuple[Any, list[bool]]] = [
    # A member, and whether it has values, a type and format, a type, keys by free names.
    ({}, [False, False, False, False]),
    ({"const": None}, [True, False, False, False]),
    ({"enum": [1, 2]}, [True, False, False, False]),
    ({"enum": "x"}, [False, False, False, False]),
    ({**TEXT, "format": "date"}, [False, True, True, False]),
    ({"type": ["string", "null"]}, [False, False, True, False]),
    ({"oauth": []}, [False, False, False, True]),
]


@pytest.mark.parametrize(("member", "expected"), SAID)
def test_what_a_member_says_of_its_kind(member: Any, expected: list[bool]) -> None:
    assert [bool(telling(member)) for telling in TELLING] == expected


def test_the_order_of_values_does_not_count() -> None:
    values = TELLING[0]
    assert values({"enum": [1, 2]}) == values({"enum": [2, 1]})
    assert values({"enum": [1]}) == values({"const": 1}) != values({"const": "1"})


KINDS: list[tuple[Any, Any, bool]] = [
    (TEXT, TEXT, False),
    (TEXT, {"type": "integer"}, True),
    (TEXT, {"x": 1}, False),
    ({"format": "date"}, {"format": "uuid", **TEXT}, True),
    ({"const": 1}, {"const": 2}, True),
    ({"enum": ["a", "b"]}, {"enum": ["b", "c"]}, False),
    ({"enum": ["a", "b"]}, {"enum": ["c"]}, True),
    (1, 2, False),
]


@pytest.mark.parametrize(("one", "other", "expected"), KINDS)
def test_whether_a_member_is_of_another_kind(one: Any, other: Any, expected: bool) -> None:
    assert is_of_another_kind(one, other) is expected


def test_whether_the_keys_stayed() -> None:
    assert keeps_keys(TEXT, {"type": "integer", "x": 1})
    assert not keeps_keys({**TEXT, "x": 1}, TEXT)
    assert not keeps_keys([1], [1])


BRANCHES: list[tuple[Any, Any, bool]] = [
    (TEXT, TEXT, False),
    ({"anyOf": [TEXT]}, TEXT, True),
    ({"oneOf": [{"allOf": [{}, TEXT]}]}, TEXT, True),
    ({"anyOf": [{**TEXT, "x": 1}]}, TEXT, False),
    ({"anyOf": [{}]}, {}, False),
    ({"items": TEXT}, TEXT, False),
    ({"anyOf": TEXT}, TEXT, False),
]


@pytest.mark.parametrize(("schema", "member", "expected"), BRANCHES)
def test_whether_a_member_became_a_branch(schema: Any, member: Any, expected: bool) -> None:
    assert has_as_branch(schema, member) is expected
