"""The values of variables in a URL, and what is refused."""

from __future__ import annotations

import pytest

from specmend.generate.runtime._servers import Variable, filled, read_variables

KNOWN = {
    "r": Variable(argument="region", default="eu", choices=("eu", "us")),
    "host": Variable(argument="host", default="a.test"),
    "v": Variable(argument="v", default="2"),
}
URL = "https://{r}.{host}/{v}"


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ({}, "https://eu.a.test/2"),
        ({"r": None}, "https://eu.a.test/2"),
        ({"r": "us", "v": "a/b"}, "https://us.a.test/a/b"),
        ({"host": "b.test:8443"}, "https://eu.b.test:8443/2"),
    ],
)
def test_values(given: dict[str, str | None], url: str) -> None:
    assert filled(URL, read_variables(KNOWN, given, URL)) == url


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"r": "asia"}, "region must be one of eu, us"),
        ({"host": "evil.test/"}, "host has a character"),
        ({"host": "x@evil.test"}, "host has a character"),
        ({"host": "evil.test#"}, "host has a character"),
        ({"host": "a b"}, "host has a character"),
        ({"host": ""}, "host has a character"),
        ({"v": "2?x"}, "v has a character"),
    ],
)
def test_values_that_cannot_be(given: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_variables(KNOWN, given, URL)


def test_a_value_for_a_variable_that_is_not_there() -> None:
    with pytest.raises(ValueError, match=r"region says nothing here: the base URL has no \{r\}"):
        read_variables(KNOWN, {"r": "us"}, "https://b.test")
    assert read_variables(KNOWN, {}, "https://b.test")["r"] == "eu"
