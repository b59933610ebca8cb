"""What a schema is, in a few words."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.schema_words import type_in_words

STRING = {"type": "string"}
PET = {"$ref": "#/components/schemas/Pet"}

WORDS: list[tuple[Any, str]] = [
    (STRING, "string"),
    (True, "anything"),
    (False, "false"),
    ({}, "anything"),
    (PET, "Pet"),
    ({"oneOf": []}, "oneOf"),
    ({"allOf": [PET]}, "Pet"),
    ({"const": 1}, "1"),
    ({"type": ["string", "null"]}, "string or null"),
    ({"type": "array", "items": PET}, "list of Pet"),
    ({"type": ["array"]}, "list of anything"),
    ({"type": "string", "format": "date", "nullable": True}, "string (date) or null"),
]


@pytest.mark.parametrize(("schema", "words"), WORDS)
def test_what_a_schema_is(schema: Any, words: str) -> None:
    assert type_in_words(schema) == words
