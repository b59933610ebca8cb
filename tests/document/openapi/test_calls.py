"""What a client can call: operations of paths, also those that path items bring by reference."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.calls import calls, collisions, lost_path_items

GET: dict[str, Any] = {"operationId": "get"}
REF = {"$ref": "#/components/pathItems/A"}


def document(item: Any, **shared: Any) -> Any:
    return {
        "paths": {"/a": item, "x-a": {"get": GET}},
        "webhooks": {"w": {"get": GET}},
        "components": {"pathItems": shared},
    }


AT = ("components", "pathItems", "A")

TABLE = [
    pytest.param(document({"get": GET}), [("GET", ("paths", "/a", "get"))], id="plain"),
    pytest.param(document({"summary": "s"}), [], id="without operations"),
    pytest.param(
        document({"query": GET, "additionalOperations": {"LINK": GET}}),
        [
            ("QUERY", ("paths", "/a", "query")),
            ("LINK", ("paths", "/a", "additionalOperations", "LINK")),
        ],
        id="methods of 3.2",
    ),
    pytest.param(document(REF, A={"query": GET}), [("QUERY", (*AT, "query"))], id="by reference"),
    pytest.param(
        document({**REF, "get": GET}, A={"get": GET, "put": GET}),
        [("GET", ("paths", "/a", "get")), ("PUT", (*AT, "put"))],
        id="what stands beside a reference counts",
    ),
    pytest.param(
        document(REF, A={"$ref": "#/components/pathItems/B"}, B={"put": GET}),
        [("PUT", ("components", "pathItems", "B", "put"))],
        id="by a reference to a reference",
    ),
    pytest.param(
        document({"get": GET, "additionalOperations": {"GET": GET}}),
        [
            ("GET", ("paths", "/a", "get")),
            ("GET", ("paths", "/a", "additionalOperations", "GET")),
        ],
        id="one method in two fields",
    ),
    pytest.param(document({"$ref": "#/paths/~1a"}), [], id="a reference to itself"),
    pytest.param(document({"$ref": "other.yaml"}), [], id="elsewhere"),
    pytest.param({}, [], id="no paths"),
]


@pytest.mark.parametrize(("tree", "operations"), TABLE)
def test_operations_are_found_where_they_stand(tree: Any, operations: Any) -> None:
    assert [(call.method, call.address) for call in calls(tree)] == operations
    assert all(call.path == "/a" for call in calls(tree))


@pytest.mark.parametrize(
    ("tree", "lost"),
    [
        (document(REF, A={"get": GET}), []),
        (document({"get": GET}), []),
        (document(REF), [(("paths", "/a", "$ref"), "#/components/pathItems/A")]),
        (document({"$ref": "other.yaml"}), [(("paths", "/a", "$ref"), "other.yaml")]),
        (document({"$ref": "#/paths/~1a"}), [(("paths", "/a", "$ref"), "#/paths/~1a")]),
        (document(REF, A={"$ref": "x.yaml"}), [((*AT, "$ref"), "x.yaml")]),
    ],
)
def test_a_path_item_that_leads_nowhere_is_lost(tree: Any, lost: Any) -> None:
    assert list(lost_path_items(tree)) == lost


B = {"$ref": "#/components/pathItems/B"}
ITEM = ("paths", "/a")

COLLISIONS = [
    pytest.param(document({**REF, "get": GET}, A={"put": GET}), [], id="nothing in both"),
    pytest.param(document({"get": GET}, A={"get": GET}), [], id="no reference"),
    pytest.param(
        document({**REF, "get": GET}, A={"get": GET}), [("get",)], id="one method in both"
    ),
    pytest.param(
        document({**REF, "parameters": [], "servers": []}, A={"servers": [], "parameters": []}),
        [("parameters",), ("servers",)],
        id="lists in both",
    ),
    pytest.param(
        document(
            {**REF, "additionalOperations": {"LINK": GET, "LOCK": GET}},
            A={"additionalOperations": {"LOCK": GET, "MOVE": GET}},
        ),
        [("additionalOperations", "LOCK")],
        id="one additional method in both",
    ),
    pytest.param(document({**REF, "summary": "s"}, A={"summary": "t"}), [], id="prose"),
    pytest.param(document({"$ref": "#/paths/~1a", "get": GET}), [], id="a circle"),
]


@pytest.mark.parametrize(("tree", "fields"), COLLISIONS)
def test_what_stands_in_two_path_items_collides(tree: Any, fields: Any) -> None:
    assert list(collisions(tree)) == [((*ITEM, *field), (*AT, *field)) for field in fields]


def test_the_end_of_a_chain_of_references_collides_with_its_beginning() -> None:
    tree = document({**REF, "get": GET}, A=B, B={"get": GET})
    end = ("components", "pathItems", "B", "get")
    assert list(collisions(tree)) == [((*ITEM, "get"), end)]


def test_a_path_item_may_be_named_by_the_uri_of_the_document() -> None:
    tree: Any = {
        "openapi": "3.2.0",
        "$self": "https://x.example/api",
        "paths": {
            "/a": {"$ref": "https://x.example/api#/components/pathItems/P"},
            "/b": {"$ref": "api#/components/pathItems/P"},
            "/c": {"$ref": "https://x.example/other#/components/pathItems/P"},
        },
        "components": {"pathItems": {"P": {"get": {}}}},
    }
    assert [call.path for call in calls(tree)] == ["/a", "/b"]
    assert [address for address, _ in lost_path_items(tree)] == [("paths", "/c", "$ref")]
