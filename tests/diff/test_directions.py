"""In which direction each schema travels: in requests, in answers, or in both."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.delta import Direction
from specmend.diff.directions import direction_of, directions
from specmend.document.tree.pointer import Address


def refer(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def content(name: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": refer(name)}}}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "paths": {
        "/pets": {
            "parameters": [{"name": "a", "in": "query", "schema": refer("Shared")}],
            "post": {
                "parameters": [{"name": "b", "in": "query", "schema": refer("Own")}],
                "requestBody": content("NewPet"),
                "responses": {"200": content("Pet"), "400": refer("Nowhere")},
            },
        }
    },
    "components": {
        "schemas": {
            "NewPet": {"properties": {"kind": refer("Kind")}},
            "Pet": {"allOf": [refer("Base"), refer("Pet")], "properties": {"kind": refer("Kind")}},
            "Base": {"type": "object"},
            "Kind": {"type": "string"},
            "Own": {"type": "string"},
            "Shared": {"type": "string"},
            "Unused": {"type": "string"},
        }
    },
}


def test_a_schema_travels_where_operations_lead_to_it() -> None:
    assert directions(DOCUMENT) == {
        "NewPet": "request",
        "Own": "request",
        "Shared": "request",
        "Pet": "answer",
        "Base": "answer",
        "Kind": "both",
    }


@pytest.mark.parametrize("document", [{}, {"paths": {}}, {"paths": {"/a": {"get": {}}}}])
def test_without_references_there_are_no_directions(document: Any) -> None:
    assert directions(document) == {}


PLACES: list[tuple[Address, Direction]] = [
    (("requestBody", "content"), "request"),
    (("parameters", 0), "request"),
    (("responses", "200"), "answer"),
    (("summary",), ""),
    ((), ""),
]


@pytest.mark.parametrize(("inside", "direction"), PLACES)
def test_the_direction_of_a_place_inside_an_operation(
    inside: Address, direction: Direction
) -> None:
    assert direction_of(inside) == direction
