"""What stands beside a reference and is lost there, and what is no loss."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import VERSIONS, document, levels, told

ANSWER = {"$ref": "#/components/responses/E"}
E = {"E": {"description": "d"}}


def with_schema(version: str, **beside: object) -> object:
    schemas = {"A": {"$ref": "#/components/schemas/B", **beside}, "B": {}}
    return document(version, components={"schemas": schemas})


@pytest.mark.parametrize("version", VERSIONS)
def test_a_field_of_an_object_is_lost(version: str) -> None:
    answers = {"200": {**ANSWER, "headers": {}}}
    paths = {"/a": {"get": {"responses": answers}}}
    tree = document(version, paths=paths, components={"responses": E})
    assert told("beside", tree) == [
        ("/paths/~1a/get/responses/200/headers",
         "'headers' stands beside a reference, and OpenAPI ignores it there")
    ]  # fmt: skip
    assert levels("beside", tree) == ["warning"]


def test_keywords_of_schemas_are_lost_in_3_0_alone() -> None:
    found = [told("beside", with_schema(version, nullable=True)) for version in VERSIONS]
    assert [len(one) for one in found] == [1, 0, 0]


@pytest.mark.parametrize("version", VERSIONS)
def test_texts_for_people_and_extensions_are_no_loss(version: str) -> None:
    beside = {"description": "d", "title": "t", "example": 1, "x-a": 1}
    assert told("beside", with_schema(version, **beside)) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_a_path_item_may_have_fields_beside_its_reference(version: str) -> None:
    paths = {"/a": {"get": {"responses": E}}, "/b": {"$ref": "#/paths/~1a", "parameters": []}}
    assert told("beside", document(version, paths=paths)) == []
