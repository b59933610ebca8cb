"""In which directions a place travels, and which operations it belongs to."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.ways import Ways

T = {"type": "string"}


def refer(kind: str, name: str) -> Any:
    return {"$ref": f"#/components/{kind}/{name}"}


def body(name: str) -> Any:
    return {"content": {"application/json": {"schema": refer("schemas", name)}}}


CALLED = {"post": {"requestBody": body("Event"), "responses": {"200": refer("responses", "Ack")}}}
TREE: Any = {
    "openapi": "3.1.0",
    "paths": {
        "/a": {
            "parameters": [refer("parameters", "q")],
            "get": {"responses": {"200": {"description": "ok", **body("Out")}}},
            "post": {
                "requestBody": refer("requestBodies", "In"),
                "responses": {"200": {"description": "ok", **body("Both")}},
                "callbacks": {"on": {"{$url}": CALLED}, "off": refer("callbacks", "Off")},
            },
        },
    },
    "webhooks": {"parameters": {"post": {"requestBody": body("Hook"), "responses": {}}}},
    "components": {
        "schemas": {
            "Out": {"properties": {"x": refer("schemas", "Deep")}},
            "Deep": {"items": refer("schemas", "Out")},
            **dict.fromkeys(("In", "Both", "Event", "Ack", "Hook", "Unused", "Off", "Query"), T),
        },
        "requestBodies": {"In": {"content": {"a/b": {"schema": {"anyOf": [
            refer("schemas", "In"), refer("schemas", "Both")]}}}}},
        "responses": {"Ack": {"description": "ok", **body("Ack")}},
        "parameters": {"q": {"name": "q", "in": "query", "schema": refer("schemas", "Query")}},
        "callbacks": {"Off": {"{$url}": {"post": {"requestBody": body("Off")}}}},
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Out", {"response"}),
        ("Deep", {"response"}),
        ("In", {"request"}),
        ("Query", {"request"}),
        ("Both", {"request", "response"}),
        # The client gets what callbacks and webhooks send, and sends their answers.
        ("Event", {"response"}),
        ("Ack", {"request"}),
        ("Off", {"response"}),
        ("Hook", {"response"}),
        ("Unused", set()),
    ],
)
def test_the_directions_of_components(name: str, expected: set[str]) -> None:
    assert Ways(TREE).of(("components", "schemas", name, "type")) == expected


def test_places_inside_operations() -> None:
    ways = Ways(TREE)
    assert ways.of(("paths", "/a", "parameters", 0)) == {"request"}
    assert ways.of(("paths", "/a", "get", "responses", "200")) == {"response"}
    assert ways.of(("paths", "/a", "get", "summary")) == set()
    assert not ways.is_called(("paths", "/a", "get", "summary"))
    inside = ("paths", "/a", "post", "callbacks", "on", "{$url}", "post")
    assert ways.of((*inside, "requestBody")) == {"response"}
    assert ways.is_called((*inside, "summary"))
    assert ways.is_called(("webhooks", "parameters", "post", "summary"))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (("components", "schemas", "Out"), ("GET /a",)),
        (("components", "parameters", "q"), ("GET /a", "POST /a")),
        (("paths", "/a", "post", "summary"), ("POST /a",)),
        (("servers", 0), ("GET /a", "POST /a")),
        (("components", "schemas", "Unused"), ()),
        (("webhooks", "parameters", "post"), ("webhook parameters",)),
    ],
)
def test_the_operations_of_a_place(address: Any, expected: tuple[str, ...]) -> None:
    assert Ways(TREE).operations(address) == expected
