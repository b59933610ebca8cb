"""The faults that a schema finds, in words: what is there, what is asked for, what to do."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.text.document import parse_document
from specmend.steps.schema import FILLED
from specmend.steps.schema_faults import schema_faults


def faults(schema: dict[str, Any], text: str) -> list[tuple[str, str, str, str]]:
    """Place, message, what was found and what was expected, of each fault under `a`."""
    document = parse_document(f"a: {text}\n", "a.yaml")
    return [
        (problem.location, problem.message, problem.found, problem.expected)
        for problem in schema_faults(document, schema, document.tree["a"], ("a",))
    ]


@pytest.mark.parametrize(
    ("schema", "text", "expected"),
    [
        ({"type": "string"}, "1", "a text (in quotes if it looks like something else)"),
        ({"type": "integer"}, "1.0", "a whole number"),
        ({"type": "integer"}, "true", "a whole number"),
        (
            {"type": ["string", "null"]},
            "1",
            "a text (in quotes if it looks like something else) or null",
        ),
        ({"pattern": FILLED}, '" "', "a text that is not empty"),
        ({"pattern": "^x"}, "y", "pattern ^x"),
        ({"enum": ["one", 2, None]}, "1", "one or 2 or null"),
        ({"minimum": 2}, "1", "2 or more"),
        ({"minItems": 1}, "[]", "1 or more"),
        ({"anyOf": [{"enum": ["b"]}, {"type": "array"}]}, "1", "b, or a list"),
        ({"not": {"required": ["x", "y"]}}, "{x: 1, y: 1}", "only one of x, y"),
        ({"uniqueItems": True}, "[1, 1]", "uniqueItems true"),
    ],
)
def test_what_is_asked_for_is_said_in_words(
    schema: dict[str, Any], text: str, expected: str
) -> None:
    [(place, message, found, said)] = faults(schema, text)
    assert (place, message, said) == ("a.yaml:1:1", "a is not right", expected)
    assert found


def test_each_missing_field_is_named_once() -> None:
    schema = {"required": ["b", "c", "d"], "properties": {"c": {"required": ["e"]}}}
    assert [message for _, message, _, _ in faults(schema, "{c: {}}")] == [
        "b is missing in a",
        "d is missing in a",
        "e is missing in c",
    ]


def test_an_unknown_field_is_told_the_known_ones() -> None:
    schema: dict[str, Any] = {"additionalProperties": False, "properties": {"from": {}, "to": {}}}
    document = parse_document("a: {form: 1, other: 1, x-more: 1}\n", "a.yaml")
    tree = document.tree["a"]
    assert [
        (problem.column, problem.advice)
        for problem in schema_faults(document, schema, tree, ("a",))
    ] == [
        (5, "did you mean 'from'?"),
        (14, "the keys here are from, to"),
        (24, "the keys here are from, to"),
    ]
    schema["patternProperties"] = {"^x-": {}}
    problems = list(schema_faults(document, schema, tree, ("a",)))
    assert problems[1].advice == "the keys here are from, to; others start with x-"
    assert len(problems) == 2
