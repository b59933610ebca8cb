"""Servers, of the document and of operations."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import convert, load, operation, remarks

RULES = [
    ("{}", None),
    ("{host: a.com, schemes: [https]}", "[{url: 'https://a.com'}]"),
    (
        "{schemes: [http, https], host: 'a.com:80', basePath: /v1}",
        "[{url: 'http://a.com:80/v1'}, {url: 'https://a.com:80/v1'}]",
    ),
    ("{host: a.com, basePath: /v1/}", "[{url: 'https://a.com/v1'}]"),
    ("{host: 'localhost:8080'}", "[{url: 'http://localhost:8080'}]"),
    ("{host: '[::1]:80'}", "[{url: 'http://[::1]:80'}]"),
    ("{basePath: /v1}", "[{url: /v1}]"),
    ("{basePath: /}", "[{url: /}]"),
    ("{basePath: v1, schemes: [http]}", "[{url: /v1}]"),
    ("{schemes: [http]}", None),
    ("{host: 'http://a.com/', schemes: [wss]}", "[{url: 'wss://a.com'}]"),
    (
        "{host: '{tenant}.a.com', basePath: '/{v}/x'}",
        (
            "[{url: 'https://{tenant}.a.com/{v}/x', variables:"
            " {tenant: {default: tenant}, v: {default: v}}}]"
        ),
    ),
    (
        "{host: a.com, x-servers: [{url: 'https://a.com'}, {url: /b, description: d}]}",
        "[{url: 'https://a.com'}, {url: /b, description: d}]",
    ),
    (
        (
            "{x-ms-parameterized-host: {hostTemplate: '{a}.{b}.com', parameters: ["
            "{name: a, in: path, default: x, description: d}, {name: b, enum: [y, z]}]}}"
        ),
        (
            "[{url: 'https://{a}.{b}.com', variables: {a: {default: x, description: d},"
            " b: {enum: [y, z], default: y}}}]"
        ),
    ),
]
REMARKS = [
    ("{host: a.com, schemes: [https], basePath: /v1}", []),
    (
        "{schemes: [http]}",
        ["schemes: Without a `host`, OpenAPI cannot say which schemes there are."],
    ),
    ("{host: a.com}", ["host: No `schemes` are given: `https` is assumed."]),
    (
        "{host: 'http://a.com', schemes: [http]}",
        ["host: A host is a name, with a port at most: it is read as `a.com`."],
    ),
    ("{basePath: v1}", ["basePath: A base path starts with a slash: one is put before it."]),
    (
        "{host: '{t}.a', schemes: [http]}",
        ["host: A variable needs a default: that of `t` is its name."],
    ),
]
MALFORMED = ["{host: 5}", "{schemes: http}", "{basePath: [a]}", "{x-servers: [a]}"]
OPERATIONS = [
    ("{schemes: http}", "{host: a.com}", "{schemes: http}"),
    ("{x-servers: [a]}", "{}", "{x-servers: [a]}"),
    ("{schemes: [https]}", "{host: a.com, schemes: [https]}", None),
    ("{schemes: [wss]}", "{host: a.com, schemes: [https]}", "[{url: 'wss://a.com'}]"),
    ("{schemes: []}", "{host: a.com}", None),
    ("{schemes: [http]}", "{basePath: /a}", None),
    ("{x-servers: [{url: /b}]}", "{}", "[{url: /b}]"),
]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_a_document_says_where_its_servers_are(before: str, after: str | None) -> None:
    made = convert(before).tree
    assert made.get("servers") == (load(after) if after else None)
    assert not {"host", "basePath", "schemes", "x-servers"} & made.keys()


@pytest.mark.parametrize(("before", "notes"), REMARKS)
def test_what_is_guessed_is_named(before: str, notes: list[str]) -> None:
    assert remarks(convert(before)) == notes


@pytest.mark.parametrize("text", MALFORMED)
def test_what_is_not_understood_stays(text: str) -> None:
    made = convert(text)
    assert load(text).items() <= made.tree.items()
    assert "not understood" in remarks(made)[0]


@pytest.mark.parametrize(("before", "top", "after"), OPERATIONS)
def test_an_operation_with_other_schemes_has_servers(
    before: str, top: str, after: str | None
) -> None:
    made = operation(before, **load(top))
    wanted = load(after) if after else []
    assert made == (wanted if isinstance(wanted, dict) else {"servers": wanted} if wanted else {})


def test_the_servers_stand_where_the_first_of_their_fields_stood() -> None:
    made = convert("{x-a: 1, basePath: /v1, tags: [], host: a.com, paths: {}}").tree
    assert list(made) == ["openapi", "info", "x-a", "servers", "tags", "paths"]
