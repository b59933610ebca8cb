"""The arguments of a method: names that do not clash, what travels where, and in which style."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import STRING, of_operation, read_one

LIST = {"type": "array", "items": STRING}


def query(name: str, schema: Any = STRING, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **more}


def body(schema: Any, media_type: str = "application/json", **more: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {media_type: {"schema": schema, **more}}}}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def arguments(operation: Any, path: str = "/a") -> list[tuple[str, str, str]]:
    read, _ = read_one(of_operation({"responses": {}, **operation}, "query", path))
    return [(argument.name, argument.wire, argument.in_) for argument in read.arguments]


TABLE = [
    pytest.param({}, [], id="none"),
    pytest.param(
        {"parameters": [query("max-size")]}, [("max_size", "max-size", "query")], id="a name"
    ),
    pytest.param({"parameters": [query("from")]}, [("from_", "from", "query")], id="a keyword"),
    pytest.param(
        {"parameters": [query("id"), {"name": "id", "in": "header", "schema": STRING}]},
        [("id_query", "id", "query"), ("id_header", "id", "header")],
        id="one name in two places",
    ),
    pytest.param(
        {**body(thing(id=STRING)), "parameters": [query("id")]},
        [("id", "id", "field"), ("id_query", "id", "query")],
        id="a field is called like a parameter",
    ),
    pytest.param(body(LIST), [("body", "body", "body")], id="a body that is no object"),
    pytest.param(
        body({"type": "string", "format": "binary"}, "application/octet-stream"),
        [("body", "body", "body")],
        id="octets",
    ),
]


@pytest.mark.parametrize(("operation", "meant"), TABLE)
def test_an_argument_has_a_name_of_its_own(operation: Any, meant: Any) -> None:
    assert arguments(operation) == meant


def test_the_parameters_of_a_path_come_in_the_order_of_the_path() -> None:
    both = [{"name": name, "in": "path", "required": True, "schema": STRING} for name in ("b", "a")]
    assert arguments({"parameters": both}, "/x/{a}/{b}") == [("a", "a", "path"), ("b", "b", "path")]


@pytest.mark.parametrize(
    ("parameter", "style"),
    [
        (query("q", LIST), "form"),
        (query("q", LIST, explode=False), "comma"),
        (query("q", LIST, style="pipeDelimited"), "pipeDelimited"),
        ({"name": "q", "in": "header", "schema": STRING}, ""),
    ],
)
def test_the_style_of_a_list(parameter: Any, style: str) -> None:
    read, _ = read_one(of_operation({"responses": {}, "parameters": [parameter]}))
    assert [argument.style for argument in read.arguments] == [style]


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", "json"),
        ("application/x-www-form-urlencoded", "form"),
        ("multipart/form-data", "multipart"),
        ("application/octet-stream", "content"),
        ("image/png", "content"),
    ],
)
def test_the_kind_of_a_body(media_type: str, kind: str) -> None:
    schema = {"type": "string", "format": "binary"} if kind == "content" else thing(a=STRING)
    read, _ = read_one(of_operation({"responses": {}, **body(schema, media_type)}, "query"))
    assert read.body is not None
    assert (read.body.kind, read.body.media_type) == (kind, media_type)
    assert read.body.spread is (kind != "content")


def test_the_example_of_a_body_is_that_of_the_document() -> None:
    operation = {"responses": {}, **body(thing(a=STRING, b=STRING), example={"a": "x"})}
    read, _ = read_one(of_operation(operation, "query"))
    assert [argument.example for argument in read.arguments] == ["'x'", '"..."']
