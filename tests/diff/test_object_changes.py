"""The changes of objects that are no schemas, field by field."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import calling, lines

STRING, INTEGER = {"type": "string"}, {"type": "integer"}


def answer(**more: Any) -> dict[str, Any]:
    return calling(responses={"200": more})


def sent(**content: Any) -> dict[str, Any]:
    return calling(method="post", requestBody={"content": content})


def form(**encoding: Any) -> dict[str, Any]:
    return sent(**{"multipart/form-data": {"schema": {}, "encoding": encoding}})


def header(schema: Any) -> dict[str, Any]:
    return answer(headers={"X-Next": {"schema": schema}})


JSON, XML = "application/json", "application/xml"
CASES: list[tuple[Any, Any, list[str]]] = [
    (
        header(STRING),
        header(INTEGER),
        ["GET /pets (answered): answer 200 header `X-Next` is now integer, was string"],
    ),
    (
        header({"enum": ["a"]}),
        header({"enum": ["a", "b"]}),
        ['GET /pets (answered): answer 200 header `X-Next` may be "b" now'],
    ),
    (answer(), header(STRING), ["GET /pets (answered): answer 200 gained header `X-Next`"]),
    (
        sent(**{JSON: {"schema": STRING}, XML: {}}),
        sent(**{JSON: {"schema": INTEGER}, XML: {}}),
        [f"POST /pets (sent): request content {JSON} is now integer, was string"],
    ),
    (
        form(a={"contentType": "a"}),
        form(a={"contentType": "b"}),
        ['POST /pets (sent): request encoding `a` contentType "a" → "b"'],
    ),
    (
        answer(links={"L": {"operationId": "a"}}),
        answer(links={"L": {"operationId": "b"}}),
        ['GET /pets (answered): answer 200 link L operationId "a" → "b"'],
    ),
    (
        answer(content={JSON: {}}),
        answer(content={JSON: {}, "x-a": 1}),
        ["GET /pets (answered): answer 200 gained content.x-a 1"],
    ),
    (
        answer(description="a"),
        answer(description="b"),
        ['GET /pets (answered): answer 200 description "a" → "b"'],
    ),
    (
        calling("/pets", "get", **{"x-list": [1, 2]}),
        calling("/pets", "get", **{"x-list": [1, 2, 3]}),
        ["GET /pets: x-list gained 3"],
    ),
    (calling(tags=["a"]), calling(tags=["a", "b"]), ['GET /pets: tags gained "b"']),
    (
        calling(callbacks={"c": {"{$url}": {"post": {"summary": "a"}}}}),
        calling(callbacks={"c": {"{$url}": {"post": {"summary": "b"}}}}),
        ['GET /pets: callback c path {$url} POST summary "a" → "b"'],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_each_field_is_told_by_what_it_holds(old: Any, new: Any, expected: list[str]) -> None:
    assert lines(old, new) == expected
