"""Arrays get their items; schemas that are only true or false are written as objects."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    STRING,
    check_everywhere,
    check_rule,
    check_schema_rule,
    of_schemas,
    thing,
)

from specmend.generate.normalize.arrays import complete_arrays

ROWS: list[tuple[Any, Any]] = [
    ({"type": "array", "items": STRING}, {"type": "array", "items": STRING}),
    (thing(items=STRING, allOf=STRING), thing(items=STRING, allOf=STRING)),
    ({"type": "array"}, {"type": "array", "items": {}}),
    ({"type": ["array", "null"], "items": True}, {"type": ["array", "null"], "items": {}}),
    (
        {"type": "array", "prefixItems": [STRING, True], "items": False},
        {"type": "array", "prefixItems": [STRING, {}]},
    ),
    (thing(a=True, b=False, c=STRING), thing(a={}, c=STRING)),
    ({"anyOf": [True, False, STRING]}, {"anyOf": [{}, STRING]}),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_schema_rule(complete_arrays, before, after)


@pytest.mark.parametrize(
    ("schema", "spelled"), [(True, {}), (False, {"not": {}}), (STRING, STRING)]
)
def test_a_schema_that_is_only_true_or_false_is_an_object_everywhere(
    schema: Any, spelled: Any
) -> None:
    def tree(schema: Any) -> Any:
        parameter = {"name": "q", "in": "query", "schema": schema}
        body = {"content": {"application/json": {"schema": schema}}}
        operation = {"parameters": [parameter], "requestBody": body, "responses": {"200": body}}
        return {**of_schemas(A=schema), "paths": {"/a": {"query": operation}}}

    check_rule(complete_arrays, tree(schema), tree(spelled))


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


def test_it_reaches_schemas_everywhere() -> None:
    check_everywhere(complete_arrays, ROWS)
