"""The JSON Schemas of the standard are compiled for each version, and go as deep as documents."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, told

from specmend.validate.rules.standard import checker_of

LEVELS = 190
"""Two levels of a document for each schema: as many as a document may have, nearly."""


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("with_schemas", [True, False])
def test_each_version_has_its_schema(version: str, with_schemas: bool) -> None:
    checker = checker_of(version[:3], with_schemas=with_schemas)
    assert checker.breaches(document(version)) == []
    assert checker.breaches({})


@pytest.mark.parametrize("version", VERSIONS)
def test_a_fault_at_the_deepest_place_is_found(version: str) -> None:
    schema: Any = {"type": "integer", "minItems": "x", "default": "y"}
    for _ in range(LEVELS):
        schema = {"type": "object", "properties": {"a": schema}}
    tree = document(version, components={"schemas": {"A": schema}})
    assert [message for _, message in told("openapi", tree)] == [
        "'minItems' is \"x\" and not a whole number"
    ]
    assert len(told("defaults", tree)) == 1
