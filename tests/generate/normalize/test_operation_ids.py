"""Operations without a name get one of their method and path."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import check_rule, of_operation

from specmend.generate.normalize.operation_ids import derive_operation_ids

ROWS: list[tuple[Any, Any]] = [
    (of_operation({"operationId": "x"}), of_operation({"operationId": "x"})),
    (of_operation({}), of_operation({"operationId": "post_things_id"})),
    (of_operation({}, "query"), of_operation({"operationId": "query_things_id"}, "query")),
    (
        {"paths": {"/a": {"additionalOperations": {"LINK": {}}}}},
        {"paths": {"/a": {"additionalOperations": {"LINK": {"operationId": "link_a"}}}}},
    ),
    (
        {"paths": {"/a-b": {"get": {}}, "/a/b": {"get": {}}}},
        {
            "paths": {
                "/a-b": {"get": {"operationId": "get_a_b"}},
                "/a/b": {"get": {"operationId": "get_a_b_2"}},
            }
        },
    ),
    (
        {"paths": {"/%40a/b%20c": {"get": {}}}},
        {"paths": {"/%40a/b%20c": {"get": {"operationId": "get_a_b_c"}}}},
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(derive_operation_ids, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
