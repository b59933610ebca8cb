"""What a schema says by its own keywords, in one spelling."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.diff.spelled import pure_types, spelled

CASES: list[tuple[Any, list[tuple[str, Any]]]] = [
    ({}, []),
    ({"type": "string"}, [("type", ["string"])]),
    ({"type": ["string", "null"]}, [("type", ["string"]), ("null", True)]),
    ({"nullable": True}, [("null", True)]),
    ({"nullable": False}, []),
    ({"const": 1}, [("enum", [1])]),
    ({"example": 1, "examples": [2]}, [("examples", 1), ("examples", 2)]),
    ({"minimum": 1, "exclusiveMinimum": True}, [("exclusiveMinimum", 1)]),
    ({"maximum": 1, "exclusiveMaximum": 2}, [("maximum", 1), ("exclusiveMaximum", 2)]),
    ({"exclusiveMinimum": True}, [("exclusiveMinimum", True)]),
    ({"contentEncoding": "base64"}, [("format", "byte"), ("type", ["string"])]),
    ({"contentEncoding": "gzip"}, [("contentEncoding", "gzip")]),
    ({"properties": {"a": {}}, "x-a": 1}, [("x-a", 1)]),
]


@pytest.mark.parametrize(("schema", "words"), CASES)
def test_keywords_in_one_spelling(schema: Any, words: list[tuple[str, Any]]) -> None:
    assert [(word.keyword, word.value) for word in spelled(schema)] == words


@pytest.mark.parametrize(
    ("schema", "types"),
    [
        ({"type": "string"}, ["string"]),
        ({"type": "string", "nullable": True}, ["string", "null"]),
        ({"type": "string", "maxLength": 1}, None),
        ({}, None),
        (True, None),
    ],
)
def test_the_types_of_a_schema_that_says_no_more(schema: Any, types: list[str] | None) -> None:
    assert pure_types(schema) == types
