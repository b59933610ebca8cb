"""Requests that documents describe in odd ways: forms without fields, headers of two names."""

from __future__ import annotations

import io
from collections import UserDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from pydantic import ValidationError
from tests.generate.package.echo import VERSIONS, Package, make_package

from specmend.generate.plan import PackagePlan

TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "number"}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
OCTETS: dict[str, Any] = {"type": "string", "format": "binary"}
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
NAN = float("nan")


def parameter(place: str, name: str, schema: Any = TEXT, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": schema, "required": place == "path", **more}


def body(media_type: str, schema: Any, **media: Any) -> dict[str, Any]:
    content = {media_type: {"schema": schema, **media}}
    return {"requestBody": {"required": True, "content": content}}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties)[:1], "properties": properties}


CHOICE = {"oneOf": [thing(a=TEXT, tags=TEXTS), thing(b=OCTETS, tags=TEXTS)]}

OPERATIONS: dict[str, dict[str, Any]] = {
    "fields": body(FORM, thing(n=NUMBER, tags=TEXTS)),
    "form_text": body(FORM, TEXT),
    "form_list": body(FORM, TEXTS),
    "form_any": body(FORM, {}),
    "form_choice": body(FORM, CHOICE, encoding={"tags": {"style": "form", "explode": False}}),
    "form_octets": body(FORM, thing(file=OCTETS)),
    "parts_text": body(PARTS, OCTETS),
    "parts_any": body(PARTS, {}),
    "parts_choice": body(PARTS, CHOICE, encoding={"tags": {"contentType": "application/json"}}),
    "numbers": body("application/json", thing(n=NUMBER, inner=thing(n=NUMBER), free={})),
    "bounded": {
        "parameters": [
            parameter("query", "n", {"type": "integer", "minimum": 1, "maximum": 5}),
            parameter(
                "query",
                "ids",
                {
                    "type": "array",
                    "items": {"type": "number", "multipleOf": 2},
                    "minItems": 1,
                    "maxItems": 2,
                },
            ),
            parameter("header", "X-Text", {"type": "string", "minLength": 2, "maxLength": 3}),
            parameter("cookie", "c", {"type": "string", "maxLength": 3}),
            parameter(
                "query",
                "either",
                {"oneOf": [{"type": "integer", "maximum": 5}, {"type": "string", "maxLength": 2}]},
            ),
        ]
    },
    "bounded_part": body(
        PARTS,
        {"type": "object", "properties": {"n": {"type": "integer", "maximum": 5}, "file": OCTETS}},
    ),
    "octets": body("image/png", OCTETS),
    "western": body("text/plain; charset=ISO-8859-1", TEXT),
    "wide": body('text/plain;charset="utf-16-le"', TEXT),
    "unknown": body("text/plain; charset=klingon", TEXT),
    "part_western": body(
        PARTS, thing(a=TEXT), encoding={"a": {"contentType": "text/csv; charset=iso-8859-1"}}
    ),
    "text_range": body(PARTS, thing(a=TEXT), encoding={"a": {"contentType": "text/*"}}),
    "upload": body(PARTS, thing(file=OCTETS)),
    "anything": body("application/json", {}),
    "cased": {"parameters": [parameter("header", "x-trace"), parameter("header", "X-Own")]},
    "jar": {"parameters": [parameter("cookie", "sid"), parameter("header", "Cookie")]},
    "part": {"parameters": [parameter("query", "n", NUMBER), parameter("query", "raw", OCTETS)]},
}


SCHEMES = {
    "agent": {"type": "apiKey", "in": "header", "name": "User-Agent"},
    "x_key": {"type": "apiKey", "in": "header", "name": "X-Key"},
}
NOTHING: dict[str, Any] = {"responses": {"204": {"description": ""}}}


