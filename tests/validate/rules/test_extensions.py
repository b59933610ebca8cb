"""Extensions among names are read as such, with a warning, and nothing else is said of them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, levels, rules_of, told


def sprinkled() -> dict[str, Any]:
    """Parts of a document with extensions wherever the standard has them."""
    get = {"x-a": 1, "tags": ["t"], "responses": {"x-a": {}, "204": {"description": "d", "x-a": 1}}}
    return {
        "x-a": {"get": 1},
        "tags": [{"name": "t", "x-a": 1}],
        "servers": [{"url": "/", "x-a": 1}],
        "paths": {"x-a": {"get": 1}, "/a": {"x-a": 1, "get": get}},
        "components": {
            "x-a": {"A": 1},
            "schemas": {"A": {"x-a": {"type": 5}, "type": "object", "properties": {"x-a": {}}}},
            "headers": {"x-a": {"schema": {"type": "string"}}},
        },
    }


@pytest.mark.parametrize("version", VERSIONS)
def test_extensions_in_their_places_are_no_fault(version: str) -> None:
    assert rules_of(document(version, **sprinkled())) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_extensions_among_names_are_a_warning_and_no_more(version: str) -> None:
    parts = sprinkled()
    parts["components"] |= {"examples": {"x-b": 1}, "callbacks": {"x-b": [True]}}
    parts["paths"]["/a"]["get"]["callbacks"] = {"x-b": "text"}
    tree = document(version, **parts)
    assert sorted(told("extensions", tree)) == [
        (place, "'x-b' stands among names and is read as an extension")
        for place in ("/components/callbacks/x-b", "/components/examples/x-b",
                      "/paths/~1a/get/callbacks/x-b")
    ]  # fmt: skip
    assert set(levels("extensions", tree)) == {"warning"}
    assert set(rules_of(tree)) == {"extensions"}


def test_names_that_begin_with_x_are_names() -> None:
    named = {"properties": {"x-a": {"type": "string"}}, "required": ["x-a"]}
    schema = {
        "oneOf": [{"$ref": "#/components/schemas/B"}],
        "discriminator": {"propertyName": "x-a", "mapping": {"x-b": "#/components/schemas/B"}},
    }
    flows = {"implicit": {"authorizationUrl": "/", "scopes": {"x-read": "read"}}}
    components = {
        "schemas": {"A": schema, "B": named, "x-c": {"type": "string"}},
        "securitySchemes": {"o": {"type": "oauth2", "flows": flows}},
    }
    assert rules_of(document(components=components)) == []


def test_a_property_that_is_none_is_still_a_fault() -> None:
    tree = document(components={"schemas": {"A": {"properties": {"x-a": 5}}}})
    assert rules_of(tree) == ["openapi"]
