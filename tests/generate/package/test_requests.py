"""What the requests of a generated client are like on the wire: paths, headers, cookies, bodies."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx2 as httpx
import pydantic
import pytest
from tests.generate.package.echo import Package, make_package

from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "integer"}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
NUMBERS: dict[str, Any] = {"type": "array", "items": NUMBER}
OCTETS: dict[str, Any] = {"type": "string", "format": "binary"}
PAIR: dict[str, Any] = {"type": "object", "properties": {"a": NUMBER, "b": TEXT}}
FORM = "application/x-www-form-urlencoded"
NOTHING: dict[str, Any] = {"responses": {"204": {"description": ""}}}


def parameter(place: str, name: str, schema: Any = TEXT, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": schema, "required": place == "path", **more}


def content(place: str, name: str, media_type: str, schema: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "content": {media_type: {"schema": schema}}}


def body(media_type: str, properties: dict[str, Any], **media: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties}
    return {"requestBody": {"content": {media_type: {"schema": schema, **media}}}}


OPERATIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "file": ("/users/{user}/files/{name}", {"parameters": [parameter("path", "user"),
                                                            parameter("path", "name")]}),
    "report": ("/r/{name}.json", {"parameters": [parameter("path", "name")]}),
    "fixed": ("/b?action=one", {"parameters": [parameter("query", "z")]}),
    "declared": ("/s?q={q}&x=1", {"parameters": [parameter("query", "q")]}),
    "cut": ("/t/{id}#part", {"parameters": [parameter("path", "id")]}),
    "heads": ("/heads", {"parameters": [
        parameter("header", "X-When", {"type": "string", "format": "date-time"}),
        parameter("header", "X-Numbers", NUMBERS),
        parameter("header", "X-Pair", PAIR, explode=True),
        content("header", "X-Json", "application/json", PAIR),
        parameter("header", "X-Text"),
    ]}),
    "jar": ("/jar", {"parameters": [
        parameter("cookie", "sid"),
        content("cookie", "raw", "text/plain", TEXT),
        parameter("cookie", "own", style="cookie"),
    ]}),
    "same": ("/same/{n}", {"parameters": [
        parameter("path", "n", NUMBERS, style="matrix"),
        parameter("query", "n", NUMBERS, style="pipeDelimited"),
        parameter("header", "n", NUMBERS),
    ]}),
    "ask": ("/ask", {"parameters": [
        content("query", "filter", "application/json", PAIR),
        parameter("query", "to", allowReserved=True),
        parameter("query", "deep", {"type": "object", "additionalProperties": {}},
                  style="deepObject"),
        parameter("query", "n", NUMBER, allowEmptyValue=True),
    ]}),
    "form": ("/form", body(FORM, {"name": TEXT, "pair": PAIR, "tags": TEXTS, "ids": NUMBERS},
                           encoding={"ids": {"style": "form", "explode": False}})),
    "upload": ("/upload", body("multipart/form-data", {
        "file": OCTETS, "files": {"type": "array", "items": OCTETS}, "meta": PAIR, "xml": PAIR,
        "tags": TEXTS, "n": NUMBER,
    }, encoding={
        "file": {"contentType": "image/png", "headers": {"X-A": {"schema": {"const": "1"}}}},
        "xml": {"contentType": "application/xml"},
        "tags": {"style": "pipeDelimited"},
    })),
    "parts": ("/parts", {"requestBody": {"required": True, "content": {"multipart/mixed": {
        "schema": {"type": "array", "prefixItems": [PAIR, {}], "minItems": 2, "maxItems": 2},
        "prefixEncoding": [{}, {"contentType": "image/png"}],
    }}}}),
    "related": ("/related", body("multipart/related", {"meta": PAIR, "file": OCTETS})),
    "whole": ("/whole", {"parameters": [{"name": "w", "in": "querystring", "content": {FORM: {
        "schema": {"type": "object", "properties": {"tags": TEXTS, "name": TEXT}},
        "encoding": {"tags": {"style": "pipeDelimited"}},
    }}}]}),
    "range": ("/range", {"requestBody": {"content": {"image/*": {}}}}),
}  # fmt: skip


def document() -> dict[str, Any]:
    paths = {
        path: {"post": {"operationId": name, **NOTHING, **operation}}
        for name, (path, operation) in OPERATIONS.items()
    }
    return {"openapi": "3.2.0", "info": {"title": "T", "version": "1"}, "paths": paths}


@pytest.fixture(scope="module")
def package(plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> Package:
    return make_package(tmp_path_factory, plan, "requests_client", document())


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def call(request: pytest.FixtureRequest, package: Package) -> Callable[..., Any]:
    def call(name: str, /, *path: Any, **arguments: Any) -> Any:
        names = [
            one for one in ("user", "name", "n", "id") if "{" + one + "}" in OPERATIONS[name][0]
        ]
        given = dict(zip(names, path, strict=True))
        package.call(name, aio=request.param, **given, **arguments)
        return package.requests[-1]

    return call


@pytest.mark.parametrize(
    ("name", "path", "arguments", "target"),
    [
        ("file", ("u 1", "a/../b"), {}, "/users/u%201/files/a%2F..%2Fb"),
        ("file", ("u", "\n\x00ü"), {}, "/users/u/files/%0A%00%C3%BC"),
        ("report", ("",), {}, "/r/.json"),
        ("fixed", (), {}, "/b?action=one"),
        ("fixed", (), {"z": "1"}, "/b?action=one&z=1"),
        ("declared", (), {"q": "a b"}, "/s?x=1&q=a%20b"),
        ("cut", ("1",), {}, "/t/1"),
        ("ask", (), {"to": "/a?b=c&d"}, "/ask?to=/a?b=c%26d"),
        ("ask", (), {"n": ""}, "/ask?n="),
        ("ask", (), {"deep": {"a": {"b": [1]}}}, "/ask?deep%5Ba%5D%5Bb%5D%5B%5D=1"),
        ("whole", (), {"w": {"tags": ["a", "b"], "name": "c d"}}, "/whole?tags=a%7Cb&name=c+d"),
        ("ask", (), {"filter": {"a": 1}}, "/ask?filter=%7B%22a%22%3A1%7D"),
    ],
)  # fmt: skip
def test_the_target_of_a_request(
    call: Callable[..., Any], name: str, path: Any, arguments: Any, target: str
) -> None:
    assert call(name, *path, **arguments).url.raw_path.decode() == target


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_another_path_is_never_called(
    package: Package, call: Callable[..., Any], value: str
) -> None:
    package.requests.clear()
    errors = package.module.errors
    assert issubclass(errors.ArgumentError, errors.APIError)
    assert issubclass(errors.ArgumentError, ValueError)
    with pytest.raises(errors.ArgumentError) as caught:
        call("file", "u1", value)
    assert (caught.value.place, caught.value.name) == ("path", "name")
    assert package.requests == []


def test_headers_by_their_types(call: Callable[..., Any]) -> None:
    moment = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    pair = {"a": 1, "b": "x"}
    request = call("heads", x_when=moment, x_numbers=[1, 2], x_pair=pair, x_json=pair)
    names = ("x-when", "x-numbers", "x-pair", "x-json")
    assert [request.headers[name] for name in names] == [
        "2020-01-01T00:00:00Z",
        "1,2",
        "a=1,b=x",
        '{"a":1,"b":"x"}',
    ]
    assert "x-text" not in request.headers


@pytest.mark.parametrize("value", ["secret-grün", "secret\r\nX-B: c", "secret\x00", " secret"])
def test_a_header_that_cannot_be_sent_is_named_and_not_shown(
    package: Package, call: Callable[..., Any], value: str
) -> None:
    package.requests.clear()
    with pytest.raises(package.module.errors.ArgumentError) as caught:
        call("heads", x_text=value)
    assert '"X-Text"' in str(caught.value)
    assert "secret" not in str(caught.value)
    assert package.requests == []


def test_cookies_are_encoded_where_they_must_be(call: Callable[..., Any]) -> None:
    request = call("jar", sid="a; admin=1", raw="b,c d=", own="e%2Cf!")
    assert request.headers["cookie"] == "sid=a%3B%20admin%3D1; raw=b,c d=; own=e%2Cf!"


def test_a_cookie_that_would_be_two_is_refused(package: Package, call: Callable[..., Any]) -> None:
    with pytest.raises(package.module.errors.ArgumentError, match="semicolon"):
        call("jar", raw="a; admin=1")


def test_a_name_in_several_places_has_a_style_in_each(call: Callable[..., Any]) -> None:
    request = call("same", [1, 2], n_query=[3, 4], n_header=[5, 6])
    assert request.url.raw_path == b"/same/;n=1,2?n=3%7C4"
    assert request.headers["n"] == "5,6"


def test_fields_of_a_form(call: Callable[..., Any]) -> None:
    request = call("form", name="a b&", pair={"a": 1}, tags=["x", "y z"], ids=[1, 2])
    assert request.headers["content-type"] == FORM
    assert request.content == b"name=a+b%26&pair=%7B%22a%22%3A1%7D&tags=x&tags=y+z&ids=1,2"
    assert dict(parse_qsl(request.content.decode()))["name"] == "a b&"


def test_parts_of_a_form(call: Callable[..., Any], tmp_path: Path) -> None:
    place = tmp_path / "c.gif"
    place.write_bytes(b"GIF")
    with place.open("rb") as file:
        request = call(
            "upload",
            file=b"PNG",
            files=[("b.txt", io.BytesIO(b"B")), ("d", b"D", "text/csv"), file],
            meta={"a": 1},
            xml="<a/>",
            tags=["x", "y"],
            n=5,
        )
    boundary = request.headers["content-type"].partition("boundary=")[2].encode()
    parts = [part.strip(b"\r\n") for part in request.content.split(b"--" + boundary)[1:-1]]
    named = [part.removeprefix(b"Content-Disposition: form-data; ") for part in parts]
    assert named == [
        b'name="file"; filename="file"\r\nX-A: 1\r\nContent-Type: image/png\r\n\r\nPNG',
        b'name="files"; filename="b.txt"\r\nContent-Type: text/plain\r\n\r\nB',
        b'name="files"; filename="d"\r\nContent-Type: text/csv\r\n\r\nD',
        b'name="files"; filename="c.gif"\r\nContent-Type: image/gif\r\n\r\nGIF',
        b'name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}',
        b'name="xml"\r\nContent-Type: application/xml\r\n\r\n<a/>',
        b'name="tags"\r\n\r\nx|y',
        b'name="n"\r\n\r\n5',
    ]


def test_parts_in_their_order(call: Callable[..., Any]) -> None:
    request = call("parts", body=({"a": 1}, b"PNG"))
    media_type, _, boundary = request.headers["content-type"].partition("; boundary=")
    assert media_type == "multipart/mixed"
    first, second = request.content.split(f"--{boundary}".encode())[1:-1]
    assert first == b'\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n'
    assert second == b"\r\nContent-Type: image/png\r\n\r\nPNG\r\n"


def test_named_parts_of_a_body_that_is_no_form(call: Callable[..., Any]) -> None:
    request = call("related", meta={"a": 1}, file=("f.bin", b"\x00"))
    assert request.headers["content-type"].startswith("multipart/related; boundary=")
    assert b'form-data; name="meta"\r\nContent-Type: application/json' in request.content
    assert b'name="file"; filename="f.bin"\r\n' in request.content


def test_a_range_of_media_types_is_never_sent(call: Callable[..., Any]) -> None:
    request = call("range", body=b"x")
    assert request.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("text", ["\ud800", {"a": "\ud800"}])
def test_half_of_a_character_is_refused(
    package: Package, call: Callable[..., Any], text: Any
) -> None:
    # Where a number is wanted it is no value of the type at all.
    with pytest.raises((package.module.errors.ArgumentError, pydantic.ValidationError)):
        call("ask", filter=text, deep={"a": text})


def test_an_address_that_is_too_long_is_refused(package: Package, call: Callable[..., Any]) -> None:
    with pytest.raises(package.module.errors.ArgumentError, match="65,536 characters"):
        call("ask", to="x" * 70_000)


def test_parts_join_a_form_that_has_none(call: Callable[..., Any]) -> None:
    request = call("upload", tags=[], extra_body={"more": "1"})
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert request.content.count(b'name="more"\r\n\r\n1\r\n') == 1


def test_pairs_of_the_http_client_follow_those_of_the_call(package: Package) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.raw_path)
        return httpx.Response(204)

    asked: list[bytes] = []
    http = httpx.Client(transport=httpx.MockTransport(serve), params={"key": "a b"})
    client = package.module.Client("http://api.test", http=http)
    client.ask(to="/a")
    client.cut(id="1")
    assert asked == [b"/ask?to=/a&key=a+b", b"/t/1?key=a+b"]


# What the type checkers are asked about, in test_type_checkers.py.
USE = """
import io
from requests_client import Client

client = Client("http://api.test")
client.upload(file=b"x", files=[("a", b"b"), io.BytesIO(b"c"), ("d", b"e", "f/g", {"X": "1"})])
client.upload(xml="<a/>", meta={"a": 1})
client.same([1], n_query=(2, 3), n_header=[4])
client.ask(n="", deep={"a": 1}, filter={"a": 1})
client.ask(n=1)
client.parts(body=({"a": 1}, b"x"))
"""
