"""What a document says in words about a value, wherever it says it."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.words import (
    description_of,
    more_to_read,
    nodes_about,
    note_on,
    with_note,
)

COLOR = {"type": "string", "enum": ["red"], "description": "A color."}
COMPONENTS: dict[str, Any] = {
    "Color": COLOR,
    "Shade": {"$ref": "#/components/schemas/Color"},
    "Circle": {"$ref": "#/components/schemas/Circle"},
}
REF = {"$ref": "#/components/schemas/Color"}
NULL = {"type": "null"}


@pytest.mark.parametrize(
    ("node", "description", "note"),
    [
        ({}, "", ""),
        (None, "", ""),
        ({"description": "W"}, "W", ""),
        ({"description": " "}, "", ""),
        ({"description": 7, "default": None}, "", ""),
        ({"description": "W", "schema": {"description": "V", "x-example": 5}}, "W", "Example: 5."),
        ({"schema": {"description": "V", "deprecated": True}}, "V", "Deprecated."),
        ({"schema": REF}, "A color.", ""),
        ({"schema": REF, "description": "W", "x-example": 9}, "W", "Example: 9."),
        ({"allOf": [REF], "x-example": "blue"}, "A color.", 'Example: "blue".'),
        ({"allOf": [REF, {"type": "string"}]}, "", ""),
        ({"anyOf": [REF, NULL]}, "A color.", ""),
        ({"oneOf": [NULL, REF], "description": "W", "default": None}, "W", ""),
        ({"oneOf": [REF, {"type": "integer"}]}, "", ""),
        ({"$ref": "#/components/schemas/Shade"}, "A color.", ""),
        ({"$ref": "#/components/schemas/Circle"}, "", ""),
        ({"$ref": "#/components/schemas/Lost"}, "", ""),
        ({"description": "The default is red.", "default": "red"}, "The default is red.", ""),
        (
            {"description": "The default is red.", "x-example": 5},
            "The default is red.",
            "Example: 5.",
        ),
        ({"description": "Deprecated, use b.", "deprecated": True}, "Deprecated, use b.", ""),
        ({"x-example": False}, "", "Example: false."),
        ({"x-example": []}, "", "Example: []."),
        ({"externalDocs": {"url": "https://d.test"}}, "", "See https://d.test"),
    ],
)
def test_words_on_a_value(node: Any, description: str, note: str) -> None:
    about = [*nodes_about(node, COMPONENTS)]
    assert (description_of(*about), note_on(*about)) == (description, note)


def test_a_long_example_is_cut() -> None:
    assert len(note_on({"x-example": "x" * 1000})) < 320


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (
            {"externalDocs": {"url": "https://d.test", "description": "More\nof it."}},
            "More of it: https://d.test",
        ),
        ({"externalDocs": {"url": " "}}, ""),
        ({"externalDocs": {"description": "More"}}, ""),
        ({"externalDocs": "https://d.test"}, ""),
        ({}, ""),
        (None, ""),
    ],
)
def test_where_there_is_more_to_read(node: Any, expected: str) -> None:
    assert more_to_read(node) == expected


def test_a_note_stands_behind_the_description() -> None:
    assert with_note(" W. ", "Example: 5.") == "W. Example: 5."
    assert with_note("", "Example: 5.") == "Example: 5."
    assert with_note("W.", "") == "W."
