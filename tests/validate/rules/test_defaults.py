"""Defaults are values of their schemas, and never part of the document's structure."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, operation, rules_of, told

INTEGER = {"type": "integer", "default": "x"}
WRONG = "'default' is \"x\" and not a whole number"


def with_schemas(version: str, **schemas: Any) -> Any:
    return document(version, components={"schemas": schemas})


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "default": 1},
        {"type": "object", "default": {"$ref": "#/nowhere"}},
        {"default": {"a": [{"$ref": 5}], "$id": "x", "$anchor": "y"}},
        {"enum": [{"$ref": "#/nowhere"}], "default": {"$ref": "#/nowhere"}},
        {"allOf": [{"$ref": "#/components/schemas/B"}], "default": {"b": 1}},
        {"type": "object", "properties": {"default": {"type": "integer"}}},
        {"example": {"default": "x", "type": "integer"}, "x-a": INTEGER},
    ],
)
def test_a_good_default_and_what_looks_like_one_are_no_faults(version: str, schema: Any) -> None:
    b = {"type": "object", "properties": {"b": {"type": "integer"}}}
    assert rules_of(with_schemas(version, A=schema, B=b)) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("schema", "place", "message"),
    [
        (INTEGER, "", WRONG),
        ({"type": "array", "items": {"type": "integer"}, "default": [1, "x"]}, "/1",
         'default[1] is "x" and not a whole number'),
        ({"enum": ["a", "b"], "default": "c"}, "",
         "'default' is \"c\" and not one of \"a\", \"b\""),
        ({"type": "object", "required": ["a"], "default": {}}, "", "'default' lacks 'a'"),
        ({"type": "string", "maxLength": 1, "default": "xy"}, "",
         "'default' has more than 1 characters"),
        ({"type": "string", "pattern": r"^\p{L}+$", "default": "1"}, "",
         "'default' is \"1\" and does not have the form ^\\p{L}+$"),
        ({"allOf": [{"$ref": "#/components/schemas/B"}], "default": {"b": "x"}}, "/b",
         "'b' is \"x\" and not a whole number"),
        ({"oneOf": [{"type": "integer"}, {"type": "boolean"}], "default": "x"}, "", WRONG),
        ({"type": "integer", "default": {"$ref": "#/nowhere"}}, "",
         "'default' is {\"$ref\": \"#/nowhere\"} and not a whole number"),
    ],
)  # fmt: skip
def test_a_wrong_default_is_told_in_plain_words(
    version: str, schema: Any, place: str, message: str
) -> None:
    b = {"type": "object", "properties": {"b": {"type": "integer"}}}
    tree = with_schemas(version, A=schema, B=b)
    assert told("defaults", tree) == [(f"/components/schemas/A/default{place}", message)]
    assert rules_of(tree) == ["defaults"]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_default_that_looks_like_a_reference_hides_nothing(version: str) -> None:
    tree = with_schemas(version, A={"type": "object", "default": {"$ref": "#/nowhere"}}, B=INTEGER)
    tree["paths"] = {
        path: {"get": operation(operationId="a")} for path in ("/a", "/b")
    }  # fmt: skip
    assert sorted(rules_of(tree)) == ["defaults", "operations"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "data",
    [
        {"example": {"$ref": "#/nowhere"}},
        {"examples": {"a": {"value": {"$ref": "#/nowhere"}}}},
    ],
)
def test_no_data_of_a_media_type_is_followed(version: str, data: Any) -> None:
    media = {"schema": INTEGER, **data}
    get = {"responses": {"200": {"description": "d", "content": {"application/json": media}}}}
    assert rules_of(document(version, paths={"/a": {"get": get}})) == ["defaults", "samples"]


def test_no_data_of_schemas_and_links_is_followed() -> None:
    data = {"$ref": "#/nowhere"}
    schema = {"const": data, "enum": [data], "examples": [data], "x-a": data, "default": data}
    link = {"operationId": "a", "parameters": {"p": "$request.query.$ref"}, "requestBody": data}
    answers = {"200": {"description": "d", "links": {"l": link}}}
    asked: list[object] = [{"name": name, "in": "query", "schema": {}} for name in ("p", "$ref")]
    paths = {"/a": {"get": {"operationId": "a", "parameters": asked, "responses": answers}}}
    assert rules_of({**with_schemas("3.1.0", A=schema), "paths": paths}) == []


def test_null_is_a_default_where_null_is_allowed() -> None:
    nullable = {"type": "string", "nullable": True, "enum": ["a"], "default": None}
    assert told("defaults", with_schemas("3.0.3", A=nullable)) == []
    assert (
        told("defaults", with_schemas("3.1.0", A={"type": ["string", "null"], "default": None}))
        == []
    )
    assert len(told("defaults", with_schemas("3.1.0", A={"type": "string", "default": None}))) == 1


def test_in_3_0_alone_a_default_beside_a_reference_is_not_read() -> None:
    beside = {"$ref": "#/components/schemas/B", "default": "x", "required": True}
    for version, count in zip(VERSIONS, (0, 1, 1), strict=True):
        found = told("defaults", with_schemas(version, A=beside, B={"type": "integer"}))
        assert len(found) == count


def test_schemas_with_other_faults_break_nothing_off() -> None:
    bad = {"type": "nonsense", "required": 5, "default": {}}
    round_and_round = {"allOf": [{"$ref": "#/components/schemas/C"}], "default": 1}
    lost = {"$ref": "#/components/schemas/Lost"}
    tree = with_schemas("3.1.0", A=bad, B=INTEGER, C=round_and_round, D={**lost, "default": 1})
    assert told("defaults", tree) == [("/components/schemas/B/default", WRONG)]
