"""What comes from the server is known, and so are the properties that tell objects apart."""

from __future__ import annotations

from typing import Any

from tests.generate.normalize.documents import STRING, json_body, of_operation, ref, thing

from specmend.generate.types.directions import received_components, told_properties

KIND = {"propertyName": "kind"}
SCHEMAS: dict[str, Any] = {
    "Sent": thing(inner=ref("Inner"), shared=ref("Shared")),
    "Inner": thing(up=ref("Inner")),
    "Shared": thing(name=STRING),
    "Got": thing(list={"type": "array", "items": {"anyOf": [ref("Shared"), ref("Nowhere")]}}),
    "Asked": {"type": "string", "enum": ["a", "b"]},
    "Header": {"type": "string", "enum": ["a", "b"]},
    "Webhook": thing(name=STRING),
}
OPERATION: Any = {
    "parameters": [{"name": "a", "in": "query", "schema": ref("Asked")}],
    "requestBody": json_body(ref("Sent")),
    "responses": {
        "200": json_body({"type": "array", "items": ref("Got")})
        | {"headers": {"X-A": {"schema": ref("Header")}}},
    },
}


def test_what_is_not_only_sent_is_received() -> None:
    tree = of_operation(OPERATION, schemas=SCHEMAS)
    assert received_components(tree) == {"Got", "Shared", "Header", "Webhook"}
    assert received_components({"openapi": "3.1.0", "paths": {}}) == frozenset()


def test_the_properties_that_tell_objects_apart() -> None:
    union = {
        "anyOf": [ref("Cat", **{"x-tags": ["Cat"]}), ref("Pet", **{"x-base": True}), STRING],
        "discriminator": KIND,
    }
    schemas: dict[str, Any] = {
        "Pet": thing(kind=STRING),
        "Cat": {"type": "object", "allOf": [ref("Pet")]},
        "Dog": thing(kind=STRING),
        "Home": thing(pet=union, other={"anyOf": [ref("Dog"), STRING]}),
    }
    tree = of_operation({}, schemas=schemas)
    assert told_properties(tree, is_open=False) == {("Cat", "kind"), ("Pet", "kind")}
    assert told_properties(tree, is_open=True) == {("Cat", "kind")}
