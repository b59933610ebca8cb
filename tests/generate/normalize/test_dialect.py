"""Every document becomes one of OpenAPI 3.1.0, with the records of its streams."""

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

from specmend.generate.normalize.dialect import mark_dialect, written_in

LIST = {"type": "array", "items": STRING}
LINES = "application/jsonl"


def answer(media: Any, media_type: str = LINES, **response: Any) -> Any:
    return of_operation({"responses": {"200": {"content": {media_type: media}, **response}}})


def of_32(tree: Any) -> Any:
    return {**tree, "openapi": "3.2.0"}


ROWS: list[tuple[Any, Any]] = [
    (of_schemas(A=thing(itemSchema=STRING)), of_schemas(A=thing(itemSchema=STRING))),
    ({"openapi": "3.0.3", "jsonSchemaDialect": "x"}, {"openapi": "3.1.0"}),
    (answer({"itemSchema": STRING}), answer({"schema": STRING, "x-itemSchema": True})),
    # Of a stream the record counts, of what is read as a whole the whole.
    (
        answer({"schema": LIST, "itemSchema": STRING}),
        answer({"schema": STRING, "x-itemSchema": True}),
    ),
    (answer({"schema": LIST, "itemSchema": STRING}, "a/b"), answer({"schema": LIST}, "a/b")),
    (
        answer({"schema": LIST, "itemSchema": STRING, "x-stream": {}}, "a/b"),
        answer({"schema": STRING, "x-itemSchema": True, "x-stream": {}}, "a/b"),
    ),
    # In 3.1 every response has a description, and none a summary.
    (
        of_32(answer({"schema": STRING}, summary="s")),
        answer({"schema": STRING}, description="s"),
    ),
    (
        of_32(of_operation({"responses": {"200": json_body(STRING)}}, method="query")),
        of_operation(
            {"responses": {"200": {**json_body(STRING), "description": ""}}}, method="query"
        ),
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    version = before["openapi"]
    mark = {} if version == "3.1.0" else {"x-written-in": version}
    check_rule(mark_dialect, before, {**after, **mark})
    assert written_in(mark_dialect(before)) == version


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after
