"""Members of a union that became equal are one."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    NULL,
    STRING,
    check_everywhere,
    check_schema_rule,
    ref,
    thing,
)

from specmend.generate.normalize.equal_members import join_equal_members

ROWS: list[tuple[Any, Any]] = [
    ({"anyOf": [ref("A"), NULL]}, {"anyOf": [ref("A"), NULL]}),
    (thing(anyOf=STRING), thing(anyOf=STRING)),
    ({"anyOf": [ref("A"), ref("A")], "description": "d"}, ref("A", description="d")),
    ({"anyOf": [ref("A"), STRING, ref("A")]}, {"anyOf": [ref("A"), STRING]}),
    (
        {"anyOf": [{"anyOf": [ref("A"), NULL]}, STRING]},
        {"anyOf": [ref("A"), STRING, NULL]},
    ),
    (
        {
            "anyOf": [ref("A", **{"x-tags": ["a"]}), ref("B", **{"x-tags": ["b"]})],
            "discriminator": {"propertyName": "k"},
        },
        {
            "anyOf": [ref("A", **{"x-tags": ["a"]}), ref("B", **{"x-tags": ["b"]})],
            "discriminator": {"propertyName": "k"},
        },
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(join_equal_members, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(join_equal_members, ROWS)
