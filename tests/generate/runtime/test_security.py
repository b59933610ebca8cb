"""Keys as they are written into a request, and which of them one gets."""

from __future__ import annotations

from typing import Any

import httpx2 as httpx
import pytest

from specmend.generate.runtime._security import (
    BEARER,
    Called,
    Keys,
    Scheme,
    check_headers,
    leave_keys_behind,
)

HEADER = Scheme(argument="h", name="X-Key")
QUERY = Scheme(argument="q", place="query", name="a b")
COOKIE = Scheme(argument="c", place="cookie", name="sid")


@pytest.mark.parametrize(
    ("scheme", "before", "after"),
    [
        (QUERY, "https://a.test/x", "https://a.test/x?a%20b=1%202"),
        (QUERY, "https://a.test/x?y=%2F", "https://a.test/x?y=%2F&a%20b=1%202"),
        (QUERY, "https://a.test/x?a+b=2", "https://a.test/x?a+b=2"),
        (QUERY, "https://a.test/x?a%20b=2&y=", "https://a.test/x?a%20b=2&y="),
        (QUERY, "https://a.test/x?a", "https://a.test/x?a&a%20b=1%202"),
    ],
)
def test_a_key_in_the_query_leaves_the_rest_alone(scheme: Scheme, before: str, after: str) -> None:
    request = httpx.Request("GET", before)
    scheme.put(request, "1 2")
    assert str(request.url) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({}, "sid=1"),
        ({"Cookie": "a=b"}, "a=b; sid=1"),
        ({"Cookie": "sid=2"}, "sid=2"),
        ({"Cookie": "a=b; sid=2"}, "a=b; sid=2"),
        ({"Cookie": "asid=2"}, "asid=2; sid=1"),
    ],
)
def test_a_key_in_a_cookie_joins_the_others(before: dict[str, str], after: str) -> None:
    request = httpx.Request("GET", "https://a.test/", headers=before)
    COOKIE.put(request, "1")
    assert request.headers["cookie"] == after


def test_another_server_gets_nothing() -> None:
    headers = {"Authorization": "1", "X-Api-Key": "2", "Cookie": "3", "X-Trace": "4"}
    request = httpx.Request("GET", "https://a.test/x?a+b=1&y=2&a%20b", headers=headers)
    leave_keys_behind(request, [QUERY])
    assert str(request.url) == "https://a.test/x?y=2"
    assert {*request.headers} == {"host", "x-trace"}


@pytest.mark.parametrize(
    ("known", "security", "chosen"),
    [
        (["h", "q"], (("h",), ("q",)), ["h"]),
        (["q"], (("h",), ("q",)), ["q"]),
        (["q", "c"], (("h", "q"), ("c",)), ["c"]),
        (["q"], (("h", "q"), ("c",)), ["q"]),
        ([], (("h",),), []),
        (["h"], (), []),
        (["h"], ((), ("h",)), ["h"]),
    ],
)
def test_alternatives(known: list[str], security: Any, chosen: list[str]) -> None:
    schemes = {"h": HEADER, "q": QUERY, "c": COOKIE}
    keys = Keys(schemes=schemes, known=dict.fromkeys(known, "1"))
    assert [scheme.argument for scheme, _ in keys.signature(security).known] == chosen


def test_where_the_document_declares_nothing_a_key_is_a_bearer_token() -> None:
    keys = Keys(known={"": BEARER[""].written("1")})
    assert [value for _, value in keys.signature(None).known] == ["Bearer 1"]
    assert keys.signature(()).known == ()


def test_headers_of_nothing_are_fine() -> None:
    check_headers(None)
    check_headers({"X-A": "a\tb", "x!#$%&'*+-.^_`|~1": ""})


def test_what_a_callable_gives_is_not_renewed() -> None:
    source = Called(argument="k", call=lambda: "1")
    assert not source.forget(httpx.Request("GET", "https://a.test/"))
    assert "lambda" not in repr(source)
