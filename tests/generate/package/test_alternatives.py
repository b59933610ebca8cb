"""A request that can have several bodies: what is given decides which is sent, or a name does."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.package.echo import Package, make_package

from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
OCTETS: dict[str, Any] = {"type": "string", "format": "binary"}
LIST: dict[str, Any] = {"type": "array", "items": TEXT}
PET = {"type": "object", "required": ["name"], "properties": {"name": TEXT, "tags": LIST}}
NULLS = {"type": "object", "properties": {"note": {"type": ["string", "null"]}}}
FILE = {"type": "object", "properties": {"file": OCTETS, "note": TEXT}}
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"


def operation(name: str, **content: Any) -> dict[str, Any]:
    names = {"json": JSON, "form": FORM, "parts": PARTS, "csv": "text/csv", "plain": "text/plain"}
    media = {names[key]: {"schema": schema} for key, schema in content.items()}
    return {
        "post": {
            "operationId": name,
            "requestBody": {"required": True, "content": media},
            "responses": {"204": {"description": ""}},
        }
    }


def document() -> dict[str, Any]:
    paths = {
        "/same": operation("same", json=PET, form=PET, parts=PET),
        "/two": operation("two", json=PET, parts=FILE),
        "/any": operation("any_of_them", json=LIST, csv=TEXT),
        "/beside": operation("beside", json=PET, csv=TEXT),
        "/first": operation("first", csv=TEXT, form=PET),
        "/two_texts": operation("two_texts", csv=TEXT, plain=TEXT),
        "/text": operation("text", json=TEXT, parts=FILE),
        "/nulls": operation("nulls", parts=FILE, json=NULLS),
    }
    return {"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "paths": paths}


@pytest.fixture(scope="module")
def package(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> Package:
    return make_package(tmp_path_factory, plan, "alternatives_client", document())


@pytest.mark.parametrize("aio", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(
    ("name", "arguments", "media_type", "content"),
    [
        ("same", {"name": "a", "tags": ["b"]}, JSON, b'{"name":"a","tags":["b"]}'),
        ("same", {"name": "a", "tags": ["b"], "content_type": FORM}, FORM, b"name=a&tags=b"),
        ("same", {"name": "a", "content_type": PARTS}, PARTS, b'name="name"\r\n\r\na\r\n'),
        ("two", {"name": "a"}, JSON, b'{"name":"a"}'),
        ("two", {"file": b"x"}, PARTS, b"\r\n\r\nx\r\n"),
        ("two", {"note": "n"}, PARTS, b'name="note"\r\n\r\nn\r\n'),
        ("any_of_them", {"body": ["a"]}, JSON, b'["a"]'),
        ("any_of_them", {"body": "a,b"}, "text/csv", b"a,b"),
        ("any_of_them", {"body": b"a", "content_type": "text/csv"}, "text/csv", b"a"),
        ("any_of_them", {"body": [], "content_type": JSON}, JSON, b"[]"),
        ("beside", {"name": "a"}, JSON, b'{"name":"a"}'),
        ("beside", {"name": "a", "body": None}, JSON, b'{"name":"a"}'),
        ("beside", {"body": "a,b"}, "text/csv", b"a,b"),
        ("first", {"body": b"a"}, "text/csv", b"a"),
        ("first", {"name": "a"}, FORM, b"name=a"),
        ("two_texts", {"body": "a"}, "text/csv", b"a"),
        ("two_texts", {"body": "a", "content_type": "text/plain"}, "text/plain", b"a"),
        ("text", {"body": "a"}, JSON, b'"a"'),
        ("text", {"note": "a"}, PARTS, b'name="note"\r\n\r\na\r\n'),
        ("nulls", {"note": None}, JSON, b'{"note":null}'),
        ("nulls", {"note": "a"}, JSON, b'{"note":"a"}'),
        ("nulls", {"note": "a", "content_type": PARTS}, PARTS, b"\r\n\r\na\r\n"),
    ],
)
def test_what_is_given_decides(
    package: Package, name: str, arguments: Any, media_type: str, content: bytes, *, aio: bool
) -> None:
    package.call(name, aio=aio, **arguments)
    request = package.requests[-1]
    assert request.headers["content-type"].partition(";")[0] == media_type
    assert content in request.content


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("two", {"name": "a", "file": b"x"}),
        ("two", {"file": b"x", "content_type": JSON}),
        ("same", {"name": "a", "content_type": "text/odd"}),
    ],
)
def test_what_no_body_has_is_refused(package: Package, name: str, arguments: Any) -> None:
    package.requests.clear()
    with pytest.raises(package.module.errors.ArgumentError, match="content_type"):
        package.call(name, **arguments)
    assert package.requests == []


def test_fields_beside_the_arguments_join_the_body_that_is_sent(package: Package) -> None:
    package.call("same", name="a", content_type=FORM, extra_body={"b": 1})
    assert package.requests[-1].content == b"name=a&b=1"


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
from alternatives_client import AsyncClient, Client

client = Client("http://api.test")
client.same(name="a")
client.same(name="a", content_type="multipart/form-data")
client.two(name="a")
client.two(file=b"x", note="n")
client.two(file=b"x", content_type="multipart/form-data")
client.two(name="a", content_type="multipart/form-data")  # type: ignore
client.two(tags=["a"])  # type: ignore
client.any_of_them(body=["a"])
client.any_of_them(body=b"a", content_type="text/csv")


async def later(client: AsyncClient) -> None:
    await client.two(file=b"x")
"""
