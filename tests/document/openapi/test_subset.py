"""A document without some operations, whatever their methods, and without what only they needed."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.subset import matching, own_operations, without_operations
from specmend.document.tree.pointer import Address

DOCUMENT: Any = {
    "paths": {
        "/a": {
            "get": {"operationId": "getA", "tags": ["read"]},
            "query": {
                "operationId": "queryA",
                "tags": ["ask"],
                "requestBody": {"$ref": "#/components/requestBodies/Q"},
                "callbacks": {"c": {"{$url}": {"post": {"operationId": "told"}}}},
            },
            "additionalOperations": {"LINK": {"operationId": "linkA", "tags": ["read"]}},
        },
        "/b": {"$ref": "#/components/pathItems/B"},
    },
    "webhooks": {"w": {"post": {"operationId": "hook"}}},
    "tags": [{"name": "read"}, {"name": "ask"}],
    "x-tagGroups": [{"tags": ["ask"]}, {"tags": ["read", "ask"]}],
    "components": {
        "requestBodies": {"Q": {}},
        "pathItems": {"B": {"query": {"operationId": "queryB", "tags": ["read"]}}},
        "schemas": {"Unused": {}},
    },
}

GET: Address = ("paths", "/a", "get")
QUERY: Address = ("paths", "/a", "query")
LINK: Address = ("paths", "/a", "additionalOperations", "LINK")
B: Address = ("paths", "/b")
HOOK: Address = ("webhooks", "w", "post")


def test_the_own_operations_have_any_method_and_callbacks_are_none() -> None:
    assert own_operations(DOCUMENT) == [GET, QUERY, LINK, B, HOOK]


@pytest.mark.parametrize(
    ("by", "entry", "addresses"),
    [
        ("paths", "/a", [GET, QUERY, LINK]),
        ("paths", "/no", []),
        ("tags", "ask", [QUERY]),
        ("tags", "read", [GET, LINK, B]),
        ("ids", "linkA", [LINK]),
        ("ids", "queryB", [B]),
        ("ids", "told", []),
    ],
)
def test_an_entry_selects_operations(by: str, entry: str, addresses: list[Address]) -> None:
    assert matching(DOCUMENT, own_operations(DOCUMENT), by, entry) == addresses


def test_what_only_the_removed_operations_needed_goes_with_them() -> None:
    tree, places = without_operations(DOCUMENT, [QUERY])
    assert places == [
        QUERY,
        ("components", "requestBodies", "Q"),
        ("tags", 1),
        ("x-tagGroups", 0),
        ("x-tagGroups", 1, "tags", 1),
    ]
    assert list(tree["paths"]["/a"]) == ["get", "additionalOperations"]
    assert tree["tags"] == [{"name": "read"}]
    assert tree["x-tagGroups"] == [{"tags": ["read"]}]
    assert "requestBodies" not in tree["components"]
    assert tree["components"]["schemas"] == {"Unused": {}}, "what nothing used before stays"


def test_a_path_item_goes_with_its_last_operation_whatever_its_method() -> None:
    tree, places = without_operations(DOCUMENT, [GET, QUERY])
    assert "/a" in tree["paths"]
    assert GET in places
    tree, places = without_operations(DOCUMENT, [GET, QUERY, LINK])
    assert list(tree["paths"]) == ["/b"]
    assert places[0] == ("paths", "/a")


def test_empty_lists_go() -> None:
    tree, _ = without_operations(
        {"webhooks": {"w": {"query": {}}}, "paths": {}}, [("webhooks", "w", "query")]
    )
    assert tree == {"paths": {}}
