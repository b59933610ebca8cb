"""Operations get responses."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import check_rule, of_operation

from specmend.generate.normalize.responses import complete_responses

ROWS: list[tuple[Any, Any]] = [
    (of_operation({"responses": {"200": {}}}), of_operation({"responses": {"200": {}}})),
    (of_operation({"operationId": "x"}), of_operation({"operationId": "x", "responses": {}})),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(complete_responses, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