def document(version: str) -> dict[str, Any]:
    paths: dict[str, Any] = {
        f"/{name}": {
            "post": {"operationId": name, "responses": {"204": {"description": ""}}} | node
        }
        for name, node in OPERATIONS.items()
    }
    paths["/cased"]["parameters"] = [parameter("header", "X-Trace", NUMBER)]
    paths["/one/{id}"] = {
        "get": {
            "operationId": "one",
            "parameters": [parameter("path", "id")],
            "responses": {"204": {"description": ""}},
        }
    }
    paths["/agent"] = {"get": {"operationId": "agent", "security": [{"agent": []}], **NOTHING}}
    paths["/key"] = {"get": {"operationId": "key", "security": [{"x_key": []}], **NOTHING}}
    info = {"title": "T", "version": "1"}
    components = {"securitySchemes": SCHEMES}
    return {"openapi": version, "info": info, "paths": paths, "components": components}


@pytest.fixture(scope="module", params=VERSIONS)
def package(request: Any, plan: PackagePlan, tmp_path_factory: pytest.TempPathFactory) -> Package:
    name = f"odd_requests_{request.param.replace('.', '')}"
    return make_package(tmp_path_factory, plan, name, document(request.param))


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def call(request: pytest.FixtureRequest, package: Package) -> Callable[..., Any]:
    def call(name: str, /, **arguments: Any) -> Any:
        package.requests.clear()
        package.call(name, aio=request.param, **arguments)
        return package.requests[-1]

    return call


@pytest.mark.parametrize(
    ("name", "arguments", "sent"),
    [
        pytest.param("fields", {"n": 1, "tags": ["x"]}, b"n=1.0&tags=x", id="fields of a form"),
        pytest.param("form_text", {"body": "a=b&c"}, b"a=b&c", id="a form that is a text"),
        pytest.param("form_list", {"body": b"a=b"}, b"a=b", id="a form that is a list"),
        pytest.param("form_any", {"body": "a=b"}, b"a=b", id="a text where anything goes"),
        pytest.param("form_any", {"body": {"a": [1, 2]}}, b"a=1&a=2", id="an object there"),
        pytest.param(
            "form_choice", {"body": {"a": "x", "tags": ["1", "2"]}}, b"a=x&tags=1,2", id="a choice"
        ),
        pytest.param("parts_text", {"body": b"--x--"}, b"--x--", id="parts that are octets"),
        pytest.param("octets", {"body": bytearray(b"\xff")}, b"\xff", id="an array of octets"),
        pytest.param("octets", {"body": "é"}, "é".encode(), id="a text"),
        pytest.param("octets", {"body": [b"x", b"y"]}, b"xy", id="pieces"),
        pytest.param("western", {"body": "é"}, b"\xe9", id="a text of another charset"),
        pytest.param("western", {"body": "é".encode()}, "é".encode(), id="octets of any charset"),
        pytest.param("wide", {"body": "é"}, b"\xe9\0", id="a charset in quotes"),
        pytest.param("unknown", {"body": b"\xff"}, b"\xff", id="octets of an unknown charset"),
        pytest.param("anything", {"body": "NaN Infinity"}, b'"NaN Infinity"', id="names in texts"),
        pytest.param("anything", {"body": None}, b"null", id="null"),
        pytest.param("anything", {"body": [range(2)]}, b"[[0,1]]", id="any sequence"),
        pytest.param("anything", {"body": UserDict(a=1)}, b'{"a":1}', id="any mapping"),
    ],
)
def test_a_body_is_what_was_given(
    call: Callable[..., Any], name: str, arguments: Any, sent: bytes
) -> None:
    assert call(name, **arguments).content == sent


def test_an_error_does_not_show_how_a_type_is_checked(call: Callable[..., Any]) -> None:
    with pytest.raises(ValidationError, match=r"validation errors for the value\n"):
        call("form_choice", body={"c": 1})


