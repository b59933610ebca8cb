"""The edit make-nullable: null in the words of OpenAPI 3.0 and of 3.1."""

from __future__ import annotations

import pytest
from tests.steps.series import after, refusal

from specmend.document.document import parse_document

NULLABLE = "- {target: $.S, x-edit: {name: make-nullable}}"


@pytest.mark.parametrize(
    ("version", "before", "meant"),
    [
        ("3.0.3", "{type: string}", "{type: string, nullable: true}"),
        ("3.0.3", "{type: string, enum: [a]}", "{type: string, enum: [a, null], nullable: true}"),
        ("3.0.3", "{$ref: '#/T'}", "{nullable: true, allOf: [{$ref: '#/T'}]}"),
        ("3.1.0", "{type: string}", '{type: [string, "null"]}'),
        ("3.1.0", "{type: [string, number]}", '{type: [string, number, "null"]}'),
        ("3.1.0", "{$ref: '#/T'}", "{anyOf: [{$ref: '#/T'}, {type: 'null'}]}"),
    ],
)
def test_null_is_added_in_the_words_of_the_version(version: str, before: str, meant: str) -> None:
    made = after(f"openapi: {version}\nS: {before}\n", NULLABLE)
    assert parse_document(made, "a.yaml").tree == parse_document(f"openapi: {version}\nS: {meant}\n", "a.yaml").tree


@pytest.mark.parametrize(
    ("version", "schema", "message"),
    [
        ("3.0.3", "{type: string, nullable: true}", "this schema may be null already"),
        ("3.1.0", "{type: [string, 'null']}", "this schema may be null already"),
        ("3.1.0", "{anyOf: [{type: string}, {type: 'null'}]}", "this schema may be null already"),
        ("3.0.3", "{description: anything}", "nullable has no effect in OpenAPI 3.0 without type"),
        ("3.0.3", "[]", "this is not a schema"),
    ],
)
def test_what_cannot_be_made_nullable_is_refused(version: str, schema: str, message: str) -> None:
    _, problem = refusal(f"openapi: {version}\nS: {schema}\n", NULLABLE)
    assert problem.message == message
