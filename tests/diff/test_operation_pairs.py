"""Which operation of the old document is which one of the new document."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import lines

from specmend.diff.api_changes import api_diff


def document(paths: Any, **more: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "paths": paths, **more}


def by(name: str, **more: Any) -> dict[str, Any]:
    parameter = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    return {"parameters": [{**parameter, **more}]}


CASES: list[tuple[Any, Any, list[str]]] = [
    # Nobody sends the names in the braces of a path.
    (document({"/a/{id}": {"get": by("id")}}), document({"/a/{key}": {"get": by("key")}}), []),
    (
        document({"/a/{id}": {"get": by("id")}}),
        document({"/a/{key}": {**by("key"), "get": {}}}),
        [],
    ),
    (
        document({"/a/{id}": {"get": by("id")}}),
        document({"/a/{key}": {"get": by("key", schema={"type": "integer"})}}),
        ["GET /a/{key} (sent): parameter `key` (path) is now integer, was string"],
    ),
    (
        document({"/a/{x}": {"get": {}}, "/a/{y}": {"get": {}}}),
        document({"/a/{y}": {"get": {}}}),
        ["GET /a/{x}: operation is gone"],
    ),
    # The parameters of a path item are those of its operations.
    (document({"/a/{id}": {"get": by("id")}}), document({"/a/{id}": {**by("id"), "get": {}}}), []),
    (
        document({"/a/{id}": {**by("id"), "get": {}, "put": {}}}),
        document({"/a/{id}": {**by("id", deprecated=True), "get": {}, "put": {}}}),
        ["path /a/{id} (sent): parameter `id` (path) is deprecated now"],
    ),
    # One that comes to all operations of a path or leaves them all is told once.
    (
        document({"/a": {"get": {}, "put": {}}}),
        document({"/a": {"parameters": [{"name": "q", "in": "query"}], "get": {}, "put": {}}}),
        ["path /a (sent): gained parameter `q` (query)"],
    ),
    (
        document({"/a": {"parameters": [{"name": "q", "in": "query"}], "get": {}, "put": {}}}),
        document({"/a": {"get": {}, "put": {}}}),
        ["path /a (sent): lost parameter `q` (query)"],
    ),
    (
        document({"/a": {"get": {}, "put": {"parameters": [{"name": "q", "in": "query"}]}}}),
        document({"/a": {"parameters": [{"name": "q", "in": "query"}], "get": {}, "put": {}}}),
        ["GET /a (sent): gained parameter `q` (query)"],
    ),
    (
        document({"/a": {"get": {}, "put": {}}}),
        document({"/a": {"get": {}, "put": {"parameters": [{"name": "q", "in": "query"}]}}}),
        ["PUT /a (sent): gained parameter `q` (query)"],
    ),
    (
        document({"/a": {"parameters": [{"name": "q", "in": "query"}], "get": {}, "put": {}}}),
        document({"/a": {"get": {}, "put": {"parameters": [{"name": "q", "in": "query"}]}}}),
        ["GET /a (sent): lost parameter `q` (query)"],
    ),
    (
        document({"/a": {"get": {}}}),
        document({"/a": {"parameters": [{"name": "q", "in": "query"}], "get": {}, "put": {}}}),
        ["GET /a (sent): gained parameter `q` (query)", "PUT /a: operation is new"],
    ),
    (
        document({"/a": {"parameters": [{"name": "q", "in": "query"}], "get": {}}}),
        document({"/a": {"get": {}}}),
        ["GET /a (sent): lost parameter `q` (query)"],
    ),
    # A path item may be a component.
    (
        document({"/a": {"get": {"summary": "A"}}}),
        document(
            {"/a": {"$ref": "#/components/pathItems/A"}},
            components={"pathItems": {"A": {"get": {"summary": "A"}}}},
        ),
        [],
    ),
    (
        document({}, webhooks={"new": {"post": {"summary": "A"}}}),
        document({}, webhooks={"new": {"post": {"summary": "B"}}}),
        ['POST webhook new: summary "A" → "B"'],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_an_operation_is_known_by_what_is_sent(old: Any, new: Any, expected: list[str]) -> None:
    assert lines(old, new) == expected


def test_another_name_in_a_path_is_told_apart() -> None:
    old = document({"/a/{id}": {"get": {}}})
    new = document({"/a/{key}": {"get": {}}})
    (change,) = api_diff(old, new).unseen
    assert change.line == "path /a/{id}: is written /a/{key} now"
