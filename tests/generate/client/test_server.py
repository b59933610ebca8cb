"""The base URL comes from the first server; operations can have servers of their own."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.client.server import (
    Route,
    default_server,
    documented_servers,
    left_out,
    named_servers,
    route,
    server_arguments,
    server_prefix,
    server_template,
)

REGION = {"default": "eu", "enum": ["eu", "us"]}
WITH_VARIABLES = {"url": "https://{r}.a.test/{v}/", "variables": {"r": REGION, "v": {"default": 2}}}


WHOLE = {"url": "{all}", "variables": {"all": {"default": "https://a.test/x"}}}
A, B, C = ({"url": f"https://{letter}.test"} for letter in "abc")


@pytest.mark.parametrize(
    ("servers", "url", "template", "prefix"),
    [
        ([], "", "", ""),
        (None, "", "", ""),
        ([{"url": "http://localhost:11434"}], "http://localhost:11434", None, ""),
        ([{"url": "https://a.test/v1/"}, {"url": "/"}], "https://a.test/v1", None, "/v1"),
        ([{"url": "/v1"}], "", "", "/v1"),
        ([{"url": "//a.test"}], "", "", ""),
        ([WITH_VARIABLES], "https://eu.a.test/2", "https://{r}.a.test/{v}", "/{v}"),
        ([WHOLE], "https://a.test/x", "{all}", "/x"),
    ],
)  # fmt: skip
def test_the_server_of_a_document(servers: Any, url: str, template: str, prefix: str) -> None:
    document = {"servers": servers}
    assert default_server(document) == url
    assert server_template(document) == (url if template is None else template)
    assert server_prefix(document) == prefix


HEALTH = "/health"
VARIABLE = {"r": REGION}


@pytest.mark.parametrize(
    ("base", "own", "sent", "server"),
    [
        ("https://a.test/v1", None, "/health", ""),
        ("https://a.test/v1", "https://a.test/v1/", "/health", ""),
        ("https://a.test/v1", "https://a.test", "/../health", ""),
        ("https://a.test/x/v1", "https://a.test", "/../../health", ""),
        ("https://a.test/x/v1", "https://a.test/x", "/../health", ""),
        ("https://a.test/v1", "https://a.test/v2", "/../v2/health", ""),
        ("https://a.test/v1", "https://a.test/v", "/../v/health", ""),
        ("https://a.test", "https://a.test/files/x/", "/files/x/health", ""),
        # Relative ones count from the base.
        ("https://a.test/v1", "/", "/../health", ""),
        ("https://a.test/v1", "", "/../health", ""),
        ("https://a.test/v1", "/v2", "/../v2/health", ""),
        ("https://a.test/x/v1", "v2", "/../v2/health", ""),
        ("https://a.test/x/v1", "../y", "/../../y/health", ""),
        ("/v1", "/", "/../health", ""),
        ("/v1", "/v2", "/../v2/health", ""),
        ("", "/v2", "/v2/health", ""),
        # Other hosts, schemes and ports.
        ("https://a.test/v1", "https://b.test/", "/health", "https://b.test"),
        ("https://a.test/v1", "//b.test/x", "/health", "https://b.test/x"),
        ("https://a.test/v1", "http://a.test/v1", "/health", "http://a.test/v1"),
        ("https://a.test/v1", "https://a.test:8443", "/health", "https://a.test:8443"),
        ("", "https://a.test", "/health", "https://a.test"),
        ("/v1", "https://a.test", "/health", "https://a.test"),
        # Variables: those of the base stay, others have their defaults.
        ("https://{r}.a.test/v1", "https://{r}.a.test", "/../health", ""),
        ("https://{r}.a.test/v1", "https://eu.a.test/v1", "/health", "https://eu.a.test/v1"),
        ("https://{r}.a.test", "https://{r}.b.test/x", "/health", "https://{r}.b.test/x"),
        ("https://a.test", "https://{r}.b.test", "/health", "https://eu.b.test"),
        ("https://a.test/x", "https://a.test/{r}", "/../eu/health", ""),
        ("https://a.test/{r}/x", "https://a.test/{r}/y", "/../y/health", ""),
        ("https://a.test/{r}/x", "https://a.test/y/{r}", "/../../y/eu/health", ""),
    ],
)  # fmt: skip
def test_routes(base: str, own: str | None, sent: str, server: str) -> None:
    listed = [] if own is None else [{"url": own, "variables": VARIABLE}]
    root = [{"url": base, "variables": VARIABLE}] if base else []
    document: dict[str, Any] = {"servers": root, "paths": {HEALTH: {"get": {}}}}
    assert route(document, HEALTH, {"servers": listed}) == Route(sent=sent, server=server)
    document["paths"][HEALTH]["servers"] = listed
    assert route(document, HEALTH, {}) == Route(sent=sent, server=server)


@pytest.mark.parametrize("own", ["wss://a.test", "mailto:x"])
def test_a_server_that_http_does_not_reach(own: str) -> None:
    assert (
        route({"servers": [{"url": "https://a.test"}]}, "/a", {"servers": [{"url": own}]}) is None
    )


def test_what_is_left_out_of_the_servers_of_an_operation() -> None:
    document = {"servers": [{"url": "https://{r}.a.test", "variables": VARIABLE}]}
    own = [{"url": "https://{r}.{s}.test"}, {"url": "https://b.test"}]
    assert list(left_out(document, "/a", {"servers": own})) == [
        "the client calls the first of the 2 servers of this operation",
        "the variable s of its own server has its default in the client",
    ]
    assert list(left_out(document, "/a", {})) == []


@pytest.mark.parametrize(
    ("servers", "named"),
    [
        ([{"url": "https://a.test"}], {}),
        ([{**A, "name": "a"}, {"url": "/x"}], {}),
        ([A, B], {}),
        ([{**A, "description": "a sentence and not a name of a server"}, B], {}),
        (
            [{**A, "name": "prod"}, {**B, "description": "Try it"}],
            {"prod": "https://a.test", "Try it": "https://b.test"},
        ),
        (
            [{**A, "description": "x"}, {**B, "description": "x"}, C],
            {"x": A["url"], B["url"]: B["url"], C["url"]: C["url"]},
        ),
    ],
)  # fmt: skip
def test_named_servers(servers: Any, named: dict[str, str]) -> None:
    assert named_servers({"servers": servers}) == named
    absolute = [one["url"].rstrip("/") for one in servers if "//" in one["url"]]
    assert documented_servers({"servers": servers}) == absolute


def test_arguments() -> None:
    variables = {"r": {"default": "x"}, "Region": {"default": "a", "enum": ["b"]}}
    second = {"url": "https://{Region}.{r}", "variables": variables}
    found = server_arguments({"servers": [WITH_VARIABLES, second]}, {"v", "region"})
    shown = [(one.argument, one.variable.default, one.variable.choices) for one in found]
    assert shown == [("r", "eu", ("eu", "us")), ("v_2", "2", ()), ("region_2", "a", ("a", "b"))]
    assert server_arguments({"servers": [{"url": "/{v}", "variables": {"v": {}}}]}, set()) == []
