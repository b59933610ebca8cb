"""The fields of an object in one spelling, and what tells members apart."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import calling, lines

from specmend.diff.fields import requirement_identity

STRING = {"type": "string"}


def parameter(**more: Any) -> dict[str, Any]:
    return calling(parameters=[{"name": "limit", "in": "query", "schema": STRING, **more}])


def answers(**more: Any) -> dict[str, Any]:
    return calling(responses=more)


def content(**media: Any) -> dict[str, Any]:
    return answers(**{"200": {"content": media}})


BINARY = {"schema": {"type": "string", "format": "binary"}}
SAME: list[tuple[Any, Any]] = [
    (parameter(), parameter(required=False, style="form", explode=True, allowReserved=False)),
    (parameter(example=1), parameter(examples={"one": {"value": 1}})),
    (answers(**{"4XX": {}}), answers(**{"4xx": {}})),
    (answers(**{"200": {"headers": {"X-A": {}}}}), answers(**{"200": {"headers": {"x-a": {}}}})),
    (content(**{"text/plain; charset=utf-8": {}}), content(**{"Text/Plain;charset=UTF-8": {}})),
    (content(**{"application/octet-stream": BINARY}), content(**{"application/octet-stream": {}})),
    (calling(parameters=[]), calling(tags=[], deprecated=False)),
    (
        calling(parameters=[{"name": "X-A", "in": "header"}]),
        calling(parameters=[{"name": "x-a", "in": "header", "style": "simple"}]),
    ),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_says_the_same_is_no_change(old: Any, new: Any) -> None:
    assert lines(old, new) == []
    assert lines(new, old) == []


def test_what_stands_beside_a_reference_counts_first() -> None:
    ok = {"description": "a", "headers": {"X": {"schema": STRING}}}
    components = {"responses": {"Ok": ok}}
    reference = {"$ref": "#/components/responses/Ok", "description": "b"}
    old = {**answers(**{"200": {**ok, "description": "b"}}), "components": components}
    new = {**answers(**{"200": reference}), "components": components}
    assert lines(old, new) == []
    new = {**answers(**{"200": {**reference, "description": "c"}}), "components": components}
    assert lines(old, new) == ['GET /pets (answered): answer 200 description "b" → "c"']


DIFFERENT: list[tuple[Any, Any, str]] = [
    (parameter(), parameter(explode=False), "explode true → false"),
    (parameter(example=1), parameter(example=2), "example changed"),
    (parameter(), parameter(style="pipeDelimited"), "gained style"),
    (answers(**{"4XX": {}}), answers(**{"4XX": {}, "4xx": {}}), "gained answer 4xx"),
    (content(**{"text/a": {}}), content(**{"text/a": {}, "text/b": {}}), "gained content text/b"),
    (content(**{"a/json": BINARY}), content(**{"a/json": {}}), "answer 200 lost its schema"),
]


@pytest.mark.parametrize(("old", "new", "message"), DIFFERENT)
def test_what_says_something_else_is_told(old: Any, new: Any, message: str) -> None:
    (line,) = lines(old, new)
    assert message in line


def test_names_in_one_spelling() -> None:
    one, other = {"a": ["x", "y"], "b": []}, {"b": [], "a": ["y", "x"]}
    assert requirement_identity(one) == requirement_identity(other)
