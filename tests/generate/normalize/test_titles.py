"""Titles of schemas go; properties called title stay."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    INSTANCE,
    STRING,
    check_everywhere,
    check_schema_rule,
    thing,
)

from specmend.generate.normalize.titles import drop_titles

ROWS: list[tuple[Any, Any]] = [
    (thing(title=STRING, default=STRING), thing(title=STRING, default=STRING)),
    ({"type": "object", "default": INSTANCE}, {"type": "object", "default": INSTANCE}),
    ({"enum": [INSTANCE], "const": INSTANCE}, {"enum": [INSTANCE], "const": INSTANCE}),
    ({**thing(title={"type": "string", "title": "T"}), "title": "U"}, thing(title=STRING)),
    ({"oneOf": [{"type": "string", "title": "T"}]}, {"oneOf": [STRING]}),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(drop_titles, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(drop_titles, ROWS)
