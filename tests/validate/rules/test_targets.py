"""References and the kind of what they lead to."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import OK, VERSIONS, document, told

COMPONENTS: Any = {
    "schemas": {"S": {"properties": {"p": {}}, "example": {"a": {}}}},
    "responses": {"R": {"description": "d", "content": {"text/plain": {"schema": {}}}}},
    "parameters": {"P": {"name": "p", "in": "query", "schema": {}}},
}


def faults(version: str, **components: object) -> list[tuple[str, str]]:
    return told("targets", document(version, components={**COMPONENTS, **components}))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    "reference",
    [
        "#/components/schemas/S",
        "#/components/schemas/S/properties/p",
        "#/components/responses/R/content/text~1plain/schema",
        "#/components/schemas/S/example/a",
        "#/nowhere",
        "other.yaml#/S",
    ],
)
def test_a_schema_anywhere_or_what_is_not_known(version: str, reference: str) -> None:
    schemas = {**COMPONENTS["schemas"], "T": {"$ref": reference}}
    assert faults(version, schemas=schemas) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        ("#/components/parameters/P", "parameter"),
        ("#/components/responses/R", "response"),
        ("#/paths/~1a", "path item"),
        ("#/components/schemas/S/properties", "table of schemas"),
    ],
)
def test_another_kind(version: str, reference: str, kind: str) -> None:
    schemas = {**COMPONENTS["schemas"], "T": {"$ref": reference}}
    assert faults(version, schemas=schemas) == [
        ("/components/schemas/T/$ref",
         f"the reference {reference} leads to a {kind}, not to a schema")
    ]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("reference", "thing"),
    [
        ("", "the document"),
        ("#", "the document"),
        ("#/info", "info"),
        ("#/components", "the components"),
        ("#/servers", "a list of servers"),
    ],
)
def test_what_is_no_object_that_is_referred_to(version: str, reference: str, thing: str) -> None:
    answers = {"200": {"$ref": reference}}
    tree = document(
        version,
        servers=[{"url": "/"}],
        components={},
        paths={"/a": {"get": {"responses": answers}}},
    )
    assert told("targets", tree) == [
        ("/paths/~1a/get/responses/200/$ref",
         f"the reference {reference or 'without words'} leads to {thing}, not to a response")
    ]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_a_path_item_leads_to_another(version: str) -> None:
    paths = {"/a": {"get": {"responses": OK}}, "/b": {"$ref": "#/paths/~1a"}}
    assert told("targets", document(version, paths=paths)) == []
    paths["/b"] = {"$ref": "#/paths/~1a/get"}
    assert told("targets", document(version, paths=paths)) == [
        ("/paths/~1b/$ref",
         "the reference #/paths/~1a/get leads to an operation, not to a path item")
    ]  # fmt: skip
    paths["/b"] = {"$ref": "a b"}
    assert told("targets", document(version, paths=paths)) == [
        ("/paths/~1b/$ref", 'the reference "a b" is no URI')
    ]
