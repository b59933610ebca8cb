"""The operations that a place belongs to: inside of one, beside several, or by references."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.operation_names import OperationName
from specmend.document.openapi.reach import Reach, Reaching, operations_reaching
from specmend.document.openapi.references import references, resolve
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get, remove

SECOND = "#/paths/~1second/get/responses/200/content/a~1b/schema"


def ref(kind: str, name: str) -> Any:
    return {"$ref": f"#/components/{kind}/{name}"}


def answering(schema: Any, **more: Any) -> Any:
    return {"responses": {"200": {"content": {"a/b": {"schema": schema}}}}, **more}


TREE: Any = {
    "openapi": "3.2.0",
    "servers": [{"url": "/"}],
    "security": [{"key": []}],
    "paths": {
        "/first": {
            "parameters": [ref("parameters", "Shared")],
            "get": answering(ref("schemas", "Direct")),
            "post": answering({"items": ref("schemas", "Outer")}),
        },
        "/second": {
            "get": answering({"type": "string"}, security=[{"token": []}]),
            "query": answering({"$ref": SECOND}),
            "additionalOperations": {"LINK": answering({"allOf": [ref("schemas", "Loop")]})},
        },
        "/third": {**ref("pathItems", "Item"), "put": answering({}, security=[])},
        "/fourth": ref("pathItems", "Item"),
        "/fifth": {"get": answering(ref("schemas", "Base"), security=[])},
        "/null": None,
        "/five": {"get": 5},
        "x-own": {"get": answering(ref("schemas", "Unused"))},
    },
    "webhooks": {"event": {"post": answering(ref("schemas", "Hooked"))}},
    "components": {
        "parameters": {"Shared": {"schema": ref("schemas", "OfShared")}},
        "pathItems": {"Item": {"summary": "i", "get": answering({}), "delete": answering({})}},
        "securitySchemes": {"key": {}, "token": {}},
        "responses": {"$ref": "other.yaml"},
        "schemas": {
            "Direct": {"properties": {"a": {"type": "string"}}},
            "OfShared": {},
            "Outer": {"properties": {"inner": ref("schemas", "Inner")}},
            "Inner": {},
            "Loop": {"items": ref("schemas", "Back")},
            "Back": {"items": ref("schemas", "Loop")},
            "Base": {"discriminator": {"propertyName": "k", "mapping": {"m": "Mapped"}}},
            "Mapped": {},
            "Extending": {"allOf": [ref("schemas", "Base")]},
            "Hooked": {},
            "Unused": {"items": ref("schemas", "UsedByUnused")},
            "UsedByUnused": {},
        },
    },
}
EVERYTHING = "everything"

TABLE: list[Any] = [
    (("paths", "/first", "get"), ["GET /first"]),
    (("paths", "/first", "get", "responses", "200", "content"), ["GET /first"]),
    (("paths", "/first", "parameters", 0, "$ref"), ["/first"]),
    (("paths", "/second", "query", "responses"), ["QUERY /second"]),
    (("paths", "/second", "additionalOperations", "LINK"), ["LINK /second"]),
    (("paths", "/second", "additionalOperations"), ["/second"]),
    (("paths", "/second", "get", "responses", "200", "content", "a/b", "schema", "type"),
     ["GET /second", "QUERY /second"]),
    (("paths", "/second", "get", "responses", "200", "content"), ["GET /second"]),
    (("paths", "/third", "put"), ["PUT /third"]),
    (("paths", "/third", "$ref"), ["/third"]),
    (("paths", "/null"), ["/null"]),
    (("paths", "/five", "get"), ["GET /five"]),
    (("components", "parameters", "Shared"), ["/first"]),
    (("components", "schemas", "OfShared"), ["/first"]),
    (("components", "pathItems", "Item", "get"), ["GET /third", "GET /fourth"]),
    (("components", "pathItems", "Item", "delete", "responses"),
     ["DELETE /third", "DELETE /fourth"]),
    (("components", "pathItems", "Item", "summary"), ["/third", "/fourth"]),
    (("components", "schemas", "Direct", "properties", "a"), ["GET /first"]),
    (("components", "schemas", "Inner"), ["POST /first"]),
    (("components", "schemas", "Loop"), ["LINK /second"]),
    (("components", "schemas", "Back", "items"), ["LINK /second"]),
    (("components", "schemas", "Mapped"), ["GET /fifth"]),
    (("components", "schemas", "Extending"), ["GET /fifth"]),
    (("components", "securitySchemes", "token"), ["GET /second"]),
    (("components", "securitySchemes", "key"),
     ["GET /first", "POST /first", "QUERY /second", "LINK /second", "GET /third", "DELETE /third",
      "GET /fourth", "DELETE /fourth", "GET /five"]),
    (("components", "schemas", "Hooked"), []),
    (("components", "schemas", "Unused"), []),
    (("components", "schemas", "UsedByUnused"), []),
    (("webhooks", "event", "post"), []),
    (("webhooks",), []),
    (("paths", "x-own", "get"), []),
    (("x-own", "any"), []),
    ((), EVERYTHING),
    (("openapi",), EVERYTHING),
    (("servers", 0, "url"), EVERYTHING),
    (("security", 0), EVERYTHING),
    (("paths",), EVERYTHING),
    (("components",), EVERYTHING),
    (("components", "schemas"), EVERYTHING),
    (("components", "responses", "$ref"), EVERYTHING),
]  # fmt: skip


@pytest.mark.parametrize(("address", "names"), TABLE, ids=lambda value: str(value)[:60])
def test_a_place_belongs_to_operations(address: Address, names: Any) -> None:
    reach = operations_reaching(TREE, [address])[address]
    assert (EVERYTHING if reach.is_everything else list(map(str, reach.operations))) == names


@pytest.mark.parametrize("tree", [{}, {"paths": 5}, {"paths": {}, "components": 5}, [1], None])
def test_a_document_without_operations_has_none_that_are_reached(tree: Any) -> None:
    places: list[Address] = [("components", "schemas", "A", "type"), ("webhooks", "a")]
    assert operations_reaching(tree, places)[places[1]] == Reach()


TAINTED: list[Any] = [
    ([("components", "schemas", "UsedByUnused")],
     [("components", "schemas", "Unused"), ("components", "schemas", "UsedByUnused")]),
    ([("components", "schemas", "Direct", "type")],
     [("components", "schemas", "Direct"), ("paths", "/first", "get")]),
    ([("components", "schemas", "OfShared")],
     [("components", "parameters", "Shared"), ("components", "schemas", "OfShared"),
      ("paths", "/first")]),
    ([("components", "schemas", "Hooked")],
     [("components", "schemas", "Hooked"), ("webhooks", "event")]),
    # What refers into an operation goes with it.
    ([("paths", "/second", "get", "responses")],
     [("paths", "/second", "get"), ("paths", "/second", "query")]),
    ([("components", "pathItems", "Item", "get")], [("components", "pathItems", "Item", "get")]),
    ([("components", "pathItems", "Item")],
     [("components", "pathItems", "Item"), ("paths", "/fourth"), ("paths", "/third")]),
    ([("paths", "/null")], [("paths", "/null")]),
]  # fmt: skip


@pytest.mark.parametrize(("addresses", "places"), TAINTED, ids=str)
def test_what_uses_a_place_goes_with_it(addresses: list[Address], places: list[Address]) -> None:
    assert Reaching(TREE).tainted(addresses) == places


@pytest.mark.parametrize("component", [("schemas", "Mapped"), ("schemas", "Back")], ids=str)
def test_no_reference_leads_to_what_went(component: tuple[str, str]) -> None:
    places = Reaching(TREE).tainted([("components", *component)])
    left = remove(TREE, places)
    assert get(left, ("components", *component)) is MISSING
    assert all(resolve(left, reference) is not MISSING for _, reference in references(left))


def test_a_long_chain_of_schemas_is_followed_to_its_end() -> None:
    length = 5000
    schemas = {f"S{n}": ref("schemas", f"S{n + 1}") for n in range(length)}
    schemas[f"S{length}"] = {}
    paths = {"/a": {"get": answering(ref("schemas", "S0"))}}
    tree = {"paths": paths, "components": {"schemas": schemas}}
    last = ("components", "schemas", f"S{length}")
    assert operations_reaching(tree, [last])[last].operations == (OperationName("/a", "GET"),)


def test_operations_that_no_client_can_call_belong_to_what_their_name_says() -> None:
    item = {"get": answering({}), "additionalOperations": {"GET": {}, "": {}}}
    reaching = Reaching({"openapi": "3.2.0", "paths": {"/a": item}})
    more: Address = ("paths", "/a", "additionalOperations")
    assert reaching.of((*more, "GET")) == Reach(operations=(OperationName("/a", "GET"),))
    assert reaching.of((*more, "")) == Reach(operations=(OperationName("/a"),))
