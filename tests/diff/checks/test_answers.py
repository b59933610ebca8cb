"""Minimal pairs: answers, their headers and their links."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, api, found

T = {"type": "string"}
BREAKING, WARNING, INFO = "breaking", "warning", "info"


def answers(**named: Any) -> Tree:
    whole = {"200": {"description": "ok"}}
    return api({"responses": whole | {name.lstrip("_"): one for name, one in named.items()}})


def alone(status: str) -> Tree:
    return api({"responses": {status: {"description": "ok"}}})


def of(schema: Tree) -> Tree:
    return {"description": "x", "content": {"application/json": {"schema": schema}}}


J = {"type": "integer"}
X = {"description": "x"}
STATUS_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (answers(), answers(_201=X), "response-success-status-added", INFO),
    (answers(_201=X), answers(), "response-success-status-removed", BREAKING),
    (answers(_2XX=X), answers(), "response-success-status-removed", BREAKING),
    (answers(), answers(_404=X), "response-error-status-added", INFO),
    (answers(_404=X), answers(), "response-error-status-removed", INFO),
    (answers(), answers(default=X), "response-default-added", INFO),
    (answers(default=X), answers(), "response-default-removed", WARNING),
    (alone("200"), alone("202"), "response-status-changed", BREAKING),
    (
        answers(_400=of(T), _404=of(J)),
        answers(_400=of(J), _404=of(T)),
        "responses-swapped",
        BREAKING,
    ),
    (answers(_404=X), answers(_404={"description": "y"}), "response-description-changed", INFO),
    (answers(_404=X), answers(_404={**X, "summary": "y"}), "response-summary-changed", INFO),
    (answers(_404=X), answers(_404={**X, "x-a": [1, 2]}), "response-extension-changed", INFO),
    (answers(_404=X), answers(_404={**X, "unknown": 1}), "response-field-changed", WARNING),
]


def headers(**named: Any) -> Tree:
    return answers(_200={"description": "ok", "headers": named})


H = {"schema": T}
HO = {"schema": {"type": "object"}}
HEADER_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (headers(), headers(A=H), "response-header-added", INFO),
    (headers(A=H), headers(), "response-header-removed", WARNING),
    (headers(A={**H, "required": True}), headers(), "required-response-header-removed", BREAKING),
    (headers(), headers(A={**H, "required": True}), "required-response-header-added", INFO),
    (headers(), headers(**{"Content-Type": H}), "ignored-header-changed", INFO),
    (headers(A=H), headers(B=H), "response-header-renamed", BREAKING),
    (headers(A=H, B={"schema": J}), headers(A={"schema": J}, B=H), "response-headers-swapped",
     BREAKING),
    (headers(A=H), headers(A={**H, "required": True}), "response-header-became-required", INFO),
    (headers(A={**H, "required": True}), headers(A=H), "response-header-became-optional", BREAKING),
    (headers(A=H), headers(A={**H, "deprecated": True}), "response-header-deprecated", INFO),
    (headers(A={**H, "deprecated": True}), headers(A=H), "response-header-reactivated", INFO),
    (headers(A=H), headers(A={**H, "style": "form"}), "response-header-style-changed", BREAKING),
    (headers(A=HO), headers(A={**HO, "explode": True}), "response-header-explode-changed",
     BREAKING),
    (headers(A=H), headers(A={**H, "explode": True}), "response-header-explode-unused", INFO),
    (headers(A={}), headers(A=H), "response-header-schema-added", INFO),
    (headers(A=H), headers(A={}), "response-header-schema-removed", WARNING),
    (headers(A={}), headers(A={"content": {"a/b": {}}}), "response-header-content-changed",
     BREAKING),
    (headers(A=H), headers(A={**H, "description": "D"}), "response-header-description-changed",
     INFO),
    (headers(A=H), headers(A={**H, "example": "D"}), "response-header-example-changed", INFO),
    (headers(A=H), headers(A={**H, "unknown": "D"}), "response-header-field-changed", WARNING),
]  # fmt: skip


def called(**named: Any) -> Tree:
    """Headers that the client sends, in the answer to a callback."""
    answer = {"200": {"description": "ok", "headers": named}}
    return api({"callbacks": {"on": {"{$url}": {"post": {"responses": answer}}}}})


CALLED_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (called(A=H), called(A={**H, "required": True}), "response-header-became-required", BREAKING),
    (called(A={**H, "required": True}), called(A=H), "response-header-became-optional", INFO),
    (called(), called(A={**H, "required": True}), "required-response-header-added", BREAKING),
    (called(A={}), called(A=H), "response-header-schema-added", BREAKING),
    (called(A=H), called(A={}), "response-header-schema-removed", INFO),
]


@pytest.mark.parametrize(("old", "new", "id_", "level"), CALLED_ROWS)
def test_what_a_client_answers_is_sent(old: Tree, new: Tree, id_: str, level: str) -> None:
    assert found(old, new) == [(id_, level, "request")]


def links(**named: Any) -> Tree:
    return answers(_200={"description": "ok", "links": named})


K = {"operationId": "a"}
LINK_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (links(), links(A=K), "response-link-added", INFO),
    (links(A=K), links(), "response-link-removed", WARNING),
    (links(A=K), links(B=K), "response-link-renamed", WARNING),
    (links(A=K), links(A={"operationId": "b"}), "response-link-operation-changed", WARNING),
    (links(A={"operationRef": "#/a"}), links(A={"operationRef": "#/b"}),
     "response-link-operation-changed", WARNING),
    (links(A=K), links(A={**K, "parameters": {"p": 1}}), "response-link-parameter-changed",
     WARNING),
    (links(A=K), links(A={**K, "requestBody": 1}), "response-link-body-changed", WARNING),
    (links(A=K), links(A={**K, "server": {"url": "/"}}), "response-link-server-changed", WARNING),
    (links(A=K), links(A={**K, "description": "D"}), "response-link-description-changed", INFO),
    (links(A=K), links(A={**K, "x-a": "D"}), "response-link-extension-changed", INFO),
    (links(A=K), links(A={**K, "unknown": "D"}), "response-link-field-changed", WARNING),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "id_", "level"), [*STATUS_ROWS, *HEADER_ROWS, *LINK_ROWS])
def test_one_edit_is_one_entry(old: Tree, new: Tree, id_: str, level: str) -> None:
    assert found(old, new) == [(id_, level, "response")]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    rows = [*STATUS_ROWS, *HEADER_ROWS, *LINK_ROWS]
    answered: list[Pair] = [(old, new, (id_, level, "response")) for old, new, id_, level in rows]
    return answered + [(old, new, (id_, level, "request")) for old, new, id_, level in CALLED_ROWS]
