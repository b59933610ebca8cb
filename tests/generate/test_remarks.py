"""What no type can say is told once, with the first place and a count."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import of_operation, of_schemas

from specmend.document.text.document import parse_document
from specmend.generate.remarks import more_places, schema_remarks
from specmend.generate.source import Source

TEXT = {"type": "string"}


def remarks(**schemas: Any) -> list[str]:
    return [*schema_remarks(Source(tree=of_schemas(**schemas)))]


def test_types_that_say_all_need_no_word() -> None:
    assert remarks(A={"type": "object", "properties": {"not": TEXT, "pattern": TEXT}}) == []


@pytest.mark.parametrize(
    ("schema", "word"),
    [
        ({"not": TEXT}, "'not'"),
        ({"if": TEXT, "then": TEXT}, "'then'"),
        ({"dependentSchemas": {"a": TEXT}}, "'dependentSchemas'"),
        ({"patternProperties": {"a": TEXT}}, "'patternProperties'"),
        ({"unevaluatedProperties": TEXT}, "'unevaluatedProperties'"),
        ({"unevaluatedProperties": False}, "'unevaluatedProperties'"),
        ({"additionalProperties": False}, "'additionalProperties'"),
        ({"prefixItems": [TEXT]}, "'prefixItems'"),
        ({"uniqueItems": True}, "'uniqueItems'"),
        ({"pattern": "a"}, "'pattern'"),
        ({"enum": [1, 1.5]}, "'enum'"),
        ({"enum": [{"a": 1}]}, "'enum'"),
        ({"enum": [2**63]}, "'enum'"),
        ({"const": []}, "'const'"),
        ({"const": 0.5}, "'const'"),
        ({"type": "string", "contentEncoding": "base64"}, "'contentEncoding'"),
        ({"type": "string", "contentSchema": TEXT}, "'contentSchema'"),
    ],
)
def test_a_keyword_that_types_leave_open(schema: Any, word: str) -> None:
    (found,) = remarks(A=schema)
    assert word in found
    (twice,) = remarks(A=schema, B=schema, C=schema)
    assert "(and at 2 more places)" in twice


@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {"a": TEXT}, "additionalProperties": {"type": "integer"}},
        {"allOf": [{"properties": {"a": TEXT}}], "additionalProperties": TEXT},
        {"allOf": [{"properties": {"a": TEXT}}, {"additionalProperties": TEXT}]},
    ],
)
def test_the_type_of_other_properties_of_a_class_is_told(schema: Any) -> None:
    (found,) = remarks(A=schema)
    assert "what 'additionalProperties' says of their values is not looked at" in found
    (twice,) = remarks(A=schema, B=schema)
    assert "(and at 1 more place)" in twice


@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {}, "additionalProperties": TEXT},
        {"properties": {"a": TEXT}, "additionalProperties": {}},
        {"properties": {"a": {"additionalProperties": TEXT}}},
        {"anyOf": [{"properties": {"a": TEXT}}, {"additionalProperties": TEXT}]},
    ],
)
def test_the_type_of_the_values_of_a_map_is_its_own(schema: Any) -> None:
    assert remarks(A=schema) == []


@pytest.mark.parametrize("value", ["a", 1, True, None, 2**63 - 1])
def test_values_of_literal_types_need_no_word(value: Any) -> None:
    assert remarks(A={"enum": [value]}, B={"const": value}) == []


@pytest.mark.parametrize("value", [None, True, False, {}])
def test_a_keyword_that_says_nothing_is_not_told(value: Any) -> None:
    assert remarks(A={"patternProperties": value}) == []


@pytest.mark.parametrize(
    "schema",
    [
        {"uniqueItems": False},
        {"additionalProperties": True},
        {"additionalProperties": TEXT},
        {"unevaluatedProperties": True},
        {"prefixItems": []},
        {"prefixItems": [TEXT], "minItems": 1, "items": False},
        {"prefixItems": [TEXT], "minItems": 1, "maxItems": 1},
        {"if": True},
    ],
)
def test_a_value_that_says_nothing_is_not_told(schema: Any) -> None:
    assert remarks(A=schema) == []


def test_each_keyword_that_servers_alone_check_has_its_own_place() -> None:
    schemas = {
        "A": {"type": "string", "pattern": "a"},
        "B": {"type": "array", "items": {"pattern": "b"}, "contains": TEXT},
    }
    pattern, contains = remarks(**schemas)
    place = "$.components.schemas"
    assert pattern == f"{place}.A.pattern (and at 1 more place): the server alone checks 'pattern'"
    assert contains == f"{place}.B.contains: the server alone checks 'contains'"


def test_the_place_is_that_of_the_file() -> None:
    text = "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n    A: {not: {type: string}}\n"
    document = parse_document(text, "upstream.yaml")
    (found,) = schema_remarks(Source(tree=document.tree, document=document))
    assert found.startswith("upstream.yaml:5:9: the types do not leave out")


def test_what_no_client_has_is_passed_over() -> None:
    header = {
        "description": "d",
        "headers": {"X-A": {"schema": {"type": "string", "pattern": "a"}}},
    }
    tree = of_operation({"responses": {"204": header}})
    assert [*schema_remarks(Source(tree=tree))] == []


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, ""), (1, " (and at 1 more place)"), (2, " (and at 2 more places)")],
)
def test_a_note_of_more_places(count: int, expected: str) -> None:
    assert more_places(count) == expected
