"""Whether a schema says that null is allowed."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.matching.nulls import says_null

PET = ("components", "schemas", "Pet")
TEXT = {"type": "string"}
NULL = {"type": "null"}
OR_NULL = {"type": ["string", "null"]}
BASE = {"$ref": "#/components/schemas/Base"}
NONE = {"$ref": "#/components/schemas/None"}

CASES: list[tuple[Any, bool]] = [
    (TEXT, False),
    (OR_NULL, True),
    ({}, False),
    ({"enum": ["a", None]}, True),
    ({"const": None}, True),
    ({**OR_NULL, "enum": ["a"]}, False),
    ({**OR_NULL, "enum": ["a", None]}, True),
    ({"anyOf": [TEXT, NULL]}, True),
    ({"anyOf": [TEXT, {"const": None}]}, True),
    ({"oneOf": [TEXT, NONE]}, True),
    ({"oneOf": [OR_NULL, NULL]}, False),
    ({"anyOf": [OR_NULL, NULL]}, True),
    ({"type": "string", "anyOf": [TEXT, NULL]}, False),
    (BASE, True),
    ({"allOf": [BASE]}, True),
    ({"allOf": [BASE, TEXT]}, False),
    ({"allOf": [BASE, {"title": "Words"}]}, False),
    ({"$ref": "#/components/schemas/Pet"}, False),
    # Since OpenAPI 3.1 it says nothing.
    ({**TEXT, "nullable": True}, False),
    (True, False),
]


@pytest.mark.parametrize(("schema", "says"), CASES)
def test_in_31(schema: Any, says: bool) -> None:
    schemas = {"Pet": schema, "Base": OR_NULL, "None": NULL}
    assert says_null({"openapi": "3.1.0", "components": {"schemas": schemas}}, PET) is says


IN_30: list[tuple[Any, bool]] = [
    ({**TEXT, "nullable": True}, True),
    ({**TEXT, "nullable": True, "enum": ["a"]}, False),
    # Without a type it has no effect, and beside a reference nothing has.
    ({"nullable": True}, False),
    ({"$ref": "#/components/schemas/Text", "nullable": True}, False),
    (BASE, True),
    ({"allOf": [BASE], "nullable": True}, True),
    ({"allOf": [{"$ref": "#/components/schemas/Text"}], "nullable": True}, False),
]


@pytest.mark.parametrize(("schema", "says"), IN_30)
def test_in_30(schema: Any, says: bool) -> None:
    schemas = {"Pet": schema, "Base": {**TEXT, "nullable": True}, "Text": TEXT}
    assert says_null({"openapi": "3.0.3", "components": {"schemas": schemas}}, PET) is says
