"""Which components are used: by references from anywhere, by security, by extension."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.usage import components, unused_components


def ref(kind: str, name: str) -> Any:
    return {"$ref": f"#/components/{kind}/{name}"}


def document(*, paths: Any = None, top: Any = None, **kinds: Any) -> Any:
    return {"paths": paths or {}, "components": kinds, **(top or {})}


def answered(media: Any) -> Any:
    return {"/a": {"query": {"responses": {"200": {"content": {"a/b": media}}}}}}


A = ("components", "schemas", "A")
B = ("components", "schemas", "B")

TABLE = [
    pytest.param(
        document(
            top={"openapi": "3.1.0"},
            paths=answered({"schema": {"$ref": "https://x/a"}}),
            schemas={
                "A": {"$id": "https://x/a", "items": {"$dynamicRef": "b#n"}},
                "B": {"$id": "https://x/b", "$dynamicAnchor": "n"},
            },
        ),
        set(),
        id="by the names that schemas give themselves",
    ),
    pytest.param(document(), set(), id="none"),
    pytest.param(document(schemas={"A": {}}), {A}, id="nothing leads to it"),
    pytest.param(
        document(paths=answered({"schema": ref("schemas", "A")}), schemas={"A": {}}),
        set(),
        id="an operation does",
    ),
    pytest.param(
        document(
            paths={
                "/a": {"additionalOperations": {"LINK": {"parameters": [ref("parameters", "P")]}}}
            },
            parameters={"P": {"schema": ref("schemas", "A")}},
            schemas={"A": {}},
        ),
        set(),
        id="an additional operation does, by a parameter",
    ),
    pytest.param(
        document(
            paths=answered(ref("mediaTypes", "M")),
            mediaTypes={"M": {"itemSchema": ref("schemas", "A")}},
            schemas={"A": {}},
        ),
        set(),
        id="a media type does",
    ),
    pytest.param(
        document(
            paths=answered({"examples": {"x": ref("examples", "E")}}), examples={"E": {"value": 1}}
        ),
        set(),
        id="examples are referred to",
    ),
    pytest.param(
        document(paths=answered({"example": ref("schemas", "A")}), schemas={"A": {}, "B": {}}),
        {A, B},
        id="an example is data",
    ),
    pytest.param(
        document(schemas={"A": {"items": ref("schemas", "B")}, "B": ref("schemas", "A")}),
        {A, B},
        id="two that use each other alone",
    ),
    pytest.param(
        document(
            paths=answered({"schema": ref("schemas", "A")}),
            schemas={"A": {"discriminator": {"defaultMapping": "B"}}, "B": {}},
        ),
        set(),
        id="the default of a discriminator names it",
    ),
    pytest.param(
        document(
            paths=answered({"schema": ref("schemas", "A")}),
            schemas={
                "A": {"discriminator": {"propertyName": "k"}},
                "B": {"allOf": [ref("schemas", "A")]},
            },
        ),
        set(),
        id="it extends one with a discriminator",
    ),
    pytest.param(
        document(top={"security": [{"S": []}]}, securitySchemes={"S": {}, "T": {}}),
        {("components", "securitySchemes", "T")},
        id="security of the document",
    ),
    pytest.param(
        document(paths={"/a": {"query": {"security": [{"S": []}]}}}, securitySchemes={"S": {}}),
        set(),
        id="security of an operation",
    ),
    pytest.param(
        document(
            pathItems={"I": {"get": {"security": [{"S": []}]}}},
            securitySchemes={"S": {}},
            top={"webhooks": {"w": ref("pathItems", "I")}},
        ),
        set(),
        id="security of a used path item",
    ),
    pytest.param(
        document(pathItems={"I": {"get": {"security": [{"S": []}]}}}, securitySchemes={"S": {}}),
        {("components", "pathItems", "I"), ("components", "securitySchemes", "S")},
        id="security of an unused one",
    ),
]


@pytest.mark.parametrize(("tree", "unused"), TABLE)
def test_what_nothing_leads_to_is_unused(tree: Any, unused: set[tuple[str, ...]]) -> None:
    assert unused_components(tree) == unused


def test_the_components_are_those_of_every_kind() -> None:
    tree = document(schemas={"A": {}}, mediaTypes={"M": {}}, links=[], **{"x-a": {"B": {}}})
    assert list(components(tree)) == [A, ("components", "mediaTypes", "M")]
    assert list(components({})) == []
