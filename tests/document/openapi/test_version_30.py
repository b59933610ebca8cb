"""Schemas of 3.1 in the words of 3.0: what has no counterpart is named, the rest is put in them."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.version_30 import NULL, lowered, misfits_30

MISFITS = [
    pytest.param({"type": "string", "enum": ["a"]}, [], id="nothing"),
    pytest.param({"if": {}, "then": {}, "$defs": {}}, ["if", "then", "$defs"], id="new keywords"),
    pytest.param({"properties": {"if": {}}}, [], id="a property called like one"),
    pytest.param({"type": ["string", "null"], "anyOf": []}, [], id="one type beside anyOf"),
    pytest.param(
        {"type": ["string", "integer"], "anyOf": []}, ["several types beside anyOf"], id="two"
    ),
    pytest.param({"examples": [1]}, [], id="one example"),
    pytest.param({"examples": [1], "example": 2}, ["several examples"], id="one of each"),
    pytest.param({"examples": [1, 2]}, ["several examples"], id="two examples"),
    pytest.param({"nullable": True}, ["nullable, which OpenAPI 3.1 does not know"], id="nullable"),
    pytest.param({"type": "null", "enum": [None]}, [], id="null alone"),
    pytest.param(
        {"type": "null", "const": 1}, ["values other than null beside the type null"], id="not null"
    ),
    pytest.param({"const": 1, "enum": [1]}, ["const beside enum"], id="const and enum"),
    pytest.param({"contentEncoding": "base64"}, [], id="base64"),
    pytest.param({"contentEncoding": "base32"}, ["contentEncoding"], id="base32"),
    pytest.param(
        {"contentEncoding": "base64", "format": "x"}, ["contentEncoding"], id="beside a format"
    ),
    pytest.param({"contentMediaType": "application/octet-stream"}, [], id="octets"),
    pytest.param({"contentMediaType": "image/png"}, ["contentMediaType"], id="a picture"),
]


@pytest.mark.parametrize(("schema", "misfits"), MISFITS)
def test_what_30_cannot_say_is_named(schema: Any, misfits: list[str]) -> None:
    assert list(misfits_30(schema)) == misfits


LOWERED = [
    pytest.param({"type": "string"}, {"type": "string"}, id="nothing to do"),
    pytest.param(True, {}, id="true"),
    pytest.param(False, {"not": {}}, id="false"),
    pytest.param({"type": "null", "description": "d"}, {"description": "d", **NULL}, id="null"),
    pytest.param({"type": ["null"]}, NULL, id="null in a list"),
    pytest.param({"type": ["string", "null"]}, {"type": "string", "nullable": True}, id="or null"),
    pytest.param(
        {"type": ["string", "array"]},
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {}}]},
        id="two types",
    ),
    pytest.param({"type": "array"}, {"type": "array", "items": {}}, id="an array has items"),
    pytest.param({"const": 1}, {"enum": [1]}, id="const"),
    pytest.param({"examples": [1]}, {"example": 1}, id="an example"),
    pytest.param({"examples": []}, {}, id="no example"),
    pytest.param(
        {"$ref": "#/a", "description": "d"},
        {"allOf": [{"$ref": "#/a"}], "description": "d"},
        id="beside a reference",
    ),
    pytest.param({"contentEncoding": "base64"}, {"format": "byte"}, id="base64"),
    pytest.param(
        {"exclusiveMinimum": 1}, {"minimum": 1, "exclusiveMinimum": True}, id="an exclusive bound"
    ),
    pytest.param(
        {"exclusiveMinimum": 1, "minimum": 2}, {"minimum": 2}, id="the narrower bound counts"
    ),
    pytest.param(
        {"exclusiveMaximum": 1, "maximum": 2},
        {"maximum": 1, "exclusiveMaximum": True},
        id="the narrower maximum counts",
    ),
]


@pytest.mark.parametrize(("schema", "meant"), LOWERED)
def test_a_schema_says_the_same_in_30(schema: Any, meant: Any) -> None:
    assert lowered(schema) == meant
    if schema == meant:
        assert lowered(schema) is schema
