"""Every canonical schema has one type in Python."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import NULL, of_schemas, ref, thing

from specmend.generate.normalize.canonical.heads import is_class
from specmend.generate.types.kinds import (
    ANY,
    NONE,
    OCTETS,
    TEXT,
    Bounded,
    Choice,
    Many,
    Map,
    Model,
    OneOf,
    Recursive,
    Row,
    Scalar,
    Type,
)
from specmend.generate.types.read import TypeReader

STRING = {"type": "string"}
COMPONENTS: dict[str, Any] = {
    "Pet": thing(name=STRING),
    "Cat": {"type": "object", "allOf": [ref("Pet")]},
    "State": {"type": "string", "enum": ["open", "closed"]},
    "Names": {"type": "array", "items": STRING},
    "Tree": {"type": "array", "items": ref("Tree")},
    "Ping": {"type": "object", "additionalProperties": ref("Pong")},
    "Pong": {"anyOf": [STRING, ref("Ping")]},
    "Node": thing(kids={"type": "array", "items": ref("Node")}),
    "Endless": {"anyOf": [STRING, ref("Endless")]},
    "Mirror": ref("Mirror"),
}
PET, CAT = Model(name="Pet"), Model(name="Cat")
WHOLE = Scalar(name="int")
PETS = [ref("Pet", **{"x-tags": ["p", "q"]}), ref("Cat", **{"x-tags": ["Cat"]})]
KIND = {"propertyName": "kind"}

ROWS: list[tuple[Any, Type]] = [
    (STRING, TEXT),
    ({}, ANY),
    (True, ANY),
    ({"type": "integer"}, WHOLE),
    ({"type": "number"}, Scalar(name="float")),
    ({"type": "boolean"}, Scalar(name="bool")),
    ({"type": "null"}, NONE),
    ({"type": "string", "format": "date"}, Scalar(name="datetime.date")),
    ({"type": "string", "format": "date-time"}, Scalar(name="datetime.datetime")),
    ({"type": "string", "format": "uuid", "minLength": 1}, Scalar(name="UUID")),
    ({"type": "string", "format": "binary"}, OCTETS),
    ({"type": "string", "format": "email"}, TEXT),
    ({"type": "string", "minLength": 1}, Bounded(inner=TEXT, bounds=(("minLength", 1),))),
    ({"const": "a"}, Choice(values=("a",))),
    ({"const": None}, NONE),
    ({"const": 1.5}, ANY),
    ({"enum": ["a", 1, True]}, Choice(values=("a", 1, True))),
    ({"type": "array", "items": STRING}, Many(item=TEXT)),
    ({"type": "array"}, Many(item=ANY)),
    (
        {"type": "array", "items": STRING, "maxItems": 2},
        Bounded(inner=Many(item=TEXT), bounds=(("maxItems", 2),)),
    ),
    (
        {"type": "array", "prefixItems": [STRING, {"type": "integer"}], "minItems": 2},
        Row(items=(TEXT, WHOLE)),
    ),
    ({"type": "object", "additionalProperties": STRING}, Map(value=TEXT)),
    ({"type": "object", "additionalProperties": True}, Map(value=ANY)),
    ({"anyOf": [STRING, {"type": "null"}]}, OneOf(members=(TEXT, NONE))),
    (ref("Pet"), PET),
    (ref("Cat"), CAT),
    (ref("State"), Choice(values=("open", "closed"), name="State")),
    (ref("Names"), Many(item=TEXT)),
    (ref("Tree"), Recursive(name="Tree")),
    (ref("Pong"), Recursive(name="Pong")),
    (ref("Nowhere"), ANY),
    (ref("Endless"), ANY),
    (ref("Mirror"), ANY),
    (
        {"anyOf": PETS, "discriminator": KIND},
        OneOf(members=(PET, CAT), tag="kind", tags=(("p", "q"), ("Cat",))),
    ),
    (
        {"anyOf": [*PETS, STRING, NULL], "discriminator": KIND | {"x-optional": True}},
        OneOf(
            members=(PET, CAT, TEXT, NONE),
            tag="kind",
            tags=(("p", "q"), ("Cat",), ()),
            optional=True,
        ),
    ),
    # A member for all other values, and one that others inherit from.
    (
        {"anyOf": [{**PETS[0], "x-other": True}, PETS[1]], "discriminator": KIND},
        OneOf(members=(PET, CAT), tag="kind", tags=(("p", "q"), ("Cat",)), other=0),
    ),
    (
        {"anyOf": [PETS[1], STRING, ref("Pet", **{"x-tags": [], "x-base": True})]}
        | {"discriminator": KIND},
        OneOf(members=(CAT, TEXT), tag="kind", tags=(("Cat",), ())),
    ),
    # Without the name of a property, or with one class: there is nothing to tell apart.
    ({"anyOf": PETS}, OneOf(members=(PET, CAT))),
    ({"anyOf": PETS[:1], "discriminator": KIND}, PET),
    ({"anyOf": [{}, *PETS], "discriminator": KIND}, ANY),
]


@pytest.fixture(scope="module")
def reader() -> TypeReader:
    return TypeReader(of_schemas(**COMPONENTS))


@pytest.mark.parametrize(("schema", "expected"), ROWS)
def test_the_type_of_a_schema(reader: TypeReader, schema: Any, expected: Type) -> None:
    assert reader.read(schema) == expected


def test_the_components_that_have_a_name_in_python(reader: TypeReader) -> None:
    assert reader.classes == ["Pet", "Cat", "Node"]
    assert reader.enumerations == ["State"]
    assert {"Tree", "Ping", "Pong"} <= {*reader.recursive}
    assert "Node" not in reader.recursive


def test_what_a_recursive_component_stands_for(reader: TypeReader) -> None:
    assert reader.definition("Tree") == Many(item=Recursive(name="Tree"))
    assert reader.definition("Ping") == Map(value=Recursive(name="Pong"))


def test_a_class_has_properties_or_parents() -> None:
    assert is_class(COMPONENTS["Pet"])
    assert is_class(COMPONENTS["Cat"])
    assert not is_class({"type": "object", "additionalProperties": True})
    assert not is_class(thing())
    assert not is_class(True)
