"""What no client is made of is left out."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import (
    STRING,
    check_rule,
    json_body,
    of_operation,
    of_schemas,
    thing,
)

from specmend.generate.normalize.outline import leave_out_what_clients_lack

ROWS: list[tuple[Any, Any]] = [
    (
        of_schemas(A=thing(example=STRING, links=STRING)),
        of_schemas(A=thing(example=STRING, links=STRING)),
    ),
    (
        of_schemas(A={**STRING, "example": "x", "examples": ["y"], "xml": {}}),
        of_schemas(A=STRING),
    ),
    (
        {
            "openapi": "3.1.0",
            "webhooks": {},
            "components": {"links": {}, "headers": {}, "examples": {}},
        },
        {"openapi": "3.1.0", "components": {}},
    ),
    (
        of_operation({"responses": {"200": {"x-a": 1}, "x-b": "c", "x-d": {"content": {}}}}),
        of_operation({"responses": {"200": {"x-a": 1}}}),
    ),
    (
        of_operation(
            {
                "callbacks": {},
                "requestBody": {"content": {"a/b": {"examples": {}, "schema": STRING}}},
                "responses": {
                    "200": {"links": {}, "headers": {}, "content": {"a/b": {"example": 1}}}
                },
            }
        ),
        of_operation(
            {
                "requestBody": json_body(STRING, "a/b"),
                "responses": {"200": {"links": {}, "headers": {}, "content": {"a/b": {}}}},
            }
        ),
    ),
    (
        of_operation(
            {"requestBody": {"content": {"a/b": {"examples": {"c": {"value": {"d": 1}}, "e": {}}}}}}
        ),
        of_operation({"requestBody": {"content": {"a/b": {"x-example": {"d": 1}}}}}),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(leave_out_what_clients_lack, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
