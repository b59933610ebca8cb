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


def named(a: Any, moved: Any = None, *, name: str = "B", version: str = "3.1.0") -> Any:
    """A document in which the schema that moves is called by a name, and A2 refers to it."""
    schemas = {"A2": a, name: {"$anchor": "bee"} if moved is None else moved}
    return {"openapi": version, "components": {"schemas": schemas}}


INSIDE = {"$id": "https://x/b", "$defs": {"n": {}}, "items": {"$ref": "#/$defs/n"}}


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        pytest.param(named({"$ref": "#bee"}), named({"$ref": "#bee"}), id="an anchor moves along"),
        pytest.param(
            named({"items": {"$ref": TO_B["$ref"]}}),
            named({"items": {"$ref": TO_A["$ref"]}}),
            id="a pointer beside anchors",
        ),
        pytest.param(
            named({"$ref": "https://x/b#/$defs/n"}, INSIDE),
            named({"$ref": "https://x/b#/$defs/n"}, INSIDE),
            id="a pointer that starts at an $id that moves along",
        ),
        pytest.param(
            named({"$id": "https://x/a", "items": TO_B}),
            named({"$id": "https://x/a", "items": TO_A}),
            id="a pointer from the document below $id",
        ),
    ],
)
def test_names_of_schemas_move_along(before: Any, meant: Any) -> None:
    assert (
        retarget(before, {B: A})["components"]["schemas"]["A2"]
        == (meant["components"]["schemas"]["A2"])
    )


def test_a_pointer_below_an_id_follows_what_moves_inside_or_out_of_it() -> None:
    tree = named({}, INSIDE)
    renamed = retarget(tree, {(*B, "$defs", "n"): (*B, "$defs", "m")})
    assert renamed["components"]["schemas"]["B"]["items"] == {"$ref": "#/$defs/m"}
    taken_out = retarget(tree, {(*B, "$defs", "n"): A})
    assert taken_out["components"]["schemas"]["B"]["items"] == TO_A


def test_a_pointer_after_the_uri_of_the_document_follows() -> None:
    tree = named({"$ref": "https://x/api#/components/schemas/B"}, version="3.2.0")
    tree["$self"] = "https://x/api"
    moved = retarget(tree, {B: A})["components"]["schemas"]["A2"]
    assert moved == {"$ref": "https://x/api#/components/schemas/A"}
