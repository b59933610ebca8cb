"""The schema of 3.0 says what an object is, and then what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import document

from specmend.validate.rules.standard import checker_of, schema_of

HTTP = {"type": "http", "scheme": "basic"}


def compositions(schema: Any) -> int:
    """How many times a schema has a choice."""
    if isinstance(schema, list):
        return sum(map(compositions, schema))
    if not isinstance(schema, dict):
        return 0
    return ("oneOf" in schema) + sum(map(compositions, schema.values()))


def test_one_choice_is_left() -> None:
    """Between `schema` and `content`, which has words of its own."""
    schema = dict(schema_of("3.0", with_schemas=True))
    assert compositions({**schema, "definitions": {
        key: value for key, value in schema["definitions"].items() if key != "Schema"
    }}) == 1  # fmt: skip


@pytest.mark.parametrize(
    ("components", "found"),
    [
        ({"securitySchemes": {"k": HTTP}}, []),
        ({"securitySchemes": {"k": {**HTTP, "scheme": "Bearer", "bearerFormat": "JWT"}}}, []),
        ({"securitySchemes": {"k": {**HTTP, "bearerFormat": "JWT"}}}, ["falseSchema"]),
        ({"securitySchemes": {"k": {"type": "apiKey"}}}, ["required", "required"]),
        ({"securitySchemes": {"k": {"$ref": "#/x"}}}, []),
        ({"parameters": {"p": {"name": "a", "in": "query", "schema": {"$ref": 5}}}}, ["type"]),
        ({"parameters": {"p": {"name": "a", "in": "cookie", "schema": {}, "style": "form"}}}, []),
        ({"parameters": {"p": {"name": "a", "in": "cookie", "schema": {}, "style": "x"}}},
         ["enum"]),
        ({"parameters": {"p": {"name": "a", "in": "path", "schema": {}}}}, ["required"]),
        ({"schemas": {"A": {"additionalProperties": 5}}}, ["type"]),
        ({"schemas": {"A": {"additionalProperties": False, "multipleOf": 0}}},
         ["exclusiveMinimum"]),
        ({"schemas": {"A": {"minLength": 1.0}}}, ["type"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_alone(components: Any, found: list[str]) -> None:
    breaches = checker_of("3.0", with_schemas=True).breaches(
        document("3.0.3", components=components)
    )
    assert [breach.keyword for breach in breaches] == found
