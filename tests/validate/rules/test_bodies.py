"""Bodies of requests that HTTP has no meaning for."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import OK, VERSIONS, document, levels, told

BODY: object = {"content": {"application/json": {}}}


def with_body(version: str, method: str) -> object:
    return document(version, paths={"/a": {method: {"requestBody": BODY, "responses": OK}}})


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("method", ["get", "head", "delete", "trace"])
def test_they_are_a_warning(version: str, method: str) -> None:
    ((place, message),) = told("bodies", with_body(version, method))
    assert place == f"/paths/~1a/{method}/requestBody"
    assert ("OpenAPI 3.0 ignores it" in message) == (version < "3.1")
    assert levels("bodies", with_body(version, method)) == ["warning"]


@pytest.mark.parametrize("method", ["put", "post", "patch", "options", "query"])
def test_others_have_one(method: str) -> None:
    assert told("bodies", with_body("3.2.0", method)) == []
