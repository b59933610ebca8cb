"""What OpenAPI 3.1 and 3.2 add to requests: whole queries, cookies of their own style, tuples."""

from __future__ import annotations

import asyncio
import importlib
import sys
import typing
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2 as httpx
import pytest
from tests.generate.annotations import shown
from tests.generate.conftest import shared_package, write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
FORM = "application/x-www-form-urlencoded"
FILTER: dict[str, Any] = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": TEXT, "tags": TEXTS, "maxAge": {"type": "integer"}},
}


def whole(media_type: str, schema: Any, **words: Any) -> dict[str, Any]:
    return {
        "name": "filter",
        "in": "querystring",
        "content": {media_type: {"schema": schema}},
        **words,
    }


def cookie(schema: Any, **words: Any) -> dict[str, Any]:
    return {"name": "c", "in": "cookie", "style": "cookie", "schema": schema, **words}


class Row(typing.NamedTuple):
    """A parameter, the arguments of a call, and what is sent for them."""

    parameter: dict[str, Any]
    given: dict[str, Any]
    query: str = ""
    cookie: str = ""
    shown: str = ""


NAMED = {"$ref": "#/components/schemas/Filter"}
PIPED = {"tags": {"style": "pipeDelimited", "explode": False}}
MAP = {"type": "object", "additionalProperties": TEXT}
ROWS: dict[str, Row] = {
    "query": Row(
        {"name": "filter", "in": "query", "schema": TEXT}, {"filter": "a b"}, "filter=a%20b"
    ),
    "encoded": Row(
        {**whole(FORM, NAMED), "content": {FORM: {"schema": NAMED, "encoding": PIPED}}},
        {"filter": {"name": "a b", "tags": ["x", "y"]}},
        "name=a+b&tags=x%7Cy",
    ),
    "plain_form": Row(whole(FORM, TEXT), {"filter": "a=b+c&d=%20"}, "a=b+c&d=%20"),
    "nothing": Row(whole(FORM, NAMED), {}, shown="Filter | dict[str, Any] | None"),
    "form": Row(
        whole(FORM, NAMED, required=True),
        {"filter": {"name": "a&b", "tags": ["x", "y z"], "maxAge": 3}},
        "name=a%26b&tags=x&tags=y+z&maxAge=3",
        shown="Filter | dict[str, Any]",
    ),
    "map": Row(whole(FORM, MAP), {"filter": {"a": "b"}}, "a=b", shown="dict[str, str] | None"),
    "json": Row(
        whole("application/json", NAMED),
        {"filter": {"name": "a"}},
        "%7B%22name%22%3A%22a%22%7D",
    ),
    "list": Row(whole("application/json", TEXTS), {"filter": ["a"]}, "%5B%22a%22%5D"),
    "text": Row(
        whole("application/jsonpath", TEXT),
        {"filter": "$.a[?@.b == 1]"},
        "%24.a%5B%3F%40.b%20%3D%3D%201%5D",
        shown="str | None",
    ),
    "one": Row(cookie(TEXT), {"c": "a"}, cookie="c=a"),
    "several": Row(cookie(TEXTS), {"c": ["a", "b"]}, cookie="c=a; c=b"),
    "joined": Row(cookie(TEXTS, explode=False), {"c": ["a", "b"]}, cookie="c=a,b"),
    "fields": Row(cookie(MAP), {"c": {"x": "1", "y": "2"}}, cookie="x=1; y=2"),
}


NOTHING: dict[str, Any] = {"responses": {"204": {"description": ""}}}


def query_of(schema: Any) -> dict[str, Any]:
    return {"name": "pair", "in": "query", "schema": schema}


def document() -> dict[str, Any]:
    paths: dict[str, Any] = {
        f"/{name}": {
            "get": {
                "operationId": name,
                "parameters": [row.parameter],
                "responses": {"204": {"description": ""}},
            }
        }
        for name, row in ROWS.items()
    }
    pair = {"prefixItems": [TEXT, {"type": "integer"}], "items": False, "minItems": 2}
    form = {"multipart/form-data": {"schema": {"type": "object", "properties": {"pair": pair}}}}
    paths["/tuple"] = {
        "get": {"operationId": "ask", "parameters": [query_of(pair)], **NOTHING},
        "post": {"operationId": "send", "requestBody": {"content": form}, **NOTHING},
    }
    return {
        "openapi": "3.2.0",
        "info": {"title": "Parameters", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Filter": FILTER}},
    }


@pytest.fixture(scope="session")
def module(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    own = replace(plan, package="parameters_client", client_modules={})
    made = shared_package(tmp_path_factory, "parameters", lambda: generate(document(), own))
    assert [warning.partition(": ")[2] for warning in made.warnings] == [
        (
            "GET /joined: a cookie without explode has commas, which RFC 6265 does not allow in "
            "it; the client writes them"
        )
    ]
    folder = write_parcel(made, tmp_path_factory.mktemp("parameters"))
    sys.path.insert(0, str(folder))
    yield importlib.import_module("parameters_client")
    sys.path.remove(str(folder))


@pytest.mark.parametrize("name", ROWS)
def test_a_parameter_goes_where_the_document_says(module: Any, name: str) -> None:
    row = ROWS[name]
    asked: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(204)

    async def serve_later(request: httpx.Request) -> httpx.Response:
        return serve(request)

    url = "http://127.0.0.1:1"
    http = httpx.Client(transport=httpx.MockTransport(serve))
    getattr(module.Client(url, http=http), name)(**row.given)
    later = httpx.AsyncClient(transport=httpx.MockTransport(serve_later))
    asyncio.run(getattr(module.AsyncClient(url, http=later), name)(**row.given))
    for request in asked:
        assert request.url.path == f"/{name}"
        assert request.url.query.decode() == row.query
        assert request.headers.get("cookie", "") == row.cookie


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.shown])
def test_a_whole_query_is_one_argument(module: Any, name: str) -> None:
    hints = typing.get_type_hints(getattr(module.Client, name), vars(module.client))
    assert shown(hints["filter"]) == ROWS[name].shown


def test_a_model_is_given_as_well(module: Any) -> None:
    asked: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(204)

    http = httpx.Client(transport=httpx.MockTransport(serve))
    client = module.Client("http://127.0.0.1:1", http=http)
    client.form(filter=module.models.Filter(name="a", max_age=2))
    assert asked[0].url.query == b"name=a&maxAge=2"


def test_a_tuple_is_a_list_and_no_file(module: Any) -> None:
    asked: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(204)

    http = httpx.Client(transport=httpx.MockTransport(serve))
    client = module.Client("http://127.0.0.1:1", http=http)
    client.ask(pair=("a", 1))
    client.send(pair=("a", 1))
    assert asked[0].url.query == b"pair=a&pair=1"
    lines = asked[1].content.split(b"\r\n")
    assert [line for line in lines if line in (b"a", b"1")] == [b"a", b"1"]
    assert sum(b'name="pair"' in line for line in lines) == 2
