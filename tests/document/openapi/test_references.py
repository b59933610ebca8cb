"""References are found where they are references, and resolved inside the document."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.kinds import DATA, DOCUMENT, spot_at
from specmend.document.openapi.references import (
    follow,
    locate,
    references,
    resolve,
)
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING

REF = {"$ref": "#/a"}
GET = ("paths", "/a", "get")


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


@pytest.mark.parametrize(
    ("address", "part", "addresses"),
    [
        pytest.param(
            (*GET, "responses"), {"default": REF, "x-a": REF}, [("default", "$ref")], id="names"
        ),
        pytest.param(("components", "schemas", "A"), {"default": REF}, [], id="a schema"),
        pytest.param(
            ("components", "links", "L"),
            {"parameters": {"p": REF}, "requestBody": REF},
            [],
            id="a link",
        ),
        pytest.param((*GET, "callbacks", "c"), {"$ref": "#/c"}, [("$ref",)], id="a callback"),
        pytest.param((*GET, "security"), [{"$ref": []}], [], id="names of security schemes"),
        pytest.param(
            ("paths", "/a", "additionalOperations"),
            {"default": {"parameters": [REF]}},
            [("default", "parameters", 0, "$ref")],
            id="a method called like data",
        ),
    ],
)
def test_a_part_of_a_document_is_read_as_what_it_is(
    address: Address, part: Any, addresses: list[Address]
) -> None:
    assert [place for place, _ in references(part, spot_at(address))] == addresses


def test_data_has_no_references() -> None:
    assert list(references({"a": REF}, DATA)) == []


def test_a_document_is_read_the_same_from_a_known_start_and_an_unknown_one() -> None:
    tree = {"paths": {"/a": {"query": {"responses": {"default": REF}}}}, "components": {"x-a": REF}}
    assert list(references(tree, DOCUMENT)) == list(references(tree))


CHAIN: Any = {"a": {"$ref": "#/b"}, "b": {"$ref": "#/c/0"}, "c": [{"d": 1}], "e": {"$ref": "#/e"}}


@pytest.mark.parametrize(
    ("tree", "end"),
    [
        (CHAIN, ("c", 0)),
        ({"a": 1}, ("a",)),
        ({"a": {"$ref": "#/no"}}, ("a",)),
        ({"a": {"$ref": "other.yaml"}}, ("a",)),
        ({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}}, ("a",)),
    ],
)
def test_references_are_followed_to_their_end(tree: Any, end: Address) -> None:
    assert follow(tree, ("a",))[0] == end


@pytest.mark.parametrize(
    ("reference", "address"),
    [("#/c/0", ("c", 0)), ("#/a", ("a",)), ("#", ()), ("#/no", None), ("x.yaml#/a", None)],
)
def test_a_reference_is_located(reference: str, address: Address | None) -> None:
    assert locate(CHAIN, reference) == address