def test_parts_of_a_choice_are_written_by_its_encodings(
    call: Callable[..., Any], package: Package
) -> None:
    content = call("parts_choice", body={"a": "x", "tags": ["1"]}).content
    assert content.count(b"Content-Type: application/json") == 1
    model = next(
        one
        for one in vars(package.module.models).values()
        if hasattr(one, "model_fields") and "b" in one.model_fields
    )
    assert b"\xff\x00" in call("parts_choice", body=model(b=b"\xff\x00")).content


@pytest.mark.parametrize(
    ("name", "arguments", "place"),
    [
        pytest.param("form_any", {"body": 3}, "body", id="a number as a form"),
        pytest.param("form_any", {"body": ["a"]}, "body", id="a list as a form"),
        pytest.param("form_octets", {"file": b"\xff"}, "body", id="octets as a text"),
        pytest.param("fields", {"n": NAN}, "form", id="no number in a form"),
        pytest.param("parts_any", {"body": b"x"}, "body", id="octets as parts"),
        pytest.param("numbers", {"n": NAN}, "body", id="no number in JSON"),
        pytest.param("numbers", {"n": 1, "inner": {"n": NAN}}, "body", id="no number inside"),
        pytest.param("numbers", {"n": 1, "free": [-float("inf")]}, "body", id="no number anywhere"),
        pytest.param("anything", {"body": {"a": NAN}}, "body", id="no number in any JSON"),
        pytest.param("numbers", {"n": 1, "extra_body": {"x": NAN}}, "body", id="no extra number"),
        pytest.param("bounded", {"n": 0}, "query", id="less than the minimum"),
        pytest.param("bounded", {"n": 6}, "query", id="more than the maximum"),
        pytest.param("bounded", {"ids": [2, 3]}, "query", id="a member"),
        pytest.param("bounded", {"ids": [2, 2, 2]}, "query", id="too many members"),
        pytest.param("bounded", {"x_text": "a"}, "header", id="too short"),
        pytest.param("bounded", {"c": "abcd"}, "cookie", id="too long"),
        pytest.param("bounded_part", {"n": 6}, "field", id="a part"),
        pytest.param("octets", {"body": {"a": 1}}, "body", id="an object as octets"),
        pytest.param("octets", {"body": None}, "body", id="no octets"),
        pytest.param("octets", {"body": 5}, "body", id="a number as octets"),
        pytest.param("octets", {"body": ["a"]}, "body", id="texts as octets"),
        pytest.param("octets", {"body": "\ud800"}, "body", id="half a character as octets"),
        pytest.param("western", {"body": "\u4e2d"}, "body", id="beyond the charset"),
        pytest.param("unknown", {"body": "a"}, "body", id="an unknown charset"),
        pytest.param("part_western", {"a": "\u4e2d"}, "part", id="a part beyond its charset"),
        pytest.param("part_western", {"a": "\ud800"}, "part", id="half a character in a part"),
        pytest.param("upload", {"file": Path("a.txt")}, "part", id="a path as a file"),
        pytest.param("octets", {"body": io.StringIO("x")}, "body", id="a file of text"),
        pytest.param("upload", {"file": io.StringIO("x")}, "part", id="a part of text"),
        pytest.param("upload", {"file": ("a", b"1", "a/b\nX: y")}, "part", id="a broken type"),
        pytest.param("upload", {"file": ("a", b"1", "é/b")}, "part", id="a type beyond ASCII"),
        pytest.param("part", {"n": NAN}, "query", id="no number in a query"),
        pytest.param("part", {"n": object()}, "query", id="any object in a query"),
        pytest.param("anything", {"body": [object()]}, "body", id="any object in JSON"),
        pytest.param("part", {"raw": b"\xff"}, "query", id="octets in a query"),
        pytest.param("part", {"extra_headers": {"X": "a\nb"}}, "header", id="a line break"),
        pytest.param("part", {"extra_headers": {"X": "é"}}, "header", id="beyond ASCII"),
        pytest.param("part", {"extra_headers": {"X Y": "a"}}, "header", id="no name of a header"),
        pytest.param("part", {"idempotency_key": "a\nb"}, "header", id="a key with a line break"),
        pytest.param("part", {"idempotency_key": "é"}, "header", id="a key beyond ASCII"),
    ],
)
def test_what_cannot_be_sent_is_refused_before(
    call: Callable[..., Any], package: Package, name: str, arguments: Any, place: str
) -> None:
    with pytest.raises(package.module.errors.ArgumentError) as caught:
        call(name, **arguments)
    assert caught.value.place == place
    assert package.requests == []


