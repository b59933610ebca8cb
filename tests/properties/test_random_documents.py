"""The random documents of the law are valid, and hold every kind of thing that a client meets."""

from __future__ import annotations

from typing import Any

import pytest
from tests.strategies.drawn import drawn, is_valid

WORDS = [
    "$ref", "allOf", "oneOf", "anyOf", "discriminator", "mapping", "nullable", "prefixItems",
    "patternProperties", "additionalProperties", "const", "enum", "format", "pattern", "default",
    "minLength", "maximum", "exclusiveMinimum", "multipleOf", "minItems", "uniqueItems", "readOnly",
    "writeOnly", "deprecated", "title", "xml", "externalDocs", "not", "if", "dependentSchemas",
    "unevaluatedProperties", "contentMediaType", "$defs", "required", "content", "style", "explode",
    "security", "securitySchemes", "tags", "operationId", "requestBody", "x-stream", "itemSchema",
    "pathItems", "query", "additionalOperations", "multipart/form-data", "text/event-stream",
    "application/octet-stream", "application/x-www-form-urlencoded", "*/*", "header", "cookie",
    "3.0.3", "3.1.0", "3.2.0",
]  # fmt: skip


@pytest.fixture(scope="module")
def documents() -> list[Any]:
    return drawn(40, start=1)


def test_the_drawn_documents_are_valid(documents: list[Any]) -> None:
    assert not [tree for tree in documents if not is_valid(tree)]


def test_the_documents_hold_what_clients_meet(documents: list[Any]) -> None:
    text = repr(documents)
    assert not [word for word in WORDS if f"'{word}'" not in text]


def test_the_same_seed_draws_the_same_documents() -> None:
    assert drawn(3, start=4) == drawn(3, start=4)
    assert drawn(3, start=4) != drawn(3, start=5)
