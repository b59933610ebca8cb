"""A name that is another one at several places."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import entries

T = {"type": "string"}
PATHS = ("/a", "/b", "/c")


def document(operation: Any, **more: Any) -> Any:
    info = {"title": "T", "version": "1"}
    return {
        "openapi": "3.1.0",
        "info": info,
        "paths": {p: {"post": operation} for p in PATHS},
        **more,
    }


def header(name: str) -> Any:
    answers = {
        code: {"description": "d", "headers": {name: {"schema": T}}} for code in ("200", "400")
    }
    return document({"responses": answers})


def media(name: str) -> Any:
    content = {"content": {name: {"schema": T}}}
    return document({"requestBody": content, "responses": {"200": {"description": "d", **content}}})


def parameter(name: str, where: str = "header") -> Any:
    return document({"parameters": [{"name": name, "in": where, "schema": T}], "responses": {}})


def tag(name: str) -> Any:
    return document({"tags": [name], "responses": {}}, tags=[{"name": name}])


ROWS = [
    (header("X-A"), header("X-B"), "response-header-renamed", "response", "at 6 places"),
    (media("a/b"), media("a/c"), "media-type-renamed", "both", "at 6 places"),
    (parameter("X-A"), parameter("X-B"), "request-parameter-renamed", "request", "at 3 places"),
    (parameter("a"), parameter("a", "query"), "request-parameter-moved", "request", "at 3 places"),
    (tag("a"), tag("b"), "tag-renamed", "none", "in 3 operations"),
]


@pytest.mark.parametrize(("old", "new", "id_", "direction", "words"), ROWS)
def test_a_name_is_told_once(old: Any, new: Any, id_: str, direction: str, words: str) -> None:
    (one,) = entries(old, new)
    assert (one.id, one.direction) == (id_, direction)
    assert words in one.words
    assert direction == "none" or one.affects == ("POST /a", "POST /b", "POST /c")


def test_tags_that_the_document_does_not_list() -> None:
    old, new = tag("a"), tag("b")
    del old["tags"], new["tags"]
    (one,) = entries(old, new)
    assert (one.id, one.affected) == ("operation-tags-changed", 3)


def linked(path: str, name: str, link: Any) -> Any:
    answer = {"description": "d", "links": {"l": link}}
    paths = {path: {"get": {"operationId": name, "responses": {}}},
             "/z": {"get": {"responses": {"200": answer}}}}  # fmt: skip
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}


LINKS = [
    (linked("/a", "x", {"operationId": "x"}), linked("/a", "y", {"operationId": "y"}),
     ["operation-id-changed"]),
    (linked("/a", "x", {"operationRef": "#/paths/~1a/get"}),
     linked("/b", "x", {"operationRef": "#/paths/~1b/get"}), ["path-renamed"]),
    (linked("/a", "x", {"operationId": "x"}), linked("/b", "y", {"operationId": "y"}),
     ["path-renamed"]),
    # A link that leads elsewhere is told.
    (linked("/a", "x", {"operationId": "x"}), linked("/a", "x", {"operationId": "z"}),
     ["response-link-operation-changed"]),
    (linked("/a", "x", {"operationRef": "other.yaml#/a"}),
     linked("/a", "x", {"operationRef": "other.yaml#/b"}), ["response-link-operation-changed"]),
    (linked("/a", "x", {"operationId": "x"}), linked("/a", "x", {}),
     ["response-link-operation-changed"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "ids"), LINKS)
def test_links_follow_their_operations(old: Any, new: Any, ids: list[str]) -> None:
    assert [one.id for one in entries(old, new)] == ids
