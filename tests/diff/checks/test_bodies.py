"""Minimal pairs: request bodies, media types and the encoding of parts."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, Tree, answered, api, found, json_of

T = {"type": "string"}
BREAKING, WARNING, INFO = "breaking", "warning", "info"


def body(**fields: Any) -> Tree:
    return api({"requestBody": {**json_of(T), **fields}})


BODY_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (api(), body(), "request-body-added", INFO),
    (api(), body(required=True), "request-body-added-required", BREAKING),
    (body(), api(), "request-body-removed", BREAKING),
    (body(), body(required=True), "request-body-became-required", BREAKING),
    (body(required=True), body(), "request-body-became-optional", INFO),
    (body(), body(description="D"), "request-body-description-changed", INFO),
    (body(), body(**{"x-a": 1}), "request-body-extension-changed", INFO),
    (body(), body(unknown=1), "request-body-field-changed", WARNING),
]


@pytest.mark.parametrize(("old", "new", "id_", "level"), BODY_ROWS)
def test_one_edit_of_a_body_is_one_entry(old: Tree, new: Tree, id_: str, level: str) -> None:
    assert found(old, new) == [(id_, level, "request")]


def called(**fields: Any) -> Tree:
    """A body that the server sends, to a callback."""
    operation = {"requestBody": {**json_of(T), **fields}, "responses": {}}
    return api({"callbacks": {"on": {"{$url}": {"post": operation}}}})


NO_BODY = api({"callbacks": {"on": {"{$url}": {"post": {"responses": {}}}}}})
CALLED_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (NO_BODY, called(), "request-body-added", INFO),
    (NO_BODY, called(required=True), "request-body-added-required", INFO),
    (called(), NO_BODY, "request-body-removed", BREAKING),
    (called(), called(required=True), "request-body-became-required", INFO),
    (called(required=True), called(), "request-body-became-optional", BREAKING),
]


@pytest.mark.parametrize(("old", "new", "id_", "level"), CALLED_ROWS)
def test_a_body_of_a_callback_is_what_a_client_gets(
    old: Tree, new: Tree, id_: str, level: str
) -> None:
    assert found(old, new) == [(id_, level, "response")]


def content(**named: Any) -> Tree:
    return {name.replace("__", "/").replace("_any", "*"): one for name, one in named.items()}


JSON = {"schema": {"type": "object"}}
FORM = {"schema": {"properties": {"a": T}}}
ONE = content(application__json=JSON)
MEDIA_ROWS: list[tuple[Tree, Tree, str, str]] = [
    (ONE, {**ONE, "text/plain": {}}, "media-type-added", "II"),
    ({**ONE, "text/plain": {}}, ONE, "media-type-removed", "BB"),
    ({"image/png": {}}, {"image/*": {}}, "media-type-generalized", "IB"),
    ({"image/*": {}}, {"image/png": {}}, "media-type-specialized", "BI"),
    ({"image/png": {}}, {"image/gif": {}}, "media-type-renamed", "BB"),
    ({"a/*": {}}, {"a/*": {}, "a/b": {}}, "media-type-covered-added", "II"),
    ({"a/*": {}, "a/b": {}}, {"a/*": {}}, "media-type-covered-removed", "II"),
    ({"a/*": {}}, {"a/*": {}, "a/b": {"schema": T}}, "media-type-described-apart", "WW"),
    (
        {"a/b": {"schema": T}, "c/d": {"schema": {"type": "integer"}}},
        {"c/d": {"schema": T}, "a/b": {"schema": {"type": "integer"}}},
        "media-types-swapped",
        "BB",
    ),
    (content(application__json={}), ONE, "media-type-schema-added", "BI"),
    (ONE, content(application__json={}), "media-type-schema-removed", "IW"),
    ({"a/b": {}}, {"a/b": {"itemSchema": T}}, "media-type-item-schema-added", "BI"),
    ({"a/b": {"itemSchema": T}}, {"a/b": {}}, "media-type-item-schema-removed", "IW"),
    (
        {"multipart/x": {"itemEncoding": {"contentType": "a/b"}}},
        {"multipart/x": {}},
        "media-type-item-encoding-changed",
        "BB",
    ),
    (ONE, content(application__json={**JSON, "example": 1}), "media-type-example-changed", "II"),
    (ONE, content(application__json={**JSON, "x-a": 1}), "media-type-extension-changed", "II"),
    (ONE, content(application__json={**JSON, "unknown": 1}), "media-type-field-changed", "WW"),
]


def encoded(**fields: Any) -> Tree:
    return {"multipart/form-data": {**FORM, "encoding": {"a": fields}}}


E1 = {"contentType": "text/plain"}
ENCODING_ROWS: list[tuple[Tree, Tree, str, str]] = [
    ({"multipart/form-data": FORM}, encoded(**E1), "encoding-added", "BB"),
    (encoded(**E1), {"multipart/form-data": FORM}, "encoding-removed", "BB"),
    (
        encoded(**E1),
        {"multipart/form-data": {**FORM, "encoding": {"b": E1}}},
        "encoding-renamed",
        "BB",
    ),
    (encoded(**E1), encoded(contentType="a/b"), "encoding-content-type-changed", "BB"),
    (encoded(**E1), encoded(**E1, style="form"), "encoding-style-changed", "BB"),
    (encoded(**E1), encoded(**E1, explode=True), "encoding-explode-changed", "BB"),
    (encoded(**E1), encoded(**E1, allowReserved=True), "encoding-allow-reserved-changed", "WW"),
    (encoded(**E1), encoded(**E1, **{"x-a": 1}), "encoding-extension-changed", "II"),
    (encoded(**E1), encoded(**E1, unknown=1), "encoding-field-changed", "WW"),
]


def asked(content: Tree) -> Tree:
    return api({"requestBody": {"content": content}})


def got(content: Tree) -> Tree:
    return api({"responses": {"200": {"description": "ok", "content": content}}})


LETTERS = {"B": BREAKING, "W": WARNING, "I": INFO}


@pytest.mark.parametrize(("old", "new", "id_", "levels"), [*MEDIA_ROWS, *ENCODING_ROWS])
def test_one_edit_of_content_is_one_entry(old: Tree, new: Tree, id_: str, levels: str) -> None:
    assert found(asked(old), asked(new)) == [(id_, LETTERS[levels[0]], "request")]
    assert found(got(old), got(new)) == [(id_, LETTERS[levels[1]], "response")]


def test_a_schema_of_anything_says_no_more_than_none() -> None:
    assert found(answered({}), answered(True)) == []


def pairs() -> list[Pair]:
    """All pairs of this table."""
    rows: list[Pair] = [(old, new, (id_, level, "request")) for old, new, id_, level in BODY_ROWS]
    rows += [(old, new, (id_, level, "response")) for old, new, id_, level in CALLED_ROWS]
    for old, new, id_, levels in [*MEDIA_ROWS, *ENCODING_ROWS]:
        rows.append((asked(old), asked(new), (id_, LETTERS[levels[0]], "request")))
        rows.append((got(old), got(new), (id_, LETTERS[levels[1]], "response")))
    return rows
