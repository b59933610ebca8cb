"""Texts of multipart bodies that are encoded octets."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.normalize.encoded_parts import (
    ENCODED,
    mark_encoded_parts,
    place_part_headers,
)

TEXT = {"type": "string"}
BASE64 = {"type": "string", "contentEncoding": "base64"}
SCHEMAS = {
    "Loop": {"allOf": [{"$ref": "#/components/schemas/Loop"}], "properties": {"a": BASE64}},
    "Byte": {"type": "string", "format": "byte"},
}


def marked(schema: Any, media_type: str = "multipart/form-data") -> Any:
    body = {"content": {media_type: {"schema": schema}}}
    tree = {
        "openapi": "3.1.0",
        "paths": {"/a": {"post": {"requestBody": body}}},
        "components": {"schemas": SCHEMAS},
    }
    made = mark_encoded_parts(tree)
    assert ENCODED not in body["content"][media_type]
    return made["paths"]["/a"]["post"]["requestBody"]["content"][media_type].get(ENCODED)


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ({"type": "object", "properties": {"a": TEXT}}, None),
        (True, None),
        ({"properties": {"a": {"type": "object", "contentEncoding": "base64"}}}, None),
        ({"properties": {"a": BASE64, "b": TEXT}}, {"a": "base64"}),
        ({"properties": {"a": {"$ref": "#/components/schemas/Byte"}}}, {"a": "base64"}),
        ({"properties": {"a": {"type": "array", "items": BASE64}}}, {"a": "base64"}),
        ({"$ref": "#/components/schemas/Loop"}, {"a": "base64"}),
        ({"allOf": [{"properties": {"a": BASE64}}, {"properties": {"b": TEXT}}]}, {"a": "base64"}),
    ],
)
def test_the_texts_that_are_encoded_are_named(schema: Any, found: Any) -> None:
    assert marked(schema) == found


def test_other_bodies_have_no_parts() -> None:
    assert marked({"properties": {"a": BASE64}}, "application/json") is None


def test_headers_of_parts_stand_where_they_are_used() -> None:
    header = {"schema": {"const": "1"}}
    shared = {"$ref": "#/components/headers/A"}
    lost = {"$ref": "#/components/headers/Nobody"}
    encoding = {"a": {"headers": {"X-A": shared, "X-B": header, "X-C": lost}}, "b": {}}
    media = {"schema": {"properties": {"a": TEXT, "b": TEXT}}, "encoding": encoding}
    body = {"content": {"multipart/form-data": media}}
    tree = {
        "openapi": "3.1.0",
        "paths": {"/a": {"post": {"requestBody": body}}},
        "components": {"headers": {"A": header}},
    }
    made: Any = place_part_headers(tree)
    found = made["paths"]["/a"]["post"]["requestBody"]["content"]["multipart/form-data"]
    assert found["encoding"] == {
        "a": {"headers": {"X-A": header, "X-B": header, "X-C": lost}},
        "b": {},
    }
    assert media["encoding"] == encoding
