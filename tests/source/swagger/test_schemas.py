"""Schemas: every keyword that changes, and all the others that stay."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import load, notes_on, schema

SAME = [
    "{type: string, format: byte, minLength: 1, pattern: a, default: a, enum: [a], x-a: 1}",
    "{type: object, properties: {type: {type: string}, items: {type: array, items: {}}}}",
    "{allOf: [{type: object, required: [a]}], title: A, xml: {name: a}, example: {type: file}}",
    "{type: object, additionalProperties: true, maxProperties: 2, readOnly: true}",
    "{type: number, minimum: 1, exclusiveMinimum: true, multipleOf: 2, externalDocs: {url: u}}",
    "{default: {x-nullable: true}, enum: [{type: file}], example: {$ref: '#/definitions/A'}}",
    "{type: object, discriminator: {propertyName: a}, x-nullable: 5, nullable: true}",
]
CHANGED = [
    ("{x-nullable: true, type: string}", "{nullable: true, type: string}"),
    ("{type: string, x-nullable: false}", "{type: string, nullable: false}"),
    ("{nullable: false, x-nullable: true}", "{nullable: false, x-nullable: true}"),
    ("{properties: {a: {x-nullable: true}}}", "{properties: {a: {nullable: true}}}"),
    ("{type: string, x-deprecated: true}", "{type: string, deprecated: true}"),
    ("{x-oneOf: [{type: file}]}", "{oneOf: [{type: string, format: binary}]}"),
    ("{x-anyOf: [{}], x-not: {}, x-a: {}}", "{anyOf: [{}], not: {}, x-a: {}}"),
    ("{x-discriminator: {propertyName: a}}", "{discriminator: {propertyName: a}}"),
    ("{const: 1}", "{enum: [1]}"),
    ("{not: {type: file}}", "{not: {type: string, format: binary}}"),
    ("{allOf: [{$ref: '#/definitions/A'}]}", "{allOf: [{$ref: '#/components/schemas/A'}]}"),
    ("{items: [{type: file}]}", "{items: {type: string, format: binary}}"),
    ("{items: [{type: string}, {}]}", "{items: {anyOf: [{type: string}, {}]}}"),
    ("{items: []}", "{items: {}}"),
    ("{type: object, patternProperties: {a: {}}}", "{type: object, x-patternProperties: {a: {}}}"),
    ("{$schema: s, id: i, examples: [1]}", "{x-$schema: s, x-id: i, x-examples: [1]}"),
    ("{required: true, type: string}", "{x-required: true, type: string}"),
]
MALFORMED = ["5", "[]", "text", "{allOf: 5}", "{properties: [a]}", "{items: 7}", "{allOf: [7]}"]


@pytest.mark.parametrize("text", SAME)
def test_what_openapi_says_alike_stays(text: str) -> None:
    assert schema(text) == load(text)
    assert list(schema(text)) == list(load(text))
    assert notes_on("definitions/A", text) == []


@pytest.mark.parametrize(("before", "after"), CHANGED)
def test_what_openapi_says_otherwise_changes(before: str, after: str) -> None:
    assert schema(before) == load(after)
    assert list(schema(before)) == list(load(after))


@pytest.mark.parametrize("text", MALFORMED)
def test_what_is_no_schema_stays_with_a_remark(text: str) -> None:
    assert schema(text) == load(text)
    (note,) = notes_on("definitions/A", text)
    assert "This is not understood and stays as it is: expected " in note


def test_a_keyword_without_counterpart_is_named() -> None:
    assert notes_on("definitions/A", "{items: {dependencies: {a: [b]}}}") == [
        (
            "/items/dependencies: A schema of OpenAPI 3.0 has no `dependencies`:"
            " it is kept as `x-dependencies`."
        )
    ]


def test_schemas_by_position_are_a_guess() -> None:
    assert notes_on("definitions/A", "{items: [{}, {}]}") == [
        "/items: OpenAPI 3.0 has no schemas by position: each item may have any of them."
    ]
