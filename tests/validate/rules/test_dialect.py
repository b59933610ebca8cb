"""The dialect of schemas: JSON Schema with the words of OpenAPI, all the way down."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.breach import Checker
from specmend.validate.rules.dialect import DIALECT, other_dialect


@pytest.mark.parametrize(
    ("schema", "valid"),
    [
        (True, True),
        ({"type": "object", "xml": {"name": "a"}, "x-more": 1, "unknown": 1}, True),
        ({"discriminator": {"propertyName": "a", "mapping": {"b": "c"}, "x-y": 1}}, True),
        ({"discriminator": {"mapping": {}}}, False),
        ({"properties": {"a": {"items": {"discriminator": {"propertyName": 5}}}}}, False),
        ({"properties": {"a": {"type": "nonsense"}}}, False),
        ({"properties": {"discriminator": {"type": "string"}}}, True),
        ({"externalDocs": {}}, False),
        ({"xml": {"wrapped": "yes"}}, False),
        ({"default": {"discriminator": 5}}, True),
        (5, False),
    ],
)
def test_schemas(schema: Any, valid: bool) -> None:
    assert (not Checker(DIALECT).breaches(schema)) == valid


@pytest.mark.parametrize(
    ("named", "other"),
    [
        (None, ""),
        ("https://spec.openapis.org/oas/3.1/dialect/base", ""),
        ("https://json-schema.org/draft/2020-12/schema", ""),
        ("https://json-schema.org/draft-07/schema", "https://json-schema.org/draft-07/schema"),
        (5, ""),
    ],
)
def test_another_dialect_is_told(named: Any, other: str) -> None:
    assert other_dialect({"jsonSchemaDialect": named} if named else {}) == other
