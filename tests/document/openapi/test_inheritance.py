"""Schemas that extend others by allOf."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.inheritance import extending, extensions_of
from specmend.document.tree.pointer import Address


def at(*tokens: str | int) -> Address:
    return ("components", "schemas", *tokens)


def ref(name: str) -> Any:
    return {"$ref": f"#/components/schemas/{name}"}


TREE: Any = {
    "components": {
        "schemas": {
            "Base": {"properties": {"x": {}}},
            "Child": {"allOf": [ref("Base"), {"properties": {"y": {}}}]},
            "Grandchild": {"allOf": [ref("Child")], "properties": {"x": {}}},
            "Lost": {"allOf": [ref("Nowhere"), {"$ref": "other.yaml"}, True]},
            "Round": {"allOf": [ref("Round")]},
        }
    }
}


def test_a_schema_is_extended_by_those_that_name_it() -> None:
    assert extensions_of(TREE) == {
        at("Base"): [at("Child")],
        at("Child", "allOf", 1): [at("Child")],
        at("Child"): [at("Grandchild")],
        at("Round"): [at("Round")],
    }


@pytest.mark.parametrize(
    ("base", "name", "places"),
    [
        (
            "Base",
            "z",
            [at("Child"), at("Child", "allOf", 0), at("Child", "allOf", 1),
             at("Grandchild"), at("Grandchild", "allOf", 0)],
        ),
        (
            "Base",
            "y",
            [at("Child"), at("Child", "allOf", 0), at("Grandchild"), at("Grandchild", "allOf", 0)],
        ),
        ("Child", "x", [at("Grandchild", "allOf", 0)]),
        ("Lost", "x", []),
        ("Round", "x", []),
    ],
)  # fmt: skip
def test_the_schemas_that_lack_a_property_are_found(
    base: str, name: str, places: list[Address]
) -> None:
    assert list(extending(TREE, extensions_of(TREE), at(base), name)) == places
