"""The way of a request along redirects: whether it stays at home, and when it is too long."""

from __future__ import annotations

from itertools import pairwise

import httpx2 as httpx
import pytest

from specmend.generate.runtime._redirect import Way


def answered(url: str, to: str | None) -> httpx.Response:
    response = httpx.Response(307, request=httpx.Request("GET", url))
    response.next_request = httpx.Request("GET", to) if to else None
    return response


@pytest.mark.parametrize(
    ("urls", "homes"),
    [
        (["https://a.test/1", "https://a.test/2", "https://a.test:443/3"], [True, True]),
        (["https://a.test/1", "https://b.test/", "https://a.test/2"], [False, False]),
        (["https://a.test/1", "http://a.test/2"], [False]),
        (["http://a.test/1", "https://a.test/2"], [False]),
        (["https://a.test/1", "https://a.test:444/2"], [False]),
        (["https://a.test/1", "https://sub.a.test/2"], [False]),
    ],
)
def test_home(urls: list[str], homes: list[bool]) -> None:
    way = Way(answered(urls[0], None), 9)
    found = []
    for url, to in pairwise(urls):
        request = way.further(answered(url, to))
        assert request is not None
        found.append(way.is_home)
    assert found == homes
    last = answered(urls[-1], None)
    assert way.further(last) is None
    assert len(last.history) == len(homes)


def test_a_way_that_is_too_long() -> None:
    way = Way(answered("https://a.test/", None), 1)
    assert way.further(answered("https://a.test/1", "https://a.test/2")) is not None
    with pytest.raises(httpx.TooManyRedirects):
        way.further(answered("https://a.test/2", "https://a.test/3"))
