"""References by names of schemas become pointers; all else stays as and where it is."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.plain_references import open_references, plain_references
from specmend.document.openapi.references import references, resolve
from specmend.document.tree.values import MISSING

TO_B = {"$ref": "#/components/schemas/B"}
OBJECT = {"type": "object"}


def document(a: Any, b: Any = None, *, version: str = "3.1.0", **more: Any) -> Any:
    """A document with two schemas, or three."""
    schemas = {"A": a, "B": OBJECT if b is None else b}
    return {"openapi": version, **more, "components": {"schemas": schemas}}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_a_document_of_pointers_stays_the_same_object(version: str) -> None:
    tree = document({"properties": {"b": TO_B, "c": {"$ref": "other.yaml"}}}, version=version)
    assert plain_references(tree) is tree


def test_a_document_of_3_0_has_none_of_these_names() -> None:
    tree = document({"$ref": "#bee"}, {"$anchor": "bee", "$id": "x"}, version="3.0.3")
    assert plain_references(tree) is tree


ROWS = [
    pytest.param({"$ref": "#bee"}, {"$anchor": "bee", **OBJECT}, TO_B, OBJECT, id="anchor"),
    pytest.param({"$ref": "https://x/b"}, {"$id": "https://x/b", **OBJECT}, TO_B, OBJECT, id="id"),
    pytest.param({"$id": "https://x/a", "items": {"$ref": "b"}}, {"$id": "https://x/b", **OBJECT},
                 {"items": TO_B}, OBJECT, id="relative"),
    pytest.param({"$id": "https://x/a", "$defs": {"n": OBJECT}, "items": {"$ref": "#/$defs/n"}},
                 OBJECT,
                 {"$defs": {"n": OBJECT}, "items": {"$ref": "#/components/schemas/A/$defs/n"}},
                 OBJECT, id="a pointer below $id"),
    pytest.param({"$id": "https://x/a", "items": TO_B}, OBJECT, {"items": TO_B}, OBJECT,
                 id="a pointer from the document below $id"),
    pytest.param({"$dynamicAnchor": "n", "items": {"$dynamicRef": "#n"}}, OBJECT,
                 {"items": {"$ref": "#/components/schemas/A"}}, OBJECT,
                 id="a dynamic reference with one end"),
    pytest.param({"$dynamicAnchor": "n", "items": {"$ref": "#n"}}, OBJECT,
                 {"items": {"$ref": "#/components/schemas/A"}}, OBJECT,
                 id="a reference to a dynamic anchor"),
    pytest.param({"items": {"$dynamicRef": "#n"}}, {"$anchor": "n", **OBJECT},
                 {"items": TO_B}, OBJECT, id="a dynamic reference to a plain anchor"),
    pytest.param({"items": {"$dynamicRef": "#/components/schemas/B"}}, OBJECT,
                 {"items": TO_B}, OBJECT, id="a dynamic reference by a pointer"),
    pytest.param({"$dynamicRef": "#n", "$ref": "#m", "title": "T"},
                 {"$anchor": "n", "$defs": {"m": {"$anchor": "m"}}},
                 {"$ref": "#/components/schemas/B/$defs/m", "title": "T", "allOf": [TO_B]},
                 {"$defs": {"m": {}}}, id="a dynamic reference beside a plain one"),
    pytest.param({"$dynamicRef": "#n", "$ref": "#n", "allOf": [OBJECT]},
                 {"$anchor": "n"}, {**TO_B, "allOf": [OBJECT, TO_B]}, {}, id="and beside allOf"),
    pytest.param({"oneOf": [{"$ref": "#bee"}],
                  "discriminator": {"mapping": {"x": "#bee", "y": "B"}}},
                 {"$anchor": "bee"},
                 {"oneOf": [TO_B], "discriminator": {"mapping": {"x": TO_B["$ref"], "y": "B"}}},
                 {}, id="mapping"),
    pytest.param({"$ref": "#nowhere", "$anchor": "a"}, OBJECT, {"$ref": "#nowhere"}, OBJECT,
                 id="what leads nowhere stays"),
    pytest.param({"$ref": "https://y/z", "$anchor": "a"}, OBJECT, {"$ref": "https://y/z"}, OBJECT,
                 id="what leads out of the document stays"),
    pytest.param({"default": {"$ref": "#bee"}, "x-a": {"$anchor": "q"}, "enum": [{"$id": "e"}]},
                 {"$anchor": "bee"},
                 {"default": {"$ref": "#bee"}, "x-a": {"$anchor": "q"}, "enum": [{"$id": "e"}]},
                 {}, id="data stays"),
    pytest.param({"properties": {"$id": OBJECT, "$ref": {"$ref": "#bee"}}}, {"$anchor": "bee"},
                 {"properties": {"$id": OBJECT, "$ref": TO_B}}, {}, id="properties of such names"),
    pytest.param({"$id": 5, "$ref": "#bee"}, {"$anchor": "bee"}, {"$id": 5, **TO_B}, {},
                 id="a name that is no text stays, for somebody to see"),
]  # fmt: skip


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
@pytest.mark.parametrize(("a", "b", "plain_a", "plain_b"), ROWS)
def test_references_by_name_become_pointers(
    version: str, a: Any, b: Any, plain_a: Any, plain_b: Any
) -> None:
    before = document(a, b, version=version)
    assert plain_references(before) == document(plain_a, plain_b, version=version)
    assert before == document(a, b, version=version)


def test_references_outside_of_schemas_start_at_the_uri_of_the_document() -> None:
    item = {"$ref": "https://x/api#/components/pathItems/P"}
    tree = {
        "openapi": "3.2.0",
        "$self": "https://x/api",
        "paths": {"/a": item, "/b": {"$ref": "api#/components/pathItems/P"}},
        "components": {"pathItems": {"P": {}}},
    }
    plain = plain_references(tree)
    assert "$self" not in plain
    assert list(plain["paths"].values()) == [{"$ref": "#/components/pathItems/P"}] * 2


def test_a_dynamic_reference_with_several_ends_takes_any_value_and_is_listed() -> None:
    page = {
        "$id": "page",
        "items": {"$dynamicRef": "#T", "description": "one"},
        "$defs": {"T": {"$dynamicAnchor": "T", "not": {}}},
    }
    pets = {"$id": "pets", "$ref": "page", "$defs": {"T": {"$dynamicAnchor": "T", **OBJECT}}}
    tree = document(page, pets)
    plain = plain_references(tree)["components"]["schemas"]
    assert plain["A"]["items"] == {"description": "one"}
    assert plain["B"]["$ref"] == "#/components/schemas/A"
    assert open_references(tree) == [("components", "schemas", "A", "items", "$dynamicRef")]
    assert open_references(document({"$dynamicAnchor": "T", "items": {"$dynamicRef": "#T"}})) == []


def test_the_result_is_plain_and_its_references_lead_somewhere() -> None:
    tree = document(
        {"$id": "https://x/a", "properties": {"b": {"$ref": "b#in"}, "a": {"$ref": "#"}}},
        {"$id": "https://x/b", "$defs": {"c/d %": {"$anchor": "in"}}},
    )
    plain = plain_references(tree)
    found = [text for _, text in references(plain)]
    assert found == ["#/components/schemas/B/$defs/c~1d %25", "#/components/schemas/A"]
    assert all(resolve(plain, text) is not MISSING for text in found)
    assert plain_references(plain) is plain
