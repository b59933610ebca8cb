"""What each object holds, beside the official schema, and what stands at an address."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_spec_validator.schemas import schema_v32

from specmend.document.openapi.kinds import DATA, PARTS, UNKNOWN, spot_at, spot_below
from specmend.document.tree.pointer import Address


@pytest.mark.parametrize(
    ("address", "has_names"),
    [
        ((), False),
        (("paths",), True),
        (("webhooks",), True),
        (("components",), False),
        (("components", "schemas"), True),
        (("components", "schemas", "properties"), False),
        (("components", "schemas", "properties", "properties"), True),
        (("components", "schemas", "A", "default", "properties"), False),
        (("paths", "/a", "parameters", 0), False),
        (("paths", "/a", "additionalOperations"), True),
        (("paths", "/a", "get", "callbacks", "c"), True),
        (("paths", "/a", "get", "security", 0), True),
        (("components", "schemas", "A", "discriminator", "mapping"), True),
        (("components", "securitySchemes", "s", "flows", "implicit", "scopes"), True),
    ],
)
def test_the_keys_of_a_place_are_names_or_fields(address: Address, has_names: bool) -> None:
    assert spot_at(address).has_names is has_names


@pytest.mark.parametrize(
    "address",
    [
        ("x-a",),
        ("paths", "x-a"),
        ("paths", "/a", "get", "x-a", "schema"),
        ("components", "schemas", "A", "default"),
        ("components", "schemas", "A", "examples", 0),
        ("components", "examples", "E", "value"),
        ("components", "examples", "E", "dataValue", "schema"),
        ("components", "links", "L", "parameters", "id"),
        ("components", "links", "L", "requestBody"),
        ("servers", 0, "variables", "v", "default"),
    ],
)
def test_what_is_data_has_no_structure(address: Address) -> None:
    assert spot_at(address) == DATA
    assert not spot_at(address).may_refer


def test_of_an_unknown_object_the_likeliest_is_taken() -> None:
    assert spot_below(UNKNOWN, "properties") == ("map", "schema")
    assert spot_below(UNKNOWN, "default") == DATA
    assert spot_below(UNKNOWN, "anything") == UNKNOWN
    examples = spot_below(UNKNOWN, "examples")
    assert spot_below(examples, "cat") == ("one", "example")
    assert spot_below(examples, 0) == DATA


# The names of the objects in the official schema of OpenAPI 3.2, where they are other words.
OFFICIAL = {
    "path item": "path-item",
    "request body": "request-body",
    "media type": "media-type",
    "security scheme": "security-scheme",
    "server variable": "server-variable",
    "flows": "oauth-flows",
}


def test_the_table_has_every_field_of_the_official_schema_that_holds_an_object() -> None:
    definitions = schema_v32["$defs"]
    for kind, parts in PARTS.items():
        name = OFFICIAL.get(kind, kind)
        if kind == "document" or name in definitions:
            official = schema_v32 if kind == "document" else definitions[name]
            fields = {key for key, value in official.get("properties", {}).items() if holds(value)}
            assert fields - PROSE <= set(parts), kind


PROSE = {"info", "externalDocs", "style", "in", "type", "contact", "license"}
"""Objects without parts of their own, and fields with a choice of words."""


def holds(value: Any) -> bool:
    """Whether a field of the official schema has an object, several of them, or any value."""
    if value is True:
        return True
    texts = str(value)
    return ("$ref" in texts or "$dynamicRef" in texts) and "map-of-strings" not in texts
