"""Boolean bounds become numbers."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import check_everywhere, check_schema_rule

from specmend.generate.normalize.bounds import spell_bounds

ROWS: list[tuple[Any, Any]] = [
    ({"type": "integer", "exclusiveMinimum": 1}, {"type": "integer", "exclusiveMinimum": 1}),
    ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
    ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
    (
        {"maximum": 0, "exclusiveMaximum": True, "minimum": 0},
        {"exclusiveMaximum": 0, "minimum": 0},
    ),
    ({"exclusiveMaximum": True}, {}),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(spell_bounds, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(spell_bounds, ROWS)
