"""JSON comes first among the media types of a body, streams last."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_rule, json_body, of_operation

from specmend.generate.normalize.media_order import put_json_first

ROWS: list[tuple[Any, Any]] = [
    (
        of_operation({"requestBody": json_body(STRING)}),
        of_operation({"requestBody": json_body(STRING)}),
    ),
    (
        of_operation(
            {
                "responses": {
                    "200": {"content": {"text/event-stream": 1, "a/b": 2, "application/json": 3}}
                }
            }
        ),
        of_operation(
            {
                "responses": {
                    "200": {"content": {"application/json": 3, "a/b": 2, "text/event-stream": 1}}
                }
            }
        ),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(put_json_first, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
