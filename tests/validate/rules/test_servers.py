"""Variables of servers are declared, with a default that is one of their values."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, levels, rules_of, told

URL = "https://{region}.example.com"


def server(url: str, **variables: Any) -> Any:
    return {"url": url, **({"variables": variables} if variables else {})}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("server", "expected"),
    [
        pytest.param(server("/"), [], id="none"),
        pytest.param(server(URL, region={"default": "eu"}), [], id="declared"),
        pytest.param(server(URL, region={"default": "eu", "enum": ["eu", "us"]}), [], id="listed"),
        pytest.param(server("/", region={"default": "eu"}), [], id="not used"),
        pytest.param(server(URL), [("/servers/0/url",
                     "the variable 'region' of this URL is not declared")], id="not declared"),
        pytest.param(server(URL + "/{v}", v={"default": "1"}), [("/servers/0/url",
                     "the variable 'region' of this URL is not declared")], id="one of two"),
    ],
)  # fmt: skip
def test_variables_are_declared(version: str, server: Any, expected: list[tuple[str, str]]) -> None:
    tree = document(version, servers=[server])
    assert told("servers", tree) == expected
    assert set(rules_of(tree)) == {"servers" for _ in expected}


def test_the_default_is_one_of_the_values_and_must_be_since_3_1() -> None:
    odd = server(URL, region={"default": "eu", "enum": ["us"]})
    assert levels("servers", document("3.0.3", servers=[odd])) == ["warning"]
    assert levels("servers", document("3.1.0", servers=[odd])) == ["error"]
    for version in VERSIONS:
        assert told("servers", document(version, servers=[odd])) == [
            ("/servers/0/variables/region/default",
             "the default \"eu\" of 'region' is none of the values of its enum")
        ]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_numbers_are_told_as_such_by_the_structure(version: str) -> None:
    tree = document(version, servers=[server("/{p}", p={"default": 80, "enum": [80]})])
    assert told("openapi", tree) == [
        ("/servers/0/variables/p/enum/0", "enum[0] is 80 and not a string"),
        ("/servers/0/variables/p/default", "'default' is 80 and not a string"),
    ] or sorted(told("openapi", tree)) == [
        ("/servers/0/variables/p/default", "'default' is 80 and not a string"),
        ("/servers/0/variables/p/enum/0", "enum[0] is 80 and not a string"),
    ]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("url", ["https://example.com/?a=1", "/v1#a"])
def test_a_query_is_no_part_of_the_url(version: str, url: str) -> None:
    tree = document(version, servers=[server(url)])
    assert told("servers", tree) == [
        ("/servers/0/url", "the URL of a server has no query and no fragment")
    ]
    assert levels("servers", tree) == ["error" if version > "3.2" else "warning"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("url", ["http://[::1", "http://::1]/", "https://a[b].c"])
def test_brackets_of_a_host_are_of_an_address(version: str, url: str) -> None:
    tree = document(version, servers=[server(url), server("http://[::1]:8080/a")])
    ((place, _),) = told("servers", tree)
    assert place == "/servers/0/url"
