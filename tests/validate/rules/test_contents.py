"""The keys of `content`, and bodies of several parts."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import OK, VERSIONS, document, levels, told


def with_body(version: str, **content: object) -> object:
    body = {"content": content}
    return document(version, paths={"/a": {"post": {"requestBody": body, "responses": OK}}})


@pytest.mark.parametrize(
    "key", ["application/json", "text/*", "*/*", "text/plain; charset=utf-8", "a/vnd.b+json"]
)
def test_media_types_and_ranges(key: str) -> None:
    assert told("contents", with_body("3.1.0", **{key: {}})) == []


@pytest.mark.parametrize("key", ["json", "application/", "a b/c", ""])
def test_others_are_a_warning(key: str) -> None:
    tree = with_body("3.1.0", **{key: {}})
    ((place, message),) = told("contents", tree)
    assert place == f"/paths/~1a/post/requestBody/content/{key.replace('/', '~1')}"
    assert message == f"'{key}' is no media type, such as application/json"
    assert levels("contents", tree) == ["warning"]


def test_an_extension_is_told_elsewhere() -> None:
    assert told("contents", with_body("3.1.0", **{"x-a": 1})) == []


def test_parts_are_described_before_3_2() -> None:
    found = [told("contents", with_body(v, **{"multipart/form-data": {}})) for v in VERSIONS]
    assert [len(one) for one in found] == [1, 1, 0]
