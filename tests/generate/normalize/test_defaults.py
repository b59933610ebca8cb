"""Defaults that would keep a field out of a request go."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_everywhere, check_schema_rule, thing

from specmend.generate.normalize.defaults import drop_trapping_defaults

ROWS: list[tuple[Any, Any]] = [
    (thing(a={"type": "string", "default": "x"}), thing(a={"type": "string", "default": "x"})),
    (
        {**thing(a={"type": "string", "default": "x"}, b=STRING), "required": ["a", "b"]},
        {**thing(a=STRING, b=STRING), "required": ["a", "b"]},
    ),
    (thing(kind={"const": "cat", "default": "cat"}), thing(kind={"const": "cat"})),
    (
        thing(kind={"type": "string", "enum": ["cat"], "default": "cat"}),
        thing(kind={"type": "string", "enum": ["cat"]}),
    ),
    (thing(default=STRING), thing(default=STRING)),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(drop_trapping_defaults, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(drop_trapping_defaults, ROWS)
