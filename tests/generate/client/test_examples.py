"""The values of example calls, as code."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from tests.generate.client.reading import (
    INTEGER,
    STRING,
    answered,
    document,
    normalized,
    of_schemas,
    read,
    reader_of,
)

from specmend.generate.client.examples import body_example, example_call, example_value

PET = {"type": "object", "required": ["name"], "properties": {"name": STRING, "age": INTEGER}}
NODE = {
    "type": "object",
    "required": ["next"],
    "properties": {"next": {"$ref": "#/components/schemas/Node"}},
}


@pytest.mark.parametrize(
    ("media", "expected"),
    [
        ({}, {}),
        ({"x-example": {"model": "m", "n": None}}, {"model": "'m'", "n": "None"}),
        (
            {"x-example": {"text": 'a "b" \n', "list": [{"a": True}]}},
            {"text": "'a \"b\" \\n'", "list": "[{'a': True}]"},
        ),
        ({"x-example": {"long": "x" * 200, "short": 1}}, {"short": "1"}),
    ],
)
def test_fields_become_code(media: Any, expected: Any) -> None:
    node = {"requestBody": {"content": {"application/json": media}}}
    assert body_example(node, "application/json") == expected
    assert body_example(node, "text/plain") == {}


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        (STRING, '"..."'),
        (INTEGER, "1"),
        ({"type": "number"}, "1.0"),
        ({"type": "boolean"}, "True"),
        ({"type": "null"}, "None"),
        ({"type": "integer", "minimum": 3}, "1"),
        ({"const": "x"}, '"x"'),
        ({"type": "array", "items": STRING}, '["..."]'),
        (
            {
                "type": "array",
                "prefixItems": [STRING, INTEGER],
                "items": False,
                "minItems": 2,
                "maxItems": 2,
            },
            '("...", 1,)',
        ),
        ({"anyOf": [INTEGER, STRING]}, "1"),
        ({"type": "object"}, "..."),
        ({}, "..."),
    ],
)
def test_a_value_of_each_type(schema: Any, code: str) -> None:
    tree = normalized(of_schemas(Thing={"type": "object", "properties": {"a": schema}}))
    reader = reader_of(tree)
    member = tree["components"]["schemas"]["Thing"]["properties"]["a"]
    assert example_value(reader.types.read(member), reader) == code
    ast.parse(code, mode="eval")


def test_of_an_object_the_required_fields_are_given_to_some_depth() -> None:
    reader = reader_of(normalized(of_schemas(Pet=PET, Node=NODE)))
    pet = reader.types.read({"$ref": "#/components/schemas/Pet"})
    node = reader.types.read({"$ref": "#/components/schemas/Node"})
    assert ast.literal_eval(example_value(pet, reader)) == {"name": "..."}
    assert ast.literal_eval(example_value(node, reader)) == {"next": {"next": {"next": ...}}}


def test_the_example_is_an_operation_that_shows_what_the_api_is_for() -> None:
    number = {"content": {"application/json": {"schema": INTEGER}}}
    told = {"name": "id", "in": "path", "required": True, "schema": STRING}
    answer = answered(("application/json", {"schema": STRING}))
    lines = answered(("application/jsonl", {"itemSchema": STRING}))
    groups, _ = read(
        document(
            {
                "/a": {"get": {"operationId": "plain", **answer}},
                "/b/{id}": {
                    "post": {
                        "operationId": "told",
                        "parameters": [told],
                        "requestBody": {**number, "required": True},
                        **answer,
                    }
                },
                "/c": {"get": {"operationId": "lines", "tags": ["s"], **lines}},
                "/d": {"delete": {"operationId": "gone", "responses": {"204": {}}}},
            }
        )
    )
    assert example_call(groups, streams=False) == '.told("...", body=1)'
    assert example_call(groups, streams=True).startswith(".s.lines(")
    assert example_call([], streams=False) == ""
