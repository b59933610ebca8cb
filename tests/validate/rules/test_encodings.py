"""Encodings of forms and parts, and such that nothing reads."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import OK, VERSIONS, document, told

FORM = "application/x-www-form-urlencoded"
DATA = "multipart/form-data"
AT = "/paths/~1a/post/requestBody/content"


def faults(version: str, key: str, **media: Any) -> list[tuple[str, str]]:
    body = {"content": {key: media}}
    schemas = {"A": {"properties": {"a": {}}}, "Open": {"additionalProperties": {"type": "string"}}}
    paths = {"/a": {"post": {"requestBody": body, "responses": OK}}}
    tree = document(version, paths=paths, components={"schemas": schemas})
    return [(place.removeprefix(AT), words) for place, words in told("encodings", tree)]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {"a": {}}},
        {"$ref": "#/components/schemas/A"},
        {"allOf": [{}, {"$ref": "#/components/schemas/A"}]},
        {"$ref": "#/components/schemas/Open"},
        {"patternProperties": {"^a": {}}},
        {"$ref": "elsewhere.yaml"},
    ],
    ids=str,
)
def test_properties_that_there_are_or_may_be(version: str, schema: Any) -> None:
    assert faults(version, DATA, schema=schema, encoding={"a": {}}) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_a_property_that_there_is_not(version: str) -> None:
    schema = {"$ref": "#/components/schemas/A"}
    assert faults(version, DATA, schema=schema, encoding={"b": {}}) == [
        ("/multipart~1form-data/encoding/b",
         "the schema has no property 'b' that this encoding could be for")
    ]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_another_media_type(version: str) -> None:
    assert faults(version, "text/plain", encoding={}) == [
        ("/text~1plain/encoding", "'encoding' is for forms and multipart, and this is text/plain")
    ]


def test_styles_of_parts_are_ignored_in_3_0() -> None:
    encoding = {"a": {"style": "form", "explode": True}}
    found = [faults(v, DATA, schema={"properties": {"a": {}}}, encoding=encoding) for v in VERSIONS]
    assert [len(one) for one in found] == [2, 0, 0]


def test_a_type_beside_a_style_is_ignored_since_3_1() -> None:
    encoding = {"a": {"style": "form", "contentType": "text/plain"}}
    found = [faults(v, FORM, schema={"properties": {"a": {}}}, encoding=encoding) for v in VERSIONS]
    assert [len(one) for one in found] == [0, 1, 1]


@pytest.mark.parametrize(
    ("media", "count"),
    [
        ({"itemSchema": {}}, 0),
        ({"schema": {"type": "array"}}, 0),
        ({"schema": {"type": ["array", "null"]}}, 0),
        ({"schema": {"prefixItems": []}}, 0),
        ({"schema": {"type": "object"}}, 1),
        ({}, 1),
    ],
    ids=str,
)
def test_encodings_by_place_need_a_list(media: Any, count: int) -> None:
    assert len(faults("3.2.0", "multipart/mixed", itemEncoding={}, **media)) == count
