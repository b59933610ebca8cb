"""Type lists with an object become a union."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    NULL,
    STRING,
    check_everywhere,
    check_schema_rule,
    thing,
)

from specmend.generate.normalize.branches import split_type_lists

ROWS: list[tuple[Any, Any]] = [
    ({"type": ["string", "null"]}, {"type": ["string", "null"]}),
    ({"type": ["string"]}, STRING),
    (
        {**thing(a=STRING), "type": ["object", "null"], "description": "d"},
        {"description": "d", "anyOf": [thing(a=STRING), NULL]},
    ),
    (
        {"type": ["array", "object"], "items": STRING, "additionalProperties": True},
        {
            "anyOf": [
                {"type": "array", "items": STRING},
                {"type": "object", "items": STRING, "additionalProperties": True},
            ]
        },
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(split_type_lists, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(split_type_lists, ROWS)
