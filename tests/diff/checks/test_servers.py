"""Minimal pairs: servers and their variables."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, api, found

BREAKING, WARNING, INFO = "breaking", "warning", "info"


def of_all(*servers: Any) -> Tree:
    return api(servers=list(servers))


def own(*servers: Any) -> Tree:
    return api({"servers": list(servers)})


def of_path(*servers: Any) -> Tree:
    document = api()
    document["paths"]["/pets"]["servers"] = list(servers)
    return document


A, B = {"url": "https://a"}, {"url": "https://b"}


def variable(**fields: Any) -> Tree:
    return {"url": "https://{v}", "variables": {"v": {"default": "x", **fields}}}


V = {"url": "https://{v}"}
ROWS: list[tuple[list[Any], list[Any], str, str]] = [
    ([A], [A, B], "server-added", INFO),
    ([A, B], [A], "server-removed", BREAKING),
    ([A], [], "server-removed", BREAKING),
    ([], [A], "server-added", WARNING),
    ([A], [B], "server-url-changed", BREAKING),
    ([A, B], [B, A], "server-order-changed", WARNING),
    ([A], [{**A, "name": "n"}], "server-name-changed", INFO),
    ([A], [{**A, "description": "n"}], "server-description-changed", INFO),
    ([A], [{**A, "x-a": 1}], "server-extension-changed", INFO),
    ([A], [{**A, "unknown": 1}], "server-field-changed", WARNING),
    ([V], [variable()], "server-variable-added", WARNING),
    ([variable()], [V], "server-variable-removed", WARNING),
    ([variable()], [{**V, "variables": {"w": {"default": "x"}}}], "server-variable-renamed",
     WARNING),
    ([variable()], [variable(default="y")], "server-variable-default-changed", WARNING),
    ([variable(enum=["x"])], [variable(enum=["x", "y"])], "server-variable-value-added", INFO),
    ([variable(enum=["x", "y"])], [variable(enum=["x"])], "server-variable-value-removed",
     BREAKING),
    ([variable(enum=["x", "y"])], [variable(enum=["x", "z"])], "server-variable-values-changed",
     BREAKING),
    ([variable()], [variable(description="D")], "server-variable-description-changed", INFO),
    ([variable()], [variable(unknown=1)], "server-variable-field-changed", WARNING),
]  # fmt: skip


def of_callback(*servers: Any) -> Tree:
    called = {"post": {"responses": {}, "servers": list(servers)}}
    return api({"callbacks": {"on": {"{$url}": called}}})


CALLED_ROWS: list[tuple[list[Any], list[Any], str, str]] = [
    ([variable(enum=["x", "y"])], [variable(enum=["x"])], "server-variable-value-removed", INFO),
    ([variable(enum=["x", "y"])], [variable(enum=["x", "z"])], "server-variable-values-changed",
     INFO),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "id_", "level"), CALLED_ROWS)
def test_a_server_of_a_callback_is_called_by_the_server(
    old: list[Any], new: list[Any], id_: str, level: str
) -> None:
    assert found(of_callback(*old), of_callback(*new)) == [(id_, level, "response")]


@pytest.mark.parametrize("holder", [of_all, own, of_path])
@pytest.mark.parametrize(("old", "new", "id_", "level"), ROWS)
def test_one_edit_is_one_entry(
    old: list[Any], new: list[Any], id_: str, level: str, holder: Any
) -> None:
    assert found(holder(*old), holder(*new)) == [(id_, level, "request")]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    rows: list[Pair] = [
        (holder(*old), holder(*new), (id_, level, "request"))
        for holder in (of_all, own, of_path)
        for old, new, id_, level in ROWS
    ]
    return rows + [
        (of_callback(*old), of_callback(*new), (id_, level, "response"))
        for old, new, id_, level in CALLED_ROWS
    ]
