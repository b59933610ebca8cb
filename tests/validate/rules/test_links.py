"""Links to operations, and what they give to them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import OK, VERSIONS, document, in_path, levels, told

AT = "/paths/~1a/get/responses/200/links/l"


def tree(version: str, link: Any) -> Any:
    answers = {"200": {"description": "d", "links": {"l": link}}}
    asked = [{"name": "q", "in": "query", "schema": {}}]
    paths = {
        "/a": {"get": {"operationId": "a", "parameters": asked, "responses": answers}},
        "/b/{id}": {"parameters": [in_path("id")], "get": {"operationId": "b", "responses": OK}},
    }
    return document(version, paths=paths)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "link",
    [
        {"operationId": "b"},
        {"operationRef": "#/paths/~1b~1{id}/get"},
        {"operationRef": "#/paths/~1b~1%7Bid%7D/get"},
        {"operationRef": "https://example.com/api.json#/paths/~1a/get"},
        {"operationId": "b", "parameters": {"id": "$request.query.q"}},
        {"operationId": "b", "parameters": {"path.id": "$response.body#/a/0~1"}},
        {"operationId": "b", "parameters": {"id": 5}, "requestBody": "$response.body"},
        {"operationId": "b", "parameters": {"id": "5 dollars"}, "requestBody": {"a": "$b"}},
    ],
    ids=str,
)
def test_links_that_lead_somewhere(version: str, link: Any) -> None:
    assert told("links", tree(version, link)) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("link", "at", "words", "level"),
    [
        ({"operationId": "c"}, "/operationId", "this link leads to c, which is no operation here",
         "error"),
        ({"operationRef": "#/paths/~1c/get"}, "/operationRef",
         "this link leads to #/paths/~1c/get, which is no operation here", "error"),
        ({"operationRef": "#/paths/~1a"}, "/operationRef",
         "this link leads to #/paths/~1a, which is no operation here", "error"),
        ({"operationId": "b", "parameters": {"other": 1}}, "/parameters/other",
         "the operation of this link has no parameter 'other'", "warning"),
        ({"operationId": "b", "parameters": {"id": "$request.query.r"}}, "/parameters/id",
         "the operation has no parameter 'r' in query", "error"),
        ({"operationId": "b", "requestBody": "$request.boby"}, "/requestBody",
         "$request.boby is no runtime expression; it is sent as it is written", "warning"),
    ],
)  # fmt: skip
def test_others(version: str, link: Any, at: str, words: str, level: str) -> None:
    assert told("links", tree(version, link)) == [(AT + at, words)]
    assert levels("links", tree(version, link)) == [level]


def test_one_way_to_name_the_operation_in_3_0() -> None:
    both = {"operationId": "b", "operationRef": "#/paths/~1b~1{id}/get"}
    assert told("links", tree("3.0.3", {})) == [
        (AT, "this link has neither of 'operationId' and 'operationRef'")
    ]
    assert told("links", tree("3.0.3", both)) == [
        (AT, "this link has both of 'operationId' and 'operationRef'")
    ]
    # The JSON Schemas of later versions find that.
    assert told("links", tree("3.1.0", both)) == []
