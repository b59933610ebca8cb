"""The names of component schemas in references, escaped and not."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.components import (
    component_schemas,
    refer,
    schema_named,
    schema_pointer,
    schema_reference,
)


@pytest.mark.parametrize(
    ("reference", "name", "inside"),
    [
        ("#/components/schemas/Pet", "Pet", False),
        ("#/components/schemas/Pet/properties/name", "Pet", True),
        ("#/components/schemas/A%20B", "A B", False),
        ("#/components/schemas/a~1b", "a/b", False),
        ("#/components/schemas/a~1b/items", "a/b", True),
        ("#/components/responses/Pet", "", False),
        ("other.yaml#/components/schemas/Pet", "", False),
        ("#/$defs/Pet", "", False),
        ("#", "", False),
        (5, "", False),
        (None, "", False),
    ],
)
def test_a_reference_names_a_schema(reference: Any, name: str, inside: bool) -> None:
    assert schema_named(reference) == name
    assert schema_reference({"$ref": reference}) == (None if inside or not name else name)


@pytest.mark.parametrize("schema", [{}, True, None, ["$ref"], {"type": "object"}])
def test_what_is_no_reference_names_nothing(schema: Any) -> None:
    assert schema_reference(schema) is None


@pytest.mark.parametrize("name", ["Pet", "a/b", "a~b"])
def test_the_pointer_of_a_name_names_it(name: str) -> None:
    assert schema_named(schema_pointer(name)) == name


def test_a_reference_is_made_of_a_name() -> None:
    assert refer("Pet") == {"$ref": "#/components/schemas/Pet"}


@pytest.mark.parametrize(
    ("tree", "schemas"),
    [
        ({"components": {"schemas": {"A": {}}}}, {"A": {}}),
        ({"components": {"schemas": []}}, {}),
        ({"components": {}}, {}),
        ({}, {}),
    ],
)
def test_the_schemas_of_a_document(tree: Any, schemas: Any) -> None:
    assert component_schemas(tree) == schemas
