"""Operations that the generator does not know stand under paths of their own."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import check_rule

from specmend.document.openapi.operations import operations
from specmend.generate.normalize.stand_ins import stand_in_for_methods, what_stands_for

ONE = {"operationId": "one", "responses": {}}
TWO = {"operationId": "two", "responses": {}}


def stood_in(operation: Any, path: str, method: str) -> Any:
    return {**operation, "x-specmend-operation": {"path": path, "method": method}}


ROWS: list[tuple[Any, Any]] = [
    (
        {"paths": {"/a": {"post": ONE, "summary": "s"}}, "x-y": 1},
        {"paths": {"/a": {"post": ONE, "summary": "s"}}, "x-y": 1},
    ),
    ({"info": {}}, {"info": {}}),
    (
        {"paths": {"/a/{id}": {"query": ONE, "servers": ["s"]}, "/b": {"get": TWO}}},
        {
            "paths": {
                "/a/{id}": {"servers": ["s"]},
                "/a/{id}#QUERY": {
                    "servers": ["s"],
                    "post": stood_in(ONE, "/a/{id}", "QUERY"),
                },
                "/b": {"get": TWO},
            }
        },
    ),
    (
        {"paths": {"/a": {"post": ONE, "additionalOperations": {"LINK": TWO}}}},
        {
            "paths": {
                "/a": {"post": ONE},
                "/a#LINK": {"post": stood_in(TWO, "/a", "LINK")},
            }
        },
    ),
    # A document may have such a path already.
    (
        {"paths": {"/a": {"query": ONE}, "/a#QUERY": {"post": TWO}}},
        {
            "paths": {
                "/a": {},
                "/a#QUERY#": {"post": stood_in(ONE, "/a", "QUERY")},
                "/a#QUERY": {"post": TWO},
            }
        },
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(stand_in_for_methods, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


@pytest.mark.parametrize(("before", "_after"), ROWS)
def test_every_operation_is_found_again(before: Any, _after: Any) -> None:
    listed = {what_stands_for(operation) for operation in operations(stand_in_for_methods(before))}
    assert listed == {(operation.path, operation.method) for operation in operations(before)}
