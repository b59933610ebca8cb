"""Examples that are given in two ways at once."""

from __future__ import annotations

from tests.validate.rules.documents import document, told


def test_an_object_with_both_in_3_1() -> None:
    header = {"schema": {}, "example": 1, "examples": {}}
    tree = document(components={"headers": {"H": header}})
    assert told("examples", tree) == [
        ("/components/headers/H", "this header has both 'example' and 'examples'")
    ]


def test_an_example_with_both_in_3_0() -> None:
    example = {"value": 1, "externalValue": "https://example.com"}
    tree = document("3.0.3", components={"examples": {"E": example}})
    assert told("examples", tree) == [
        ("/components/examples/E", "this example has both 'externalValue' and 'value'")
    ]


def test_schemas_may_have_both() -> None:
    tree = document(components={"schemas": {"A": {"example": 1, "examples": [1]}}})
    assert told("examples", tree) == []
