"""Enumerations of several types become a union."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import NULL, check_everywhere, check_schema_rule

from specmend.generate.normalize.enums import split_mixed_enums

ROWS: list[tuple[Any, Any]] = [
    ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"]}),
    (
        {"enum": ["a"], "description": "d"},
        {"type": "string", "enum": ["a"], "description": "d"},
    ),
    ({"type": "number", "enum": [1, 2]}, {"type": "integer", "enum": [1, 2]}),
    ({"type": "boolean", "enum": [True]}, {"type": "boolean"}),
    (
        {"type": ["string", "null"], "enum": ["a", None]},
        {"anyOf": [{"type": "string", "enum": ["a"]}, NULL]},
    ),
    (
        {"enum": ["a", 1, True, 2.5, [], {}], "default": "a"},
        {
            "default": "a",
            "anyOf": [
                {"type": "string", "enum": ["a"]},
                {"type": "integer", "enum": [1]},
                {"type": "boolean"},
                {"type": "number"},
                {"type": "array", "items": {}},
                {"type": "object"},
            ],
        },
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(split_mixed_enums, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(split_mixed_enums, ROWS)
