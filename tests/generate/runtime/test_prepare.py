"""What the HTTP library is given for one call: addresses, alike in every call or not."""

from __future__ import annotations

import httpx2 as httpx
import pytest

from specmend.generate.runtime._prepare import make_request

URLS = {
    "plain": ("http://h/pets", {}, "http://h/pets"),
    "with a query": ("http://h/pets?a=1", {}, "http://h/pets?a=1"),
    "with a query of the HTTP client": ("http://h/pets", {"k": "v"}, "http://h/pets?k=v"),
    "with both": ("http://h/pets?a=1", {"k": "v"}, "http://h/pets?a=1&k=v"),
}


@pytest.mark.parametrize(("url", "params", "sent"), URLS.values(), ids=list(URLS))
def test_every_request_has_its_own_address(url: str, params: dict[str, str], sent: str) -> None:
    http = httpx.Client(params=params)
    first, second = (
        make_request(http, {"method": "GET", "url": url, "headers": {}}) for _ in range(2)
    )
    assert str(first.url) == str(second.url) == sent
    first.url = first.url.copy_with(path="/other")
    assert str(second.url) == sent
    assert str(make_request(http, {"method": "GET", "url": url, "headers": {}}).url) == sent


def test_an_address_that_cannot_be_is_refused_every_time() -> None:
    for _ in range(2):
        with pytest.raises(httpx.InvalidURL):
            make_request(
                httpx.Client(), {"method": "GET", "url": "http://h:port/pets", "headers": {}}
            )
