"""Minimal pairs: callbacks and webhooks, in which the client gets what is sent."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, api, found, json_of

BREAKING, WARNING, INFO = "breaking", "warning", "info"
OK = {"responses": {"200": {"description": "ok"}}}
URL = "{$request.query.u}"


def callbacks(**named: Any) -> Tree:
    return api({"callbacks": named})


def webhooks(**named: Any) -> Tree:
    return api(webhooks=named)


ON = {URL: {"post": OK}}
CALLBACK_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (callbacks(), callbacks(on=ON), "callback-added", INFO),
    (callbacks(on=ON), callbacks(), "callback-removed", BREAKING),
    (callbacks(on=ON), callbacks(at=ON), "callback-renamed", INFO),
    (callbacks(on=ON), callbacks(on={**ON, "{$url}": {"put": OK}}), "callback-address-added", INFO),
    (callbacks(on={**ON, "{$url}": {"put": OK}}), callbacks(on=ON), "callback-address-removed",
     BREAKING),
    (callbacks(on=ON), callbacks(on={"{$url}": {"post": OK}}), "callback-address-changed",
     BREAKING),
    (callbacks(on=ON), callbacks(on={**ON, "x-a": 1}), "callback-extension-changed", INFO),
    (callbacks(on=ON), callbacks(on={URL: {"post": OK, "put": OK}}), "callback-operation-added",
     INFO),
    (callbacks(on={URL: {"post": OK, "put": OK}}), callbacks(on=ON), "callback-operation-removed",
     BREAKING),
    (callbacks(on={**ON, "plain": 1}), callbacks(on={**ON, "plain": 2}), "callback-field-changed",
     WARNING),
    (callbacks(on={URL: {"post": 1}}), callbacks(on={URL: {"post": OK}}), "callback-field-changed",
     WARNING),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "id_", "level"), CALLBACK_ROWS)
def test_a_callback_is_told_once(old: Tree, new: Tree, id_: str, level: str) -> None:
    assert found(old, new) == [(id_, level, "response")]


W, WITH_ID = {"post": OK}, {"post": {**OK, "operationId": "a"}}
PUT_WITH_ID = {"put": {**OK, "operationId": "a"}}
WEBHOOK_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (webhooks(), webhooks(a=W), "webhook-added", INFO),
    (webhooks(a=W), webhooks(), "webhook-removed", BREAKING),
    (webhooks(a=W), webhooks(b=W), "webhook-renamed", WARNING),
    (webhooks(a=WITH_ID), webhooks(b=WITH_ID), "webhook-renamed", WARNING),
]


@pytest.mark.parametrize(("old", "new", "id_", "level"), WEBHOOK_ROWS)
def test_a_webhook_is_told_once(old: Tree, new: Tree, id_: str, level: str) -> None:
    assert found(old, new) == [(id_, level, "response")]


def with_body(schema: Any) -> list[Tree]:
    operation = {**OK, "requestBody": json_of(schema)}
    return [webhooks(a={"post": operation}), callbacks(on={URL: {"post": operation}})]


CLOSED = {"type": "string", "enum": ["a"]}


def test_what_the_server_sends_is_an_answer_to_the_client() -> None:
    more = {"type": "string", "enum": ["a", "b"]}
    for old, new in zip(with_body(CLOSED), with_body(more), strict=True):
        assert found(old, new) == [("schema-enum-value-added", "warning", "response")]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    rows = [*CALLBACK_ROWS, *WEBHOOK_ROWS]
    return [(old, new, (id_, level, "response")) for old, new, id_, level in rows]
