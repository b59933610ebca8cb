"""A document without some operations, whatever their methods, and without what only they needed."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.subset import links_to, matching, own_operations, without_operations
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


LINKED: Any = {
    "paths": {
        "/a": {"get": {"operationId": "a"}, "put": {}},
        "/b": {
            "get": {
                "operationId": "b",
                "responses": {
                    "200": {
                        "links": {
                            "id": {"operationId": "a"},
                            "ref": {"operationRef": "#/paths/~1a/get"},
                            "named": {"$ref": "#/components/links/L"},
                            "other": {"operationId": "b"},
                            "none": {},
                        }
                    }
                },
            }
        },
    },
    "components": {"links": {"L": {"operationId": "a"}, "M": {"operationId": "b"}}},
}


def test_links_to_operations_are_found_and_references_to_them() -> None:
    links = ("paths", "/b", "get", "responses", "200", "links")
    found = [(*links, "id"), (*links, "named"), (*links, "ref"), ("components", "links", "L")]
    for removed in (("paths", "/a", "get"), ("paths", "/a")):
        assert sorted(links_to(LINKED, [removed])) == sorted(found)
    assert links_to(LINKED, [("paths", "/a", "put")]) == []


def test_what_goes_besides_is_told_once() -> None:
    removed = [("paths", "/a", "get")]
    tree, places = without_operations(LINKED, removed, links_to(LINKED, removed))
    assert list(tree["components"]["links"]) == ["M"]
    assert list(tree["paths"]["/b"]["get"]["responses"]["200"]["links"]) == ["other", "none"]
    assert len(places) == len(set(places)) == 5
    removed = [("paths", "/b", "get")]
    own = ("paths", "/b", "get", "responses", "200", "links", "other")
    _, places = without_operations(LINKED, removed, [own])
    assert own not in places


def test_a_path_item_among_the_components_stays_while_a_path_refers_to_it() -> None:
    item = ("components", "pathItems", "P")
    tree = {
        "paths": {"/a": {"$ref": "#/components/pathItems/P", "put": {}}},
        "components": {"pathItems": {"P": {"get": {}}}},
    }
    after, places = without_operations(tree, [(*item, "get")])
    assert after["components"] == {"pathItems": {"P": {}}}
    assert places == [(*item, "get")]


UNUSED = {"$ref": "#/components/schemas/Unused"}


def test_an_unused_component_goes_with_what_it_refers_to() -> None:
    shared = {"$ref": "#/components/schemas/Shared"}
    mapped = {"discriminator": {"propertyName": "kind", "mapping": {"a": shared["$ref"]}}}
    schemas = {"Shared": {"items": {"$ref": "#/components/schemas/Inner"}}, "Inner": {}}
    unused = {"Unused": {"items": shared}, "Mapped": mapped, "Apart": {"items": UNUSED}}
    tree = {
        "paths": {"/a": {"get": {"parameters": [{"schema": shared}]}, "put": {}}},
        "components": {"schemas": {**schemas, **unused, "Alone": {}}},
    }
    after, places = without_operations(tree, [("paths", "/a", "get")])
    assert after["components"] == {"schemas": {"Alone": {}}}
    gone = ["Inner", "Shared", "Mapped", "Unused", "Apart"]
    assert places == [("paths", "/a", "get"), *(("components", "schemas", name) for name in gone)]


def test_what_a_kept_operation_needs_stays_with_what_is_unused() -> None:
    shared = {"$ref": "#/components/schemas/Shared"}
    needs = {"parameters": [{"schema": shared}]}
    tree = {
        "paths": {"/a": {"get": needs, "put": needs}},
        "components": {"schemas": {"Shared": {}, "Unused": {"items": shared}}},
    }
    after, places = without_operations(tree, [("paths", "/a", "get")])
    assert after["components"] == tree["components"]
    assert places == [("paths", "/a", "get")]


def test_an_unused_component_that_refers_into_what_goes_goes_too() -> None:
    into = {"$ref": "#/paths/~1a/get/responses/200"}
    tree = {
        "paths": {"/a": {"get": {"responses": {"200": {}}}, "put": {}}},
        "components": {
            "responses": {"A": into, "B": {"$ref": "#/components/responses/A"}, "C": {}}
        },
    }
    after, places = without_operations(tree, [("paths", "/a", "get")])
    assert after["components"] == {"responses": {"C": {}}}
    assert places[1:] == [("components", "responses", "A"), ("components", "responses", "B")]


ODD: list[Any] = [5, [5], [[]], [{}], {}, None, "t"]


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_what_is_no_tag_and_no_id_is_in_nobody_s_way(odd: Any) -> None:
    operation = {"operationId": odd, "tags": odd}
    links = {"l": {"operationId": odd}, "m": {"operationRef": odd}}
    tree = {
        "tags": [odd, {"name": odd}],
        "x-tagGroups": [odd, {"tags": odd}],
        "paths": {"/a": {"get": operation, "put": {"tags": ["t", odd]}}, "/b": {"get": operation}},
        "components": {"links": links},
    }
    removed = [("paths", "/a", "get")]
    after, _ = without_operations(tree, removed, links_to(tree, removed))
    assert list(after["paths"]["/a"]) == ["put"]
    assert matching(tree, removed, "tags", "u") == []
