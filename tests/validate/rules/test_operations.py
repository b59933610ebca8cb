"""Ids and parameters of operations: what must be unique, and what the path must have."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, in_path, operation, rules_of, told

ID = in_path("id")
REF = {"$ref": "#/components/parameters/Id"}
SHARED = {"parameters": {"Id": ID}}
GET, POST = {"get": operation(ID)}, {"post": operation(ID)}
TWICE = "two operations have the operationId 'a'"
NO_PLACE = "the path '/a' has no place for its parameter 'id'"
LISTED = "the parameter 'id' in path is listed twice"


@pytest.mark.parametrize(
    ("paths", "components"),
    [
        pytest.param({"/a/{id}": GET}, {}, id="by the operation"),
        pytest.param({"/a/{id}": {"parameters": [ID], "get": operation()}}, {}, id="by the path"),
        pytest.param({"/a/{id}": {"get": operation(REF)}}, SHARED, id="by a reference"),
        pytest.param({"/a/{id}": {"parameters": [ID], **GET}}, {}, id="by both"),
        pytest.param({"/a/{id}/{id}": GET}, {}, id="named twice in the path"),
        pytest.param(
            {"/a": {"get": operation({**ID, "in": "query", "required": False}, {"in": "path"})}},
            {}, id="what is no parameter of the path",
        ),
        pytest.param({"/a/{id}": {"$ref": "#/components/pathItems/P"}}, {"pathItems": {"P": GET}},
                     id="a path item that is a reference"),
        pytest.param({"/a": {"get": operation(operationId="a"), "post": operation(operationId="b"),
                             "x-get": operation(operationId="a")}}, {}, id="ids that differ"),
        pytest.param({"/a": {"get": operation({"name": "q", "in": "query"},
                                              {"name": "q", "in": "header"})}}, {},
                     id="one name in two places"),
        pytest.param({"x-a/{id": {"get": operation()}}, {}, id="an extension"),
    ],
)  # fmt: skip
def test_what_is_right_is_no_fault(paths: Any, components: Any) -> None:
    assert told("operations", document(paths=paths, components=components)) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param({"/a/{id}": {"get": operation()}},
                     [("/paths/~1a~1{id}/get",
                       "no parameter is declared for 'id' in the path '/a/{id}'")],
                     id="not declared"),
        pytest.param({"/a": GET}, [("/paths/~1a/get/parameters/0", NO_PLACE)], id="no place"),
        pytest.param({"/a": {"parameters": [ID], "get": operation(), "put": operation()}},
                     [("/paths/~1a/parameters/0", NO_PLACE)], id="no place, once"),
        pytest.param({"/a/{id}": {"get": operation(ID, ID)}},
                     [("/paths/~1a~1{id}/get/parameters/1", LISTED)], id="listed twice"),
        pytest.param({"/a/{id}": {"get": operation(ID), "parameters": [ID, ID]}},
                     [("/paths/~1a~1{id}/parameters/1", LISTED)], id="listed twice by the path"),
        pytest.param({"/a": {"get": operation(operationId="a"), "put": operation(operationId="a")}},
                     [("/paths/~1a/put/operationId", TWICE)], id="one id in one path"),
        pytest.param({"/a": {"get": operation(operationId="a")},
                      "/b": {"get": operation(operationId="a")}},
                     [("/paths/~1b/get/operationId", TWICE)], id="one id in two paths"),
        pytest.param({"/a/{id": {"get": operation()}},
                     [("/paths/~1a~1{id", "the path '/a/{id' has a brace that encloses no name")],
                     id="a brace"),
        pytest.param({"/a/{}": {"get": operation()}},
                     [("/paths/~1a~1{}", "the path '/a/{}' has a brace that encloses no name")],
                     id="braces around nothing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_once(
    version: str, paths: Any, expected: list[tuple[str, str]]
) -> None:
    assert told("operations", document(version, paths=paths)) == expected


def test_one_id_in_a_path_and_in_a_webhook_is_a_fault() -> None:
    hook = {"new": {"post": operation(operationId="a")}}
    paths = {"/a": {"get": operation(operationId="a")}}
    tree = document(paths=paths, webhooks=hook)
    assert told("operations", tree) == [("/webhooks/new/post/operationId", TWICE)]
    assert rules_of(tree) == ["operations"]


def test_every_method_is_looked_at() -> None:
    more = {"query": operation(), "additionalOperations": {"COPY": operation()}}
    found = told("operations", document("3.2.0", paths={"/a/{id}": more}))
    assert [place.rpartition("/")[2] for place, _ in found] == ["query", "COPY"]
