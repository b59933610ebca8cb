"""What each object holds: the objects of a kind, and what stands at an address."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_spec_validator.schemas import schema_v32

from specmend.document.openapi import objects as module
from specmend.document.openapi.objects import (
    DATA,
    UNKNOWN,
    map_objects,
    objects,
    parts_of,
    spot_at,
    spot_below,
)
from specmend.document.tree.pointer import Address, parse_pointer

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


@pytest.mark.parametrize(
    ("address", "has_names"),
    [
        ((), False),
        (("paths",), True),
        (("webhooks",), True),
        (("components",), False),
        (("components", "schemas"), True),
        (("components", "schemas", "properties"), False),
        (("components", "schemas", "properties", "properties"), True),
        (("components", "schemas", "A", "default", "properties"), False),
        (("paths", "/a", "parameters", 0), False),
        (("paths", "/a", "additionalOperations"), True),
        (("paths", "/a", "get", "callbacks", "c"), True),
        (("paths", "/a", "get", "security", 0), True),
        (("components", "schemas", "A", "discriminator", "mapping"), True),
        (("components", "securitySchemes", "s", "flows", "implicit", "scopes"), True),
    ],
)
def test_the_keys_of_a_place_are_names_or_fields(address: Address, has_names: bool) -> None:
    assert spot_at(address).has_names is has_names


@pytest.mark.parametrize(
    "address",
    [
        ("x-a",),
        ("paths", "x-a"),
        ("paths", "/a", "get", "x-a", "schema"),
        ("components", "schemas", "A", "default"),
        ("components", "schemas", "A", "examples", 0),
        ("components", "examples", "E", "value"),
        ("components", "examples", "E", "dataValue", "schema"),
        ("components", "links", "L", "parameters", "id"),
        ("components", "links", "L", "requestBody"),
        ("servers", 0, "variables", "v", "default"),
    ],
)
def test_what_is_data_has_no_structure(address: Address) -> None:
    assert spot_at(address) == DATA
    assert not spot_at(address).may_refer


def test_of_an_unknown_object_the_likeliest_is_taken() -> None:
    assert spot_below(UNKNOWN, "properties") == ("map", "schema")
    assert spot_below(UNKNOWN, "default") == DATA
    assert spot_below(UNKNOWN, "anything") == UNKNOWN
    examples = spot_below(UNKNOWN, "examples")
    assert spot_below(examples, "cat") == ("one", "example")
    assert spot_below(examples, 0) == DATA


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


# The names of the objects in the official schema of OpenAPI 3.2, where they are other words.
OFFICIAL = {
    "path item": "path-item",
    "request body": "request-body",
    "media type": "media-type",
    "security scheme": "security-scheme",
    "server variable": "server-variable",
    "flows": "oauth-flows",
}


def test_the_table_has_every_field_of_the_official_schema_that_holds_an_object() -> None:
    """Fields that hold an object in the official schema of 3.2 hold one in the table, and no others."""
    definitions = schema_v32["$defs"]
    for kind, parts in module._PARTS.items():  # noqa: SLF001 - the table is what is tested
        name = OFFICIAL.get(kind, kind)
        if kind == "document" or name in definitions:
            official = schema_v32 if kind == "document" else definitions[name]
            fields = {key for key, value in official.get("properties", {}).items() if holds(value)}
            assert fields - PROSE <= set(parts), kind


PROSE = {"info", "externalDocs", "style", "in", "type", "contact", "license"}
"""Objects without parts of their own, and fields with a choice of words."""


def holds(value: Any) -> bool:
    """Whether a field of the official schema has an object, a list or a map of objects, or any value."""
    if value is True:
        return True
    texts = str(value)
    return ("$ref" in texts or "$dynamicRef" in texts) and "map-of-strings" not in texts
