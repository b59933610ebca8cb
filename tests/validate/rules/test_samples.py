"""Examples that are values of their schemas, and others."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, levels, told

AT = "/components/requestBodies/B/content/application~1json"


def body(version: str, schema: Any, *, key: str = "application/json", **media: Any) -> Any:
    bodies = {"B": {"content": {key: {"schema": schema, **media}}}}
    examples = {"Shared": {"value": 5}}
    return document(version, components={"requestBodies": bodies, "examples": examples})


def parameter(version: str, schema: Any, example: Any) -> Any:
    listed = {"P": {"name": "p", "in": "query", "schema": schema, "example": example}}
    return document(version, components={"parameters": listed})


@pytest.mark.parametrize("version", VERSIONS)
def test_an_example_of_another_type_is_a_warning(version: str) -> None:
    tree = body(version, {"type": "string"}, examples={"a": {"value": 5}, "b": {"value": "x"}})
    assert told("samples", tree) == [(f"{AT}/examples/a/value", "'value' is 5 and not a string")]
    assert levels("samples", tree) == ["warning"]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_example_that_is_shared_is_told_where_it_stands(version: str) -> None:
    shared = {"a": {"$ref": "#/components/examples/Shared"}}
    tree = body(version, {"type": "string"}, examples=shared)
    assert told("samples", tree) == [
        ("/components/examples/Shared/value", "'value' is 5 and not a string")
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_texts_of_other_media_types_and_parameters_may_be_what_is_sent(version: str) -> None:
    schema = {"type": "array", "items": {"type": "integer"}}
    assert told("samples", parameter(version, schema, "1,2")) == []
    assert told("samples", body(version, schema, key="text/csv", example="1,2")) == []
    assert len(told("samples", parameter(version, schema, {"a": 1}))) == 1
    assert told("samples", parameter(version, schema, [1, 2])) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_what_goes_one_way_may_be_absent(version: str) -> None:
    properties = {"id": {"type": "integer", "readOnly": True}, "name": {"type": "string"}}
    schema = {"type": "object", "properties": properties, "required": ["id", "name"]}
    assert told("samples", body(version, schema, example={"name": "a"})) == []
    assert told("samples", body(version, schema, example={"id": 1})) == [
        (f"{AT}/example", "'example' lacks 'name'")
    ]


def test_data_of_3_2_must_be_a_value() -> None:
    tree = body("3.2.0", {"type": "string"}, examples={"a": {"dataValue": 5}})
    assert told("samples", tree) == [
        (f"{AT}/examples/a/dataValue", "'dataValue' is 5 and not a string")
    ]
    assert levels("samples", tree) == ["error"]


def test_an_object_without_a_schema_has_examples_of_any_kind() -> None:
    bodies = {"B": {"content": {"application/json": {"example": 5}}}}
    assert told("samples", document(components={"requestBodies": bodies})) == []
