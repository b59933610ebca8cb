"""Types of schemas: files, lists of types, null, bounds, lists of anything."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import load, notes_on, schema

RULES = [
    ("{type: string}", "{type: string}"),
    ("{type: file}", "{type: string, format: binary}"),
    ("{description: d, type: file, format: f}", "{description: d, type: string, format: binary}"),
    ("{type: object, format: file}", "{type: string, format: binary}"),
    ("{type: object, required: []}", "{type: object}"),
    ("{type: [string], title: T}", "{type: string, title: T}"),
    ("{title: T, type: [string, 'null']}", "{title: T, type: string, nullable: true}"),
    ("{type: ['null', file]}", "{type: file, nullable: true}"),
    ("{type: ['null']}", "{nullable: true}"),
    ("{type: 'null'}", "{nullable: true}"),
    ("{type: []}", "{}"),
    ("{type: [string, integer]}", "{anyOf: [{type: string}, {type: integer}]}"),
    (
        "{type: [string, array, 'null'], items: {}, minLength: 1, title: T}",
        (
            "{anyOf: [{type: string, minLength: 1, nullable: true},"
            " {type: array, items: {}, nullable: true}], title: T}"
        ),
    ),
    ("{type: [string, integer], anyOf: [{}]}", "{type: [string, integer], anyOf: [{}]}"),
    ("{exclusiveMinimum: 1}", "{minimum: 1, exclusiveMinimum: true}"),
    ("{exclusiveMaximum: 1.5, maximum: 2}", "{maximum: 1.5, exclusiveMaximum: true}"),
    ("{minimum: 2, exclusiveMinimum: 1}", "{minimum: 2}"),
    ("{minimum: 1, exclusiveMinimum: 1}", "{minimum: 1, exclusiveMinimum: true}"),
    ("{exclusiveMinimum: false, minimum: 1}", "{exclusiveMinimum: false, minimum: 1}"),
    (
        "{$ref: '#/definitions/A', x-nullable: true}",
        "{allOf: [{$ref: '#/components/schemas/A'}], nullable: true}",
    ),
    (
        "{$ref: '#/definitions/A', x-nullable: false, description: d}",
        "{$ref: '#/components/schemas/A', nullable: false, description: d}",
    ),
    ("{enum: [a], x-nullable: true}", "{enum: [a, null], nullable: true}"),
    ("{enum: [null, a], x-nullable: true}", "{enum: [null, a], nullable: true}"),
    ("{type: array}", "{type: array, items: {}}"),
    ("{type: array, items: 5}", "{type: array, items: 5}"),
]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_a_type_is_said_as_in_openapi(before: str, after: str) -> None:
    assert schema(before) == load(after)


def test_what_was_changed_without_being_the_same_is_named() -> None:
    assert notes_on("definitions/A", "{type: [string, integer]}") == [
        "/type: OpenAPI 3.0 has no lists of types: this is an `anyOf` now."
    ]
    assert notes_on("definitions/A", "{type: array}") == [
        ": This list does not say what its items are: anything is assumed."
    ]
    assert notes_on("definitions/A", "{type: [string, 'null']}") == []
