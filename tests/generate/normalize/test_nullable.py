"""nullable becomes the type null."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    INSTANCE,
    NULL,
    STRING,
    check_everywhere,
    check_schema_rule,
    ref,
    thing,
)

from specmend.generate.normalize.nullable import spell_nullable

ROWS: list[tuple[Any, Any]] = [
    ({"type": "string", "default": INSTANCE}, {"type": "string", "default": INSTANCE}),
    (thing(nullable=STRING), thing(nullable=STRING)),
    ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    ({"type": "string", "nullable": False}, STRING),
    (
        {"type": "string", "enum": ["a"], "nullable": True},
        {"type": ["string", "null"], "enum": ["a", None]},
    ),
    (ref("Other", nullable=True), {"anyOf": [ref("Other"), NULL]}),
    ({"allOf": [ref("Other")], "nullable": True}, {"anyOf": [{"allOf": [ref("Other")]}, NULL]}),
    ({"nullable": True, "description": "d"}, {"description": "d"}),
    (
        {"type": "array", "items": {"type": "integer", "nullable": True}},
        {"type": "array", "items": {"type": ["integer", "null"]}},
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(spell_nullable, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(spell_nullable, ROWS)
