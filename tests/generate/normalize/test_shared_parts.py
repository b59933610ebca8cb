"""What is shared among operations is put where it is used."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, check_rule, of_operation

from specmend.generate.normalize.shared_parts import place_path_items, place_shared_parts

ROWS: list[tuple[Any, Any]] = [
    (
        of_operation({"responses": {"200": {"description": "x"}}}, schemas={"A": STRING}),
        of_operation({"responses": {"200": {"description": "x"}}}, schemas={"A": STRING}),
    ),
    (
        of_operation(
            {
                "parameters": [{"$ref": "#/components/parameters/P"}],
                "requestBody": {"$ref": "#/components/requestBodies/B"},
                "responses": {"404": {"$ref": "#/components/responses/R", "description": "mine"}},
            },
            schemas={},
            parameters={"P": {"name": "p"}},
            requestBodies={"B": {"$ref": "#/components/requestBodies/C"}, "C": {"content": {}}},
            responses={"R": {"description": "theirs", "content": {}}},
        ),
        of_operation(
            {
                "parameters": [{"name": "p"}],
                "requestBody": {"content": {}},
                "responses": {"404": {"description": "mine", "content": {}}},
            },
            schemas={},
        ),
    ),
    (
        of_operation(
            {"parameters": [{"$ref": "#/components/parameters/P"}]},
            method="query",
            schemas={},
            parameters={"P": {"name": "p"}},
        ),
        of_operation({"parameters": [{"name": "p"}]}, method="query", schemas={}),
    ),
    (
        {
            "paths": {
                "/x": {
                    "parameters": [{"name": "a"}, {"name": "b"}],
                    "get": {"parameters": [{"name": "b", "x": 1}]},
                }
            }
        },
        {"paths": {"/x": {"get": {"parameters": [{"name": "b", "x": 1}, {"name": "a"}]}}}},
    ),
]


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_before_and_after(before: Any, after: Any) -> None:
    check_rule(place_shared_parts, before, after)


def test_the_first_row_stays_as_it_is() -> None:
    before, after = ROWS[0]
    assert before == after


X = {"get": {"operationId": "x"}, "query": {"operationId": "y"}}
MEDIA = {"schema": {"type": "string"}}


def of_path(item: Any, **components: Any) -> Any:
    return {"paths": {"/x": item}, "components": components}


ITEMS: list[tuple[Any, Any]] = [
    (of_path({"get": {}}, pathItems={"X": X}), of_path({"get": {}}, pathItems={"X": X})),
    (of_path({"$ref": "#/nowhere"}), of_path({"$ref": "#/nowhere"})),
    (of_path({"$ref": "other.yaml"}), of_path({"$ref": "other.yaml"})),
    (
        of_path({"$ref": "#/components/pathItems/X"}, pathItems={"X": X}),
        of_path(X, pathItems={"X": X}),
    ),
    (
        of_path({"$ref": "#/components/pathItems/X", "get": {"tags": []}}, pathItems={"X": X}),
        of_path({**X, "get": {"tags": []}}, pathItems={"X": X}),
    ),
    (
        of_path(
            {"$ref": "#/components/pathItems/X", "additionalOperations": {"LINK": {}}},
            pathItems={"X": {"additionalOperations": {"MOVE": {}}}},
        ),
        of_path(
            {"additionalOperations": {"MOVE": {}, "LINK": {}}},
            pathItems={"X": {"additionalOperations": {"MOVE": {}}}},
        ),
    ),
    (
        of_path(
            {"query": {"requestBody": {"content": {"a/b": {"$ref": "#/components/mediaTypes/M"}}}}},
            mediaTypes={"M": MEDIA},
        ),
        of_path(
            {"query": {"requestBody": {"content": {"a/b": MEDIA}}}},
            mediaTypes={"M": MEDIA},
        ),
    ),
]


@pytest.mark.parametrize(("before", "after"), ITEMS)
def test_path_items_and_media_types(before: Any, after: Any) -> None:
    check_rule(place_path_items, before, after)
