"""Which schemes a call needs, by the words of each version of the standard."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.security import (
    alternatives,
    required_of,
    scheme_names,
    scheme_place,
    security_schemes,
)

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
SELF = "https://a.test/api.yaml"


def tree(version: str, **schemes: Any) -> dict[str, Any]:
    return {"openapi": version, "$self": SELF, "components": {"securitySchemes": schemes}}


def test_a_scheme_that_is_a_reference_is_what_it_leads_to() -> None:
    document = tree("3.0.4", a={"$ref": "#/components/securitySchemes/b"}, b=KEY, c="odd")
    assert security_schemes(document) == {"a": KEY, "b": KEY}
    assert security_schemes({}) == security_schemes({"components": {"securitySchemes": []}}) == {}


@pytest.mark.parametrize(
    ("version", "name", "place"),
    [
        ("3.0.4", "k", ("components", "securitySchemes", "k")),
        ("3.1.1", "k", ("components", "securitySchemes", "k")),
        ("3.2.0", "k", ("components", "securitySchemes", "k")),
        ("3.2.0", "#/components/securitySchemes/k", ("components", "securitySchemes", "k")),
        ("3.2.0", f"{SELF}#/components/securitySchemes/k", ("components", "securitySchemes", "k")),
        ("3.1.1", "#/components/securitySchemes/k", None),
        ("3.2.0", "#/components/securitySchemes/other", None),
        ("3.2.0", "other", None),
        ("3.0.4", "other", None),
    ],
)
def test_the_scheme_that_a_requirement_names(version: str, name: str, place: Any) -> None:
    assert scheme_place(tree(version, k=KEY), ("security", 0), name) == place


def test_a_component_of_the_name_comes_before_a_uri() -> None:
    document = tree("3.2.0", **{SELF: KEY})
    assert scheme_place(document, ("security", 0), SELF) == ("components", "securitySchemes", SELF)


@pytest.mark.parametrize(
    ("root", "own", "required"),
    [
        ({}, {}, None),
        ({"security": [{"a": []}]}, {}, [{"a": []}]),
        ({"security": [{"a": []}]}, {"security": [{"b": []}]}, [{"b": []}]),
        ({"security": [{"a": []}]}, {"security": []}, []),
        ({}, {"security": [{}]}, [{}]),
    ],
)
def test_an_operation_is_heard_before_the_document(root: Any, own: Any, required: Any) -> None:
    assert required_of(root, own) == required


def test_alternatives_and_their_names() -> None:
    requirements: Any = [{"a": [], "b": ["x"]}, {}, "odd", {"a": []}]
    assert list(alternatives(requirements)) == [{"a": [], "b": ["x"]}, {}, {"a": []}]
    assert list(scheme_names(requirements)) == ["a", "b", "a"]
    assert list(scheme_names(None)) == []
