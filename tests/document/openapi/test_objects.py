"""The objects of a kind are found wherever the standard lets them stand."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.objects import map_objects, objects, parts_of
from specmend.document.tree.pointer import Address, format_pointer, parse_pointer

S: dict[str, Any] = {"type": "string"}

DOCUMENT: Any = {
    "openapi": "3.2.0",
    "servers": [{"url": "/"}],
    "paths": {
        "x-no": {"get": {}},
        "/a": {
            "parameters": [{"name": "p", "schema": S}],
            "query": {
                "requestBody": {
                    "content": {
                        "a/b": {
                            "schema": S,
                            "itemSchema": S,
                            "encoding": {"e": {"headers": {"h": {"schema": S}}}},
                            "itemEncoding": {"encoding": {"inner": {}}},
                            "prefixEncoding": [{"contentType": "a/b"}],
                            "examples": {"x": {"value": {"schema": S}}},
                        }
                    }
                },
                "responses": {"200": {"links": {"l": {"parameters": {"schema": S}}}}, "x-a": {}},
                "callbacks": {"c": {"{$url}": {"additionalOperations": {"LINK": {}}}, "x-b": {}}},
            },
        },
    },
    "webhooks": {"x-w": {"trace": {"responses": {"default": {"$ref": "#/r"}}}}},
    "components": {
        "pathItems": {"I": {"get": {}}},
        "mediaTypes": {"M": {"schema": True}},
        "schemas": {
            "A": {
                "unevaluatedProperties": False,
                "contentSchema": S,
                "dependentSchemas": {"d": S},
                "$defs": {"properties": S},
                "prefixItems": [S, True],
                "default": {"properties": {"no": S}},
                "properties": {"default": S, "x-p": S},
                "discriminator": {"propertyName": "p"},
            }
        },
    },
}

PLACES = {
    "server": ["/servers/0"],
    "path item": [
        "/paths/~1a",
        "/paths/~1a/query/callbacks/c/{$url}",
        "/webhooks/x-w",
        "/components/pathItems/I",
    ],
    "operation": [
        "/paths/~1a/query",
        "/paths/~1a/query/callbacks/c/{$url}/additionalOperations/LINK",
        "/webhooks/x-w/trace",
        "/components/pathItems/I/get",
    ],
    "encoding": [
        "/paths/~1a/query/requestBody/content/a~1b/encoding/e",
        "/paths/~1a/query/requestBody/content/a~1b/itemEncoding",
        "/paths/~1a/query/requestBody/content/a~1b/itemEncoding/encoding/inner",
        "/paths/~1a/query/requestBody/content/a~1b/prefixEncoding/0",
    ],
    "media type": [
        "/paths/~1a/query/requestBody/content/a~1b",
        "/components/mediaTypes/M",
    ],
    "response": ["/paths/~1a/query/responses/200", "/webhooks/x-w/trace/responses/default"],
    "link": ["/paths/~1a/query/responses/200/links/l"],
    "example": ["/paths/~1a/query/requestBody/content/a~1b/examples/x"],
    "discriminator": ["/components/schemas/A/discriminator"],
    "schema": [
        "/paths/~1a/parameters/0/schema",
        "/paths/~1a/query/requestBody/content/a~1b/schema",
        "/paths/~1a/query/requestBody/content/a~1b/itemSchema",
        "/paths/~1a/query/requestBody/content/a~1b/encoding/e/headers/h/schema",
        "/components/mediaTypes/M/schema",
        "/components/schemas/A",
        "/components/schemas/A/unevaluatedProperties",
        "/components/schemas/A/contentSchema",
        "/components/schemas/A/dependentSchemas/d",
        "/components/schemas/A/$defs/properties",
        "/components/schemas/A/prefixItems/0",
        "/components/schemas/A/prefixItems/1",
        "/components/schemas/A/properties/default",
        "/components/schemas/A/properties/x-p",
    ],
}


@pytest.mark.parametrize("kind", PLACES)
def test_every_object_of_a_kind_is_found_in_document_order(kind: str) -> None:
    assert [pointer(address) for address, _ in objects(DOCUMENT, kind)] == PLACES[kind]


@pytest.mark.parametrize(
    ("kind", "place"), [(kind, place) for kind, places in PLACES.items() for place in places]
)
def test_the_kind_at_an_address_is_that_of_the_object(kind: str, place: str) -> None:
    tokens = parse_pointer(place)
    address = tuple(int(part) if part.isdecimal() and part != "200" else part for part in tokens)
    assert spot_at(address) == ("one", kind)


def pointer(address: Address) -> str:
    return "".join("/" + str(token).replace("/", "~1") for token in address)


def test_objects_are_made_anew_from_the_inside_out() -> None:
    tree = {"components": {"schemas": {"A": {"items": {"items": {}}}, "B": {"type": "string"}}}}

    def count(schema: dict[str, Any]) -> Any:
        return (
            {**schema, "count": 1 + schema["items"]["count"]} if "items" in schema else {"count": 0}
        )

    made = map_objects(tree, "schema", lambda s: s if "type" in s else count(s))
    assert made["components"]["schemas"]["A"]["count"] == 2
    assert made["components"]["schemas"]["B"] is tree["components"]["schemas"]["B"]
    assert map_objects(tree, "schema", lambda schema: schema) is tree


def test_an_object_of_another_type_holds_nothing() -> None:
    assert list(parts_of([1], "schema")) == []
    assert list(parts_of({"items": [S], "properties": 1, "allOf": {}}, "schema")) == []


SPRINKLED: Any = {
    "openapi": "3.1.0",
    "x-a": {"get": {}},
    "paths": {
        "x-a": {"get": {}},
        "/a": {
            "x-a": {"get": {}},
            "get": {
                "x-a": {"requestBody": {}},
                "requestBody": {"x-a": 1, "content": {"x-a": 1, "a/b": {"x-a": 1, "schema": {}}}},
                "responses": {"x-a": {"content": {}}, "200": {"x-a": 1, "links": {"x-a": 1}}},
                "callbacks": {"x-a": True, "c": {"x-a": {"get": {}}, "{$url}": {"x-a": 1}}},
            },
        },
    },
    "webhooks": {"x-a": [1]},
    "components": {
        "x-a": {"B": {}},
        "schemas": {"x-a": [1], "x-b": {}, "A": {"x-a": {"items": {}}, "properties": {"x-a": {}}}},
        **{key: {"x-a": 1} for key in ("responses", "parameters", "requestBodies", "headers")},
        **{key: {"x-a": True} for key in ("securitySchemes", "callbacks", "pathItems", "examples")},
    },
}


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        ("path item", ["/paths/~1a", "/paths/~1a/get/callbacks/c/{$url}"]),
        ("operation", ["/paths/~1a/get"]),
        ("response", ["/paths/~1a/get/responses/200"]),
        ("callback", ["/paths/~1a/get/callbacks/c"]),
        ("media type", ["/paths/~1a/get/requestBody/content/a~1b"]),
        ("link", []),
        ("parameter", []),
        ("security scheme", []),
        ("example", []),
        ("header", ["/components/headers/x-a"]),
        (
            "schema",
            [
                "/paths/~1a/get/requestBody/content/a~1b/schema",
                "/components/schemas/x-b",
                "/components/schemas/A",
                "/components/schemas/A/properties/x-a",
            ],
        ),
    ],
)
def test_an_extension_is_never_taken_for_an_object(kind: str, places: list[str]) -> None:
    found = [format_pointer(address) for address, _ in objects(SPRINKLED, kind)]
    assert found == places
