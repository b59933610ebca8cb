"""What changed in operations: parameters by name, schemas of bodies, the rest by key."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.api_changes import api_changes

LIMIT = {"name": "limit", "in": "query", "schema": {"type": "string"}}
TO_PAGE = {"$ref": "#/components/parameters/Page"}


def document(path: str = "/pets", method: str = "get", **operation: Any) -> dict[str, Any]:
    """A document with one operation."""
    return {"openapi": "3.1.0", "paths": {path: {method: operation}}}


def body(schema: Any, media_type: str = "application/json") -> dict[str, Any]:
    return {"content": {media_type: {"schema": schema}}}


def changes(old: Any, new: Any) -> list[tuple[str, str, str]]:
    found = api_changes(old, new)
    return [(one.subject, one.direction, one.message) for one in found]


INSIDE: list[tuple[dict[str, Any], dict[str, Any], list[tuple[str, str]]]] = [
    # The operation before and now; the direction and the message of each change.
    ({"tags": ["a"]}, {"tags": ["a"]}, []),
    ({}, {"deprecated": True}, [("", "is deprecated now")]),
    ({"summary": "a"}, {}, [("", "lost summary")]),
    ({"summary": "a"}, {"summary": "b"}, [("", 'summary "a" → "b"')]),
    ({"x": {"y": 1}}, {"x": {"y": 2}}, [("", "x.y 1 → 2")]),
    # Parameters.
    ({}, {"parameters": [LIMIT]}, [("request", "gained parameter `limit` (query)")]),
    (
        {"parameters": [LIMIT]},
        {"parameters": "none"},
        [("request", "lost parameter `limit` (query)")],
    ),
    (
        {"parameters": [TO_PAGE, 7]},
        {},
        [
            ("request", "lost parameter #/components/parameters/Page"),
            ("request", "lost parameter 7"),
        ],
    ),
    (
        {"parameters": [LIMIT]},
        {"parameters": [{**LIMIT, "schema": {"type": "integer"}, "required": True}]},
        [
            ("request", "parameter `limit` (query) is now integer, was string"),
            ("request", "parameter `limit` (query) is required now"),
        ],
    ),
    # Bodies.
    ({}, {"requestBody": body({})}, [("request", "gained request body")]),
    (
        {"requestBody": {"required": True, **body({"type": "string"})}},
        {"requestBody": {"required": False, **body({"type": "integer"})}},
        [
            ("request", "request is not required any more"),
            ("request", "request is now integer, was string"),
        ],
    ),
    (
        {"responses": {"200": body({"properties": {}})}},
        {"responses": {"200": body({"properties": {"id": {}}}), "404": {}}},
        [("answer", "answer 200 gained `id` (anything)"), ("answer", "gained answer 404")],
    ),
    (
        {"responses": {"200": {"content": {"text/plain": {}}}}},
        {"responses": {"200": body({"type": "string"}, "text/plain")}},
        [("answer", "answer 200 gained a schema (string)")],
    ),
    (
        {"responses": {"200": {"content": {"text/plain": {}}}}},
        {"responses": {"200": {"content": {"text/plain": {}, "text/html": {"schema": {}}}}}},
        [("answer", "answer 200 gained content text/html")],
    ),
]


@pytest.mark.parametrize(("before", "now", "expected"), INSIDE)
def test_what_changed_in_an_operation(
    before: dict[str, Any], now: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert changes(document(**before), document(**now)) == [
        ("GET /pets", direction, message) for direction, message in expected
    ]


WHOLE: list[tuple[Any, Any, list[tuple[str, str]]]] = [
    (document(), document(), []),
    (document(), {}, [("GET /pets", "operation is gone")]),
    ({}, document(), [("GET /pets", "operation is new")]),
    (
        document(),
        document("/cats"),
        [("GET /cats", "operation is new"), ("GET /pets", "operation is gone")],
    ),
    (
        document(operationId="a"),
        document("/cats", operationId="b"),
        [("GET /cats", "operation is new"), ("GET /pets", "operation is gone")],
    ),
    # An operation with the same id is the same one, and what changed in it is said too.
    (
        document(operationId="a"),
        document("/cats", "put", operationId="a", tags=["x"]),
        [("PUT /cats", "was GET /pets before (same operation id)"), ("PUT /cats", "gained tags")],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), WHOLE)
def test_operations_come_and_go(old: Any, new: Any, expected: list[tuple[str, str]]) -> None:
    assert [(subject, message) for subject, _, message in changes(old, new)] == expected


def test_a_change_has_its_place_in_the_new_document() -> None:
    (change,) = api_changes(
        document(responses={"200": body({})}), document(responses={"200": body({"type": "string"})})
    )
    content = ("responses", "200", "content", "application/json", "schema", "type")
    assert change.address == ("paths", "/pets", "get", *content)
