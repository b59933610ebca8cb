"""A schema is read with what its references lead to, also where they lead back to it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import NULL, STRING, ref, thing

from specmend.generate.normalize.canonical.heads import Heads, is_class
from specmend.generate.normalize.canonical.unions import TAGS

WHOLE = {"type": "integer"}
PET = {**thing(name=STRING), "required": ["name"]}
COMPONENTS: dict[str, Any] = {
    "Pet": PET,
    "Owner": thing(mail=STRING),
    "Again": ref("Pet"),
    "MaybePet": {"anyOf": [ref("Pet"), NULL]},
    "OrNull": {**PET, "nullable": True},
    "Cat": {"allOf": [ref("Pet"), thing(lives=WHOLE)]},
    "Either": {"oneOf": [ref("Pet"), ref("Owner")]},
    "Text": {"type": "string", "maxLength": 3},
    "Secret": {"writeOnly": True},
    "Self": {"allOf": [ref("Self"), thing(a=STRING)]},
    "Mirror": ref("Mirror"),
    "Chain": thing(up={"allOf": [ref("Chain"), {"required": ["up"]}]}),
}


@pytest.fixture
def heads() -> Heads:
    return Heads(COMPONENTS)


def test_a_component_is_a_class_behind_references_and_null(heads: Heads) -> None:
    for name in ("Pet", "Cat"):
        assert is_class(heads.class_named(name) or {})
    assert heads.class_named("OrNull") == PET
    for name in ("Either", "Text", "Nowhere", "MaybePet"):
        assert heads.class_named(name) is None


def test_the_fields_of_a_class_are_those_of_its_parents_too(heads: Heads) -> None:
    assert heads.fields("Cat") == {"name": (STRING, True), "lives": (WHOLE, False)}
    assert heads.fields("Text") == {}


ROWS: list[tuple[Any, Any]] = [
    (ref("Pet"), ref("Pet")),
    (True, {}),
    ({"allOf": [ref("Again")]}, ref("Again")),
    # A parent is the class behind a reference to a reference.
    (
        {"allOf": [ref("Again"), thing(a=STRING)]},
        {"type": "object", "allOf": [ref("Pet")], "properties": {"a": STRING}},
    ),
    # What is no class is joined.
    ({"allOf": [ref("Text"), {"minLength": 1}]}, ref("Text")),
    (
        {"allOf": [ref("Text"), {"type": "string", "enum": ["a"]}]},
        {"type": "string", "enum": ["a"]},
    ),
    ({"allOf": [ref("Nowhere"), thing(a=STRING)]}, thing(a=STRING)),
    # What leads back to itself ends.
    # A direction that one member says is that of the whole, unless the whole says it itself.
    ({"allOf": [ref("Pet"), {"readOnly": True}]}, ref("Pet", readOnly=True)),
    ({"allOf": [ref("Pet"), {"readOnly": True}], "readOnly": False}, ref("Pet", readOnly=False)),
    (
        {"allOf": [ref("Secret"), thing(a=STRING)]},
        {**thing(a=STRING), "writeOnly": True},
    ),
    # So are other words about the place.
    (
        {"allOf": [ref("Text"), {"default": "a"}, {"default": "b", "deprecated": True}]},
        ref("Text", default="b", deprecated=True),
    ),
    ({"allOf": [ref("Text"), {"default": "a"}], "default": "c"}, ref("Text", default="c")),
    (ref("Mirror"), ref("Mirror")),
    ({"allOf": [ref("Self")]}, ref("Self")),
]


@pytest.mark.parametrize(("schema", "expected"), ROWS)
def test_the_whole_of_a_schema(heads: Heads, schema: Any, expected: Any) -> None:
    assert heads.whole(schema) == expected


def test_a_class_that_is_made_of_itself_ends(heads: Heads) -> None:
    inner = heads.whole(COMPONENTS["Chain"])["properties"]["up"]
    assert inner["required"] == ["up"]
    assert inner["properties"]["up"] == ref("Chain")


def test_a_word_about_the_place_stays(heads: Heads) -> None:
    words = {"description": "Words.", "default": "a", "title": "T", "deprecated": True}
    kept = heads.whole({"type": "string", "pattern": "a", **words})
    assert kept == {"type": "string", **words}


def test_each_branch_says_what_stands_beside_the_union(heads: Heads) -> None:
    made = heads.whole({**thing(id=WHOLE), "oneOf": [ref("Pet"), ref("Owner")]})
    first, second = made["anyOf"]
    assert first["allOf"] == [ref("Pet")]
    assert second["allOf"] == [ref("Owner")]
    assert first["properties"] == second["properties"] == {"id": WHOLE}
    assert (first["title"], second["title"]) == ("Pet", "Owner")


def test_branches_that_a_discriminator_tells_apart_have_its_values(heads: Heads) -> None:
    kind = {"propertyName": "kind", "mapping": {"p": "#/components/schemas/Pet"}}
    made = heads.whole({"oneOf": [ref("Pet"), ref("Owner")], "discriminator": kind})
    assert made == {
        "anyOf": [ref("Pet", **{TAGS: ["p"]}), ref("Owner", **{TAGS: ["Owner"]})],
        "discriminator": {"propertyName": "kind"},
    }


def test_too_many_branches_become_one_class(heads: Heads) -> None:
    branches = [
        {**thing(**{f"a{number}": STRING}), "required": [f"a{number}"]} for number in range(30)
    ]
    made = heads.whole({**thing(id=WHOLE), "oneOf": branches})
    assert is_class(made)
    assert len(made["properties"]) == 31
    assert "required" not in made
    assert len(heads.whole({"oneOf": branches})["anyOf"]) == 30
