"""References are carried along wherever they stand, and what is data stays."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.retarget import every_reference, map_references, retarget

A, B = (*SCHEMAS, "A"), (*SCHEMAS, "B")
TO_A, TO_B = {"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        pytest.param({"x": 1, "y": [TO_B]}, {"x": 1, "y": [TO_B]}, id="nothing to do"),
        pytest.param({"y": [TO_A, {"z": TO_A}]}, {"y": [TO_B, {"z": TO_B}]}, id="anywhere"),
        pytest.param(
            {"$ref": TO_A["$ref"] + "/items"}, {"$ref": TO_B["$ref"] + "/items"}, id="into it"
        ),
        pytest.param(
            {"$ref": TO_A["$ref"] + "B"}, {"$ref": TO_A["$ref"] + "B"}, id="a longer name"
        ),
        pytest.param(
            {"$ref": "#/components/schemas/%41"}, {"$ref": "#/components/schemas/B"}, id="encoded"
        ),
        pytest.param(
            {"$ref": "other.yaml" + TO_A["$ref"]},
            {"$ref": "other.yaml" + TO_A["$ref"]},
            id="elsewhere",
        ),
        pytest.param({"operationRef": TO_A["$ref"]}, {"operationRef": TO_B["$ref"]}, id="links"),
        pytest.param({"default": TO_A, "x-a": TO_A}, {"default": TO_A, "x-a": TO_A}, id="data"),
        pytest.param(
            {"properties": {"default": TO_A}}, {"properties": {"default": TO_B}}, id="names"
        ),
        pytest.param({"headers": {"x-a": TO_A}}, {"headers": {"x-a": TO_B}}, id="names of headers"),
        pytest.param(
            {"parameters": {"example": TO_A}},
            {"parameters": {"example": TO_B}},
            id="names of components",
        ),
        pytest.param(
            {"discriminator": {"mapping": {"a": "A", "b": TO_A["$ref"], "c": "C", "d": 1}}},
            {"discriminator": {"mapping": {"a": "B", "b": TO_B["$ref"], "c": "C", "d": 1}}},
            id="mappings",
        ),
    ],
)
def test_references_lead_to_the_new_place(before: Any, meant: Any) -> None:
    made = retarget(before, {A: B})
    assert made == meant
    assert (made is before) == (before == meant)


def test_what_holds_no_reference_is_shared() -> None:
    tree = {"a": {"b": [1]}, "c": TO_A}
    made = retarget(tree, {A: B})
    assert made["a"] is tree["a"]
    assert tree["c"] is TO_A


def test_a_bare_name_that_gets_another_place_becomes_a_reference() -> None:
    tree = {"discriminator": {"mapping": {"a": "A"}}}
    assert retarget(tree, {A: ("$defs", "A")}) == {"discriminator": {"mapping": {"a": "#/$defs/A"}}}


def test_every_reference_is_found_and_a_bare_name_is_written_out() -> None:
    tree = {
        "a": TO_A,
        "b": {"operationRef": "#/paths"},
        "discriminator": {"mapping": {"a": "A"}},
        "example": TO_B,
    }
    assert every_reference(tree) == ["#/components/schemas/A", "#/paths", "#/components/schemas/A"]


def test_a_part_of_a_document_may_be_a_mapping_by_names() -> None:
    part = {"example": {"$ref": "#/a"}}
    assert map_references(part, str.upper, spot_at(("components", "schemas"))) == {
        "example": {"$ref": "#/A"}
    }
    assert map_references(part, str.upper, spot_at(("components", "schemas", "Pet"))) is part
