"""Servers with their variables, and which of them count for an operation."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.servers import (
    Server,
    Variable,
    servers_of_document,
    servers_of_operation,
    variable_names,
    with_values,
)

REGION = {"default": "eu", "enum": ["eu", "us"], "description": "Where\n it is"}


def test_a_server_with_variables() -> None:
    variables = {"r": REGION, "v": {"default": 2}, "unused": {}}
    words = {"name": "n", "description": "D", "variables": variables}
    server = {"url": "https://{r}.a.test/{v}", **words}
    (found,) = servers_of_document({"servers": [server]})
    region = Variable(name="r", default="eu", choices=("eu", "us"), description="Where it is")
    assert found.variables == (region, Variable(name="v", default="2"))
    assert (found.name, found.description, found.expanded) == ("n", "D", "https://eu.a.test/2")


@pytest.mark.parametrize("listed", [None, [], "odd", ["odd"], {}])
def test_no_servers(listed: Any) -> None:
    assert servers_of_document({"servers": listed}) == []


@pytest.mark.parametrize(
    ("on_path", "on_operation", "url"),
    [
        (None, None, None),
        ([{"url": "/p"}], None, "/p"),
        ([{"url": "/p"}], [{"url": "/o"}], "/o"),
        ([{"url": "/p"}], [], "/p"),
        (None, [{"url": "/o"}, {"url": "/q"}], "/o"),
    ],
)
def test_an_operation_is_heard_before_its_path(on_path: Any, on_operation: Any, url: Any) -> None:
    tree = {"servers": [{"url": "/d"}], "paths": {"/a": {"servers": on_path}}}
    found = servers_of_operation(tree, "/a", {"servers": on_operation})
    assert next((server.url for server in found), None) == url


def test_variables_in_a_url() -> None:
    assert variable_names("{a}.{b}.{a}/{}") == ["a", "b", ""]
    assert with_values("{a}.{b}", {"a": "1"}) == "1.{b}"
    assert Server(url="/x").expanded == "/x"
