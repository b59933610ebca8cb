"""References are found where they are references, and resolved inside the document."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING

REF = {"$ref": "#/a"}


@pytest.mark.parametrize(
    ("tree", "addresses"),
    [
        pytest.param({"a": 1}, [], id="none"),
        pytest.param(
            {"b": REF, "a": [1, REF]}, [("b", "$ref"), ("a", 1, "$ref")], id="in document order"
        ),
        pytest.param(
            {"example": REF, "examples": [REF], "default": REF, "x-y": REF}, [], id="data"
        ),
        pytest.param(
            {"examples": {"x": REF, "y": {"value": REF, "dataValue": REF}}},
            [("examples", "x", "$ref")],
            id="examples by name may be references",
        ),
        pytest.param({"enum": [REF], "const": REF, "value": REF}, [], id="data of schemas"),
        pytest.param(
            {"properties": {"default": REF}},
            [("properties", "default", "$ref")],
            id="property named as data",
        ),
        pytest.param({"properties": {"$ref": {"type": "string"}}}, [], id="property named $ref"),
        pytest.param(
            {"responses": {"default": REF}},
            [("responses", "default", "$ref")],
            id="default response",
        ),
        pytest.param({"$ref": 5}, [], id="not a string"),
    ],
)
def test_references_are_found(tree: Any, addresses: list[tuple[str | int, ...]]) -> None:
    assert [address for address, _ in references(tree)] == addresses


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        ("#", {"a": {"b c": [1]}, "d/e": 2}),
        ("#/a/b%20c/0", 1),
        ("#/d~1e", 2),
        ("#/a/b%20c/1", MISSING),
        ("#/a/b%20c/x", MISSING),
        ("#/nothing", MISSING),
        ("#nothing", MISSING),
        ("other.yaml#/a", MISSING),
    ],
)
def test_a_reference_is_resolved(reference: str, value: Any) -> None:
    tree = {"a": {"b c": [1]}, "d/e": 2}
    assert resolve(tree, reference) == value
