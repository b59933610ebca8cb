"""Whatever openapi-spec-validator finds, validation finds too."""

from __future__ import annotations

from typing import Any

import pytest
from tests.properties.superset import broken_documents, missed, theirs
from tests.validate.standard.breaches import BREACHES, Breach, broken, versions_of

CASES = [(version, breach) for breach in BREACHES for version in versions_of(breach)]
OK = {"204": {"description": "none"}}


def test_in_random_documents_with_one_random_change() -> None:
    found = 0
    for change, tree in broken_documents(60, start=5):
        found += bool(theirs(tree))
        assert missed(tree) == [], change
    assert found > 20


@pytest.mark.parametrize(("version", "breach"), CASES[::9])
def test_in_documents_that_the_standard_forbids(version: str, breach: Breach) -> None:
    assert missed(broken(breach, version)) == []


def with_paths(paths: Any, version: str = "3.0.3", **more: Any) -> Any:
    return {"openapi": version, "info": {"title": "T", "version": "1"}, "paths": paths, **more}


def parameter(name: str, where: str = "path") -> Any:
    return {"name": name, "in": where, "required": True, "schema": {"type": "string"}}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"/a": {"get": {"operationId": "a", "responses": OK},
                "put": {"operationId": "a", "responses": OK}}},
        {"/a/{b}": {"get": {"responses": OK}}},
        {"/a": {"get": {"parameters": [parameter("b")], "responses": OK}}},
        {"/a": {"parameters": [parameter("b")], "get": {"responses": OK}}},
        {"/a": {"get": {"parameters": [parameter("q", "query")] * 2, "responses": OK}}},
        {"/a": {"parameters": [parameter("q", "query")] * 2, "get": {"responses": OK}}},
        {"/a": {"get": {"responses": {"999": {"description": "d"}}}}},
        {"/a": {"get": {"responses": {"200": {"description": "d", "content": {
            "application/json": {"schema": {"type": "integer", "default": "x"}}}}}}}},
        {"/a": {"get": {"parameters": [{"name": "q", "in": "query", "schema": {
            "type": "array", "default": ["a"], "items": {"type": "integer"}}}],
            "responses": OK}}},
        {"/a": {"get": {"responses": {"200": {"$ref": "#/components/responses/No"}}}}},
        {"a": {"get": {"responses": OK}}},
        {"/a": {"get": {"parameters": [{"name": "q"}], "responses": OK}}},
        {"/a": {"get": {"responses": OK, "unknown": 1}}},
        {"/a": {"get": {"tags": "a", "responses": OK}}},
    ],
)  # fmt: skip
def test_in_documents_of_the_kinds_that_it_tests_itself(version: str, tree: Any) -> None:
    whole = with_paths(tree, version)
    assert missed(whole) == []
