"""Properties beside allOf become a member of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    STRING,
    check_everywhere,
    check_schema_rule,
    ref,
    thing,
)

from specmend.generate.normalize.compositions import gather_compositions

ROWS: list[tuple[Any, Any]] = [
    ({"allOf": [ref("A"), thing(b=STRING)]}, {"allOf": [ref("A"), thing(b=STRING)]}),
    ({"allOf": [ref("A")], "description": "d"}, {"allOf": [ref("A")], "description": "d"}),
    (
        {"allOf": [ref("A")], **thing(b=STRING), "description": "d"},
        {"allOf": [ref("A"), thing(b=STRING)], "description": "d"},
    ),
    ({"allOf": [ref("A")], "required": ["x"]}, {"allOf": [ref("A"), {"required": ["x"]}]}),
    ({**thing(a=STRING), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, thing(a=STRING)),
    (
        {**thing(a=STRING), "oneOf": [thing(b=STRING)]},
        {**thing(a=STRING), "oneOf": [thing(b=STRING)]},
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(gather_compositions, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(gather_compositions, ROWS)
