"""The random documents of the law are valid, and hold every kind of thing that a client meets."""

from __future__ import annotations

from typing import Any

import pytest
from tests.strategies.drawn import drawn, is_valid

DOCUMENTS = drawn(40, start=1)
TEXT = repr(DOCUMENTS)

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


@pytest.mark.parametrize("tree", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_a_drawn_document_is_valid(tree: Any) -> None:
    assert is_valid(tree)


@pytest.mark.parametrize("word", WORDS)
def test_the_documents_hold_what_clients_meet(word: str) -> None:
    assert f"'{word}'" in TEXT


def test_the_same_seed_draws_the_same_documents() -> None:
    assert drawn(5, start=4) == drawn(5, start=4)
    assert drawn(5, start=4) != drawn(5, start=5)
