"""Nine methods with a field of their own, and any other: operations, their methods and places."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.operations import (
    METHODS,
    item_of,
    method_of,
    methods_in,
    operation_at,
    operations,
    operations_in,
    operations_of,
)
from specmend.document.tree.pointer import Address

ONE: dict[str, Any] = {"operationId": "one"}
EVERY = dict.fromkeys(METHODS, ONE)
MORE = {"additionalOperations": {"LINK": ONE, "Copy": ONE}}


@pytest.mark.parametrize(
    ("item", "inside"),
    [
        pytest.param({"summary": "s", "parameters": []}, [], id="none"),
        pytest.param(EVERY, [(method,) for method in METHODS], id="every fixed field"),
        pytest.param(
            {**MORE, "get": ONE},
            [("get",), ("additionalOperations", "LINK"), ("additionalOperations", "Copy")],
            id="additional ones come last",
        ),
        pytest.param({"GET": ONE, "link": ONE, "x-get": ONE}, [], id="fields are case-sensitive"),
        pytest.param({"get": None, "additionalOperations": [ONE]}, [], id="of another type"),
        pytest.param({"additionalOperations": {"LINK": True}}, [], id="an operation of no type"),
        pytest.param([ONE], [], id="no path item"),
    ],
)
def test_a_path_item_holds_operations(item: Any, inside: list[Address]) -> None:
    assert [address for address, _ in operations_in(item)] == inside
    assert operations_of({"a": item}, ("a",)) == [("a", *address) for address in inside]


def test_the_methods_are_those_of_the_wire() -> None:
    assert methods_in({**EVERY, **MORE}) == {*map(str.upper, METHODS), "LINK", "Copy"}
    assert "QUERY" in methods_in(EVERY)


@pytest.mark.parametrize(
    ("address", "method"),
    [
        (("paths", "/a", "get"), "GET"),
        (("paths", "/a", "query"), "QUERY"),
        (("paths", "/a", "additionalOperations", "LINK"), "LINK"),
        (("paths", "/a", "additionalOperations", "Copy"), "Copy"),
        (("paths", "/a", "additionalOperations", "get"), "get"),
    ],
)
def test_the_method_of_an_address(address: Address, method: str) -> None:
    assert method_of(address) == method


@pytest.mark.parametrize(
    ("address", "item"),
    [
        (("paths", "/a"), ("paths", "/a")),
        (("paths", "/a", "get"), ("paths", "/a")),
        (("paths", "/a", "query"), ("paths", "/a")),
        (("paths", "/a", "additionalOperations", "LINK"), ("paths", "/a")),
        # A path, a webhook or a shared path item may be called like a method.
        (("paths", "get"), ("paths", "get")),
        (("webhooks", "query"), ("webhooks", "query")),
        (("components", "pathItems", "post"), ("components", "pathItems", "post")),
        (("components", "pathItems", "post", "get"), ("components", "pathItems", "post")),
    ],
)
def test_the_path_item_of_an_operation(address: Address, item: Address) -> None:
    assert item_of(address) == item


@pytest.mark.parametrize(
    ("address", "operation"),
    [
        (("paths", "/a", "get"), ("paths", "/a", "get")),
        (("paths", "/a", "query", "responses", "200"), ("paths", "/a", "query")),
        (
            ("webhooks", "w", "additionalOperations", "LINK", "tags", 0),
            ("webhooks", "w", "additionalOperations", "LINK"),
        ),
        (("paths", "/a"), None),
        (("paths", "/a", "parameters", 0), None),
        (("paths", "/a", "additionalOperations"), None),
        (("components", "pathItems", "get", "get"), None),
        ((), None),
    ],
)
def test_the_operation_around_an_address(address: Address, operation: Address | None) -> None:
    assert operation_at(address) == operation


def test_the_operations_of_a_document_are_those_of_its_paths() -> None:
    tree = {
        "paths": {"/b": {"query": ONE}, "/a": MORE, "/c": {"$ref": "#/x"}},
        "webhooks": {"w": {"get": ONE}},
        "components": {"pathItems": {"I": {"get": ONE}}},
    }
    assert [(one.path, one.method, one.address) for one in operations(tree)] == [
        ("/b", "QUERY", ("paths", "/b", "query")),
        ("/a", "LINK", ("paths", "/a", "additionalOperations", "LINK")),
        ("/a", "Copy", ("paths", "/a", "additionalOperations", "Copy")),
    ]
    assert list(operations({})) == []
