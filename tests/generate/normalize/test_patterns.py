"""Regular expressions go."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_everywhere, check_schema_rule, thing

from specmend.generate.normalize.patterns import drop_patterns

ROWS: list[tuple[Any, Any]] = [
    (thing(pattern=STRING), thing(pattern=STRING)),
    ({"type": "string", "pattern": "^(?!x)"}, STRING),
    ({"patternProperties": {"^x-": STRING}}, {"additionalProperties": STRING}),
    ({"patternProperties": {"^x-": STRING, "y": {}}}, {"additionalProperties": True}),
    (
        {"patternProperties": {"^x-": STRING}, "additionalProperties": {}},
        {"additionalProperties": {}},
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(drop_patterns, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(drop_patterns, ROWS)
