"""What is sent again, what is not, and how long the waits are."""

from __future__ import annotations

import httpx2 as httpx
import pytest

from specmend.generate.runtime._retry import Retries

URL = "http://h/"


@pytest.mark.parametrize(
    ("method", "error", "again"),
    [
        ("POST", httpx.ConnectError, True),
        ("POST", httpx.ConnectTimeout, True),
        ("POST", httpx.PoolTimeout, True),
        ("POST", httpx.ReadError, False),
        ("POST", httpx.RemoteProtocolError, False),
        ("PATCH", httpx.ReadError, False),
        ("GET", httpx.ReadError, True),
        ("QUERY", httpx.ReadError, True),
        ("COPY", httpx.ReadError, False),
        ("DELETE", httpx.RemoteProtocolError, True),
        ("GET", httpx.ReadTimeout, False),
        ("GET", httpx.UnsupportedProtocol, False),
    ],
)
def test_a_request_without_an_answer(
    method: str, error: type[httpx.TransportError], again: bool
) -> None:
    wait = Retries().after_error(httpx.Request(method, URL, content=b"x"), error("no"), 0)
    assert (wait is not None) is again


@pytest.mark.parametrize("status", [200, 404, 408, 429, 500, 502, 503, 504])
def test_an_answer_with_a_status(status: int) -> None:
    def waits(method: str) -> bool:
        return (
            Retries().after_answer(httpx.Request(method, URL), httpx.Response(status), 0)
            is not None
        )

    assert waits("GET") is (status in (429, 502, 503, 504))
    assert waits("POST") is (status == 429)


def test_a_body_that_is_read_only_once_is_not_sent_again() -> None:
    request = httpx.Request("PUT", URL, content=iter([b"x"]))
    assert Retries().after_error(request, httpx.ReadError("no"), 0) is None
    assert Retries().after_answer(request, httpx.Response(503), 0) is None
    assert Retries().after_error(request, httpx.ConnectError("no"), 0) is not None


def test_the_waits_double_up_to_the_longest_with_a_random_part() -> None:
    retries = Retries(times=9, first=1, longest=4)
    request = httpx.Request("GET", URL)
    for attempt, most in enumerate((1, 2, 4, 4)):
        waits = {retries.after_error(request, httpx.ConnectError("no"), attempt) for _ in range(20)}
        assert len(waits) > 1
        assert all(wait is not None and most / 2 <= wait <= most for wait in waits)
    assert retries.after_error(request, httpx.ConnectError("no"), 9) is None


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("3", 3.0),
        ("1.5", 1.5),
        ("61", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 21 Oct 2999 07:28:00 GMT", None),
    ],
)
def test_the_server_may_say_how_long(text: str, wait: float | None) -> None:
    answer = httpx.Response(503, headers={"Retry-After": text})
    assert Retries().after_answer(httpx.Request("GET", URL), answer, 0) == wait


def test_words_that_are_no_wait_do_not_count() -> None:
    answer = httpx.Response(503, headers={"Retry-After": "soon"})
    wait = Retries(first=1).after_answer(httpx.Request("GET", URL), answer, 0)
    assert wait is not None
    assert 0.5 <= wait <= 1