def test_a_part_has_its_charset(call: Callable[..., Any]) -> None:
    content = call("part_western", a="é").content
    assert b"Content-Type: text/csv; charset=iso-8859-1\r\n\r\n\xe9\r\n" in content


def test_a_range_is_no_media_type_of_a_text(call: Callable[..., Any]) -> None:
    content = call("text_range", a="x").content
    assert b"*" not in content
    assert b'name="a"\r\n\r\nx\r\n' in content


def test_what_is_in_bounds_is_sent_as_it_is(call: Callable[..., Any]) -> None:
    request = call("bounded", n=1, ids=[2, 4.0], x_text="ab", c="abc", either=5)
    assert request.url.query == b"n=1&ids=2&ids=4.0&either=5"
    assert call("bounded", n="x", either="abc", ids=(2,)).url.query == b"n=x&ids=2&either=abc"
    assert call("bounded", ids=range(2, 5, 2)).url.query == b"ids=2&ids=4"
    assert b"\r\n5\r\n" in call("bounded_part", n=5, file=b"x").content


def test_a_path_needs_a_value(call: Callable[..., Any], package: Package) -> None:
    for nothing in (None, package.module.NOT_GIVEN):
        with pytest.raises(package.module.errors.ArgumentError):
            call("one", id=nothing)


def test_a_header_has_one_name_in_any_case(call: Callable[..., Any]) -> None:
    request = call("cased", x_trace="a", x_own="b")
    assert (request.headers.get_list("x-trace"), request.headers["x-own"]) == (["a"], "b")


@pytest.mark.parametrize(
    ("arguments", "sent"),
    [
        ({}, "theme=dark; s=1"),
        ({"sid": "x"}, "sid=x; theme=dark; s=1"),
        ({"sid": "x", "extra_headers": {"Cookie": "a=b"}}, "a=b; s=1"),
        ({"sid": "x", "cookie": "b=c; sid=y"}, "sid=x; b=c; theme=dark; s=1"),
    ],
)
def test_cookies_of_all_places_are_sent(package: Package, arguments: Any, sent: str) -> None:
    requests: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(204)

    http = httpx.Client(transport=httpx.MockTransport(serve), cookies={"s": "1"})
    client = package.module.Client("http://a.test", http=http, headers={"Cookie": "theme=dark"})
    client.jar(**arguments)
    assert requests[-1].headers.get_list("cookie") == [sent]


def headers_of(package: Package, method: str, **keys: Any) -> httpx.Headers:
    requests: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(204)

    http = httpx.Client(transport=httpx.MockTransport(serve))
    getattr(package.module.Client("https://a.test", http=http, **keys), method)()
    return requests[-1].headers


def test_a_key_can_be_the_name_of_the_client(package: Package) -> None:
    assert (
        headers_of(package, "agent", agent="shop (me@a.test)")["user-agent"] == "shop (me@a.test)"
    )
    usual = headers_of(package, "agent")["user-agent"]
    assert "/" in usual
    assert headers_of(package, "key", agent="shop")["user-agent"] == usual
    own = {"headers": {"User-Agent": "own"}}
    assert headers_of(package, "agent", agent="shop", **own)["user-agent"] == "own"


@pytest.mark.parametrize("nothing", [None, "", " "])
def test_a_callable_without_a_key_sends_none(package: Package, nothing: str | None) -> None:
    assert "x-key" not in headers_of(package, "key", x_key=lambda: nothing)
    assert headers_of(package, "key", x_key=lambda: "k")["x-key"] == "k"
