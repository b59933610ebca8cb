"""Objects say what their unknown fields are."""

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

from specmend.generate.normalize.objects import open_objects

ROWS: list[tuple[Any, Any]] = [
    (thing(a=STRING), thing(a=STRING)),
    (
        {"type": "object", "additionalProperties": STRING},
        {"type": "object", "additionalProperties": STRING},
    ),
    ({"type": "object", "allOf": [ref("A")]}, {"type": "object", "allOf": [ref("A")]}),
    ({"type": "object"}, {"type": "object", "additionalProperties": True}),
    ({"type": "object", "properties": {}}, {"type": "object", "additionalProperties": True}),
    (
        {"type": "object", "additionalProperties": False, "required": ["x"]},
        {"type": "object", "additionalProperties": True},
    ),
    ({"type": ["object", "null"]}, {"type": ["object", "null"], "additionalProperties": True}),
    ({**thing(a=STRING), "additionalProperties": False}, thing(a=STRING)),
    ({"properties": {"a": STRING}, "unevaluatedProperties": False}, thing(a=STRING)),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(open_objects, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(open_objects, ROWS)
