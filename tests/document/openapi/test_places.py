"""Where in a document stands what is said of an operation."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.calls import calls
from specmend.document.openapi.places import place_in

OWN = {"name": "q", "in": "query", "style": "form"}
BODY = {"content": {"text/csv": {"encoding": {"a": {"style": "form"}}}}}
TREE: Any = {
    "openapi": "3.1.0",
    "paths": {
        "/a": {
            "parameters": [
                {"$ref": "#/components/parameters/Shared"},
                {"name": "q", "in": "header"},
            ],
            "get": {"parameters": [OWN], "requestBody": {"$ref": "#/components/requestBodies/B"}},
        },
        "/b": {"$ref": "#/components/pathItems/P", "parameters": [{"name": "x", "in": "query"}]},
    },
    "components": {
        "parameters": {"Shared": {"name": "s", "in": "query", "explode": False}},
        "requestBodies": {"B": BODY},
        "pathItems": {"P": {"get": {}}},
    },
}
GET = ("paths", "/a", "get")
SHARED_BODY = ("components", "requestBodies", "B")
SHARED = ("components", "parameters", "Shared")


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ((), GET),
        (("parameters", "query", "q", "style"), (*GET, "parameters", 0, "style")),
        (("parameters", "query", "q", "explode"), (*GET, "parameters", 0)),
        (("parameters", "query", "s", "explode"), (*SHARED, "explode")),
        (("parameters", "header", "q"), ("paths", "/a", "parameters", 1)),
        (("parameters", "path", "q"), GET),
        (
            ("requestBody", "content", "text/csv", "encoding", "a", "style"),
            (*SHARED_BODY, "content", "text/csv", "encoding", "a", "style"),
        ),
        (("requestBody", "content", "text/css"), (*SHARED_BODY, "content")),
        (("responses", "200"), GET),
    ],
)
def test_a_place_is_found_as_far_as_it_is_there(keys: Any, place: Any) -> None:
    operation = next(call for call in calls(TREE) if call.path == "/a")
    assert place_in(TREE, operation, keys) == place


def test_parameters_beside_the_reference_of_a_path_item_are_found() -> None:
    operation = next(call for call in calls(TREE) if call.path == "/b")
    place = ("paths", "/b", "parameters", 0)
    assert place_in(TREE, operation, ("parameters", "query", "x")) == place
