"""The units of a document, and which of them uses which."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.units import Units
from specmend.document.tree.pointer import Address


def operation(reference: str) -> Any:
    return {"responses": {"200": {"content": {"a/b": {"schema": {"$ref": reference}}}}}}


ITEM: Address = ("paths", "/a")
GET: Address = ("paths", "/a", "get")
A: Address = ("components", "schemas", "A")
B: Address = ("components", "schemas", "B")


def document(reference: str = "", **more: Any) -> Any:
    schemas: Any = {"A": {"properties": {"b": {}}}, "B": {}}
    paths = {"/a": {"get": operation(reference) if reference else {}}}
    return {"paths": paths, "components": {"schemas": schemas}, **more}


USES: list[Any] = [
    pytest.param(document(), [ITEM], id="only what the path item says"),
    pytest.param(document("#/components/schemas/A"), [A, ITEM], id="a component"),
    pytest.param(document("#/components/schemas/A/properties/b"), [A, ITEM], id="into a component"),
    pytest.param(document("#/components/schemas/C"), [ITEM], id="nowhere"),
    pytest.param(document("other.yaml#/A"), [ITEM], id="another document"),
    pytest.param(document("#"), [(), ITEM], id="the document"),
    pytest.param(
        document("#/definitions/A", definitions={"A": {}}),
        [("definitions", "A"), ITEM],
        id="a place that is no component",
    ),
]


@pytest.mark.parametrize(("tree", "used"), USES)
def test_an_operation_uses_what_it_refers_to(tree: Any, used: list[Address]) -> None:
    assert sorted(Units(tree=tree).used[GET], key=str) == sorted(used, key=str)


def test_a_place_in_an_extension_uses_what_it_refers_to() -> None:
    shared = {"A": {"items": {"$ref": "#/components/schemas/B"}}}
    units = Units(tree=document("#/x-shared/A", **{"x-shared": shared}))
    assert list(units.used[("x-shared", "A")]) == [B]
    assert list(units.users[B]) == [("x-shared", "A")]


def test_each_unit_has_those_that_use_it_and_those_inside_it() -> None:
    units = Units(tree=document("#/components/schemas/A"))
    assert list(units.users[A]) == [GET]
    assert list(units.users[B]) == []
    assert list(units.inside[ITEM]) == [GET]
    assert units.of((*GET, "responses", "200")) == GET
    assert units.of(("info", "title")) is None
