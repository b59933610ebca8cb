"""Operations by method and path, wherever path items lead."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.operation_names import (
    OperationName,
    named_operations,
    operation_fields,
    path_items,
    places_to_drop,
    sharing,
)

P = ("components", "pathItems", "P")
TREE: Any = {
    "paths": {
        "/a": {"get": {}, "put": {}},
        "/b": {"$ref": "#/components/pathItems/P", "get": {}},
        "/c": {"$ref": "#/paths/~1b"},
        "/loop": {"$ref": "#/paths/~1loop"},
        "x-own": {"get": {}},
    },
    "components": {"pathItems": {"P": {"get": {}, "additionalOperations": {"Link": {}}}}},
}


def name(text: str) -> OperationName:
    method, _, path = text.rpartition(" ")
    return OperationName(path, method)


@pytest.mark.parametrize("text", ["GET /a", "Link /b", "/c"])
def test_a_name_is_a_method_and_a_path(text: str) -> None:
    assert str(name(text)) == text


def test_path_items_lead_to_others() -> None:
    assert path_items(TREE) == {
        "/a": (("paths", "/a"),),
        "/b": (("paths", "/b"), P),
        "/c": (("paths", "/c"), ("paths", "/b"), P),
        "/loop": (("paths", "/loop"),),
    }


def test_every_operation_has_its_places() -> None:
    assert {str(key): places for key, places in named_operations(TREE).items()} == {
        "GET /a": (("paths", "/a", "get"),),
        "PUT /a": (("paths", "/a", "put"),),
        "GET /b": (("paths", "/b", "get"), (*P, "get")),
        "Link /b": ((*P, "additionalOperations", "Link"),),
        "GET /c": (("paths", "/b", "get"), (*P, "get")),
        "Link /c": ((*P, "additionalOperations", "Link"),),
    }


TABLE: list[Any] = [
    ([], [], {}),
    (["GET /a"], [("paths", "/a", "get")], {}),
    (["PUT /a", "GET /a"], [("paths", "/a")], {}),
    (["Link /b", "Link /c"], [(*P, "additionalOperations", "Link")], {}),
    (["GET /c", "Link /c"], [("paths", "/c")], {}),
    (["Link /b"], [(*P, "additionalOperations", "Link")], {"Link /b": "Link /c"}),
]


@pytest.mark.parametrize(("names", "places", "shared"), TABLE, ids=str)
def test_operations_go_at_their_places(names: Any, places: Any, shared: Any) -> None:
    chosen = {name(text) for text in names}
    assert places_to_drop(TREE, chosen) == places
    assert {str(a): str(b) for a, b in sharing(TREE, chosen).items()} == shared


@pytest.mark.parametrize("tree", [{}, {"paths": 5}, {"paths": {"/a": None}}, None], ids=str)
def test_a_document_of_any_shape_is_read(tree: Any) -> None:
    assert named_operations(tree) == {}


FIELDS: list[Any] = [
    ({}, []),
    (5, []),
    ({"summary": "s", "get": 5}, [("get",)]),
    ({"additionalOperations": {"LINK": None}}, [("additionalOperations", "LINK")]),
    ({"additionalOperations": 5}, []),
]


@pytest.mark.parametrize(("item", "fields"), FIELDS, ids=str)
def test_the_operation_fields_operations_count_whatever_they_hold(item: Any, fields: Any) -> None:
    assert list(operation_fields(item)) == fields
