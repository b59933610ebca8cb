"""What a call says extra, beside the request that its arguments make."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest

from specmend.generate.runtime._extra import add_extra, add_key
from specmend.generate.runtime._operation import Body, Operation
from specmend.generate.runtime._retry import Retries
from specmend.generate.runtime.errors import ArgumentError

JSON = Body(kind="json", media_type="application/json")
FORM = Body(kind="form", media_type="application/x-www-form-urlencoded")
PARTS = Body(kind="multipart", media_type="multipart/form-data")
OCTETS = Body(kind="content", media_type="image/png")


def changed(extra: Any, body: Body | None = None, url: str = "http://h/a", **parts: Any) -> Any:
    """The request as it is sent."""
    made = {"method": "POST", "url": url, "headers": httpx.Headers({"X-Own": "1"}), **parts}
    add_extra(made, extra, Operation(method="POST", path="/a", body=body))
    return httpx.Client().build_request(**made)


@pytest.mark.parametrize(
    ("url", "query", "expected"),
    [
        ("http://h/a?x=1&y=%20", {}, b"x=1&y=%20"),
        ("http://h/a", {"z": "ä &"}, b"z=%C3%A4%20%26"),
        ("http://h/a?x=1&y=%20", {"z": 2}, b"x=1&y=%20&z=2"),
        ("http://h/a?x=1&y=2&x=3", {"x": [True, 1.5]}, b"y=2&x=true&x=1.5"),
        ("http://h/a?x%5Ba%5D=1&x[b]=2", {"x[a]": None}, b"x[b]=2"),
        ("http://h/a?x=1", {"x": None}, b""),
        ("http://h/a", {"day": dt.date(2024, 1, 2), "no": None}, b"day=2024-01-02"),
    ],
)
def test_pairs_of_the_query(url: str, query: dict[str, Any], expected: bytes) -> None:
    assert changed({"extra_query": query}, url=url).url.query == expected


@pytest.mark.parametrize(
    ("extra", "body", "place"),
    [
        ({"extra_query": {"x": "\ud800"}}, None, "query"),
        ({"extra_query": {"\ud800": "x"}}, None, "query"),
        ({"extra_query": {"x": [1, float("nan")]}}, None, "query"),
        ({"extra_query": {"x": object()}}, None, "query"),
        ({"extra_body": {"x": "\ud800"}}, FORM, "form"),
        ({"extra_body": {"x": float("inf")}}, FORM, "form"),
        ({"extra_body": {"x": "\ud800"}}, JSON, "body"),
        ({"extra_body": {"x": "\ud800"}}, PARTS, "part"),
        ({"extra_headers": {"X-A": 5}}, None, "header"),
        ({"extra_headers": {"X-A": b"a"}}, None, "header"),
        ({"idempotency_key": UUID(int=1)}, None, "header"),
    ],
)
def test_what_cannot_be_sent_is_an_error_of_the_argument(
    extra: Any, body: Body | None, place: str
) -> None:
    with pytest.raises(ArgumentError) as caught:
        changed(extra, body)
    assert caught.value.place == place


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, {"x-own": "1"}),
        ({"x-own": "2"}, {"x-own": "2"}),
        ({"X-OWN": None}, {}),
        ({"X-More": "3", "X-None": None}, {"x-own": "1", "x-more": "3"}),
    ],
)
def test_headers(headers: dict[str, Any], expected: dict[str, str]) -> None:
    sent = changed({"extra_headers": headers})
    assert {name: text for name, text in sent.headers.items() if name[:2] == "x-"} == expected


@pytest.mark.parametrize(
    ("content", "body", "expected"),
    [
        (b'{"a": 1.0, "b": 12345678901234567890}', {}, '{"a": 1.0, "b": 12345678901234567890}'),
        (b'{"a":1.0}', {"n": None}, '{"a":1.0,"n":null}'),
        (b'{"a":{"x":1},"b":2}', {"a": {"y": 2}}, '{"a":{"y":2},"b":2}'),
        (None, {"day": dt.date(2024, 1, 2)}, '{"day":"2024-01-02"}'),
    ],
)
def test_fields_of_a_json_object(content: bytes | None, body: Any, expected: str) -> None:
    given: dict[str, Any] = {"content": content} if content else {}
    sent = changed({"extra_body": body}, JSON, **given)
    assert sent.content.decode() == expected
    assert json.loads(sent.content) == json.loads(expected)


def test_fields_of_a_form() -> None:
    sent = changed({"extra_body": {"b": [1, 2], "c": True, "d": None}}, FORM, content=b"a=1")
    assert sent.content == b"a=1&b=1&b=2&c=true"
    sent = changed({"extra_body": {"a": 9}}, FORM, content=b"a=1&b=x%20y&a=2")
    assert sent.content == b"b=x%20y&a=9"
    sent = changed({"extra_body": {"a": 9}}, FORM)
    assert (sent.content, sent.headers["content-type"]) == (b"a=9", FORM.media_type)


def test_parts_of_a_multipart_form() -> None:
    files = [("a", (None, "1")), ("b", (None, "2"))]
    extra = {"b": ("x.txt", io.BytesIO(b"octets")), "c": {"k": 1}}
    sent = changed({"extra_body": extra}, PARTS, files=files)
    text = sent.read().decode()
    assert 'name="a"\r\n\r\n1\r\n' in text
    assert 'name="b"; filename="x.txt"' in text
    assert "octets" in text
    assert '{"k":1}' in text
    assert "\r\n2\r\n" not in text


@pytest.mark.parametrize(
    ("body", "parts", "words"),
    [
        (None, {}, "extra_body needs a body with fields; POST /a has no body"),
        (OCTETS, {"content": b"x"}, "extra_body needs a body with fields; POST /a sends image/png"),
        (JSON, {"content": b"[1]"}, "extra_body needs a body that is an object; that of POST /a"),
    ],
)
def test_a_body_without_fields_takes_none(body: Body | None, parts: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        changed({"extra_body": {"x": 1}}, body, **parts)


@pytest.mark.parametrize(("timeout", "expected"), [(5, 5), (None, None), (httpx.Timeout(3), 3)])
def test_the_timeout(timeout: Any, expected: float | None) -> None:
    assert changed({"extra_timeout": timeout}).extensions["timeout"]["read"] == expected


def test_an_unknown_name_is_refused_with_those_that_the_method_has() -> None:
    def fetch(self: Any, page: int, *, size: int = 1, **extra: Any) -> Any:
        add_extra({}, extra, Operation(method="GET", path="/a"))
        return self, page, size

    with pytest.raises(
        TypeError, match=r"fetch\(\) has no argument sise; it has page, size, extra_"
    ):
        fetch(None, 1, sise=2)


def test_a_request_with_a_key_is_sent_again() -> None:
    sent = changed({"idempotency_key": "k1"})
    assert sent.headers["Idempotency-Key"] == "k1"
    again = Retries(times=1).after_error(sent, httpx.ReadError("no"), 0)
    assert again is not None
    assert Retries(times=1).after_answer(sent, httpx.Response(503), 0) is not None
    without = changed({"idempotency_key": None})
    assert "Idempotency-Key" not in without.headers
    assert Retries(times=1).after_error(without, httpx.ReadError("no"), 0) is None


def test_a_key_is_made_where_there_is_none() -> None:
    made: dict[str, Any] = {"headers": httpx.Headers()}
    add_key(made, "X-Key")
    first = made["headers"]["x-key"]
    assert UUID(first).version == 4
    add_key(made, "X-Key")
    assert made["headers"]["x-key"] == first
