"""A reference to a class with a discriminator means all classes that inherit from it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, of_schemas, ref, thing

from specmend.document.openapi.components import component_schemas
from specmend.generate.normalize.canonical.families import Families, untangle
from specmend.generate.normalize.canonical.rule import write_canonical_schemas

KIND = {"propertyName": "kind"}
PET = thing(kind=STRING)


def child(*parents: str, **properties: Any) -> dict[str, Any]:
    own = [thing(**properties)] if properties else []
    return {"allOf": [*(ref(parent) for parent in parents), *own]}


def tagged(name: str, *tags: str, **words: Any) -> dict[str, Any]:
    return ref(name, **{"x-tags": list(tags)}, **words)


def base(name: str, *tags: str) -> dict[str, Any]:
    return tagged(name, *tags, **{"x-base": True})


MEMBERS: list[tuple[str, dict[str, Any], dict[str, list[dict[str, Any]]]]] = [
    ("no discriminator", {"Pet": PET, "Cat": child("Pet", a=STRING)}, {}),
    ("no child", {"Pet": PET | {"discriminator": KIND}}, {}),
    ("no name of a property", {"Pet": PET | {"discriminator": {}}, "Cat": child("Pet")}, {}),
    (
        "by name",
        {"Pet": PET | {"discriminator": KIND}, "Cat": child("Pet", a=STRING), "Dog": child("Pet")},
        {"Pet": [tagged("Cat", "Cat"), tagged("Dog", "Dog"), base("Pet", "Pet")]},
    ),
    (
        "by a mapping",
        {
            "Pet": PET | {"discriminator": KIND | {"mapping": {"c": "Cat"}}},
            "Cat": child("Pet", a=STRING),
            "Dog": child("Pet"),
        },
        {"Pet": [tagged("Cat", "c"), tagged("Dog", "Dog"), base("Pet")]},
    ),
    (
        "by a mapping that names the parent too, and a class that does not inherit",
        {
            "Pet": PET | {"discriminator": KIND | {"mapping": {"p": "Pet", "r": "Rock"}}},
            "Cat": child("Pet", a=STRING),
            "Rock": PET,
        },
        {"Pet": [tagged("Cat", "Cat"), tagged("Rock", "r"), base("Pet", "p")]},
    ),
    (
        "grandchildren",
        {
            "Pet": {"allOf": [PET, {"discriminator": KIND}]},
            "Cat": child("Pet", a=STRING),
            "Siamese": child("Cat", b=STRING),
        },
        {
            "Pet": [tagged("Cat", "Cat"), tagged("Siamese", "Siamese"), base("Pet", "Pet")],
            "Cat": [tagged("Siamese", "Siamese"), base("Cat", "Cat")],
        },
    ),
    (
        "a child with another property",
        {
            "Pet": PET | {"discriminator": KIND},
            "Cat": child("Pet", a=STRING) | {"discriminator": {"propertyName": "breed"}},
            "Siamese": child("Cat", b=STRING),
        },
        {
            "Pet": [tagged("Cat", "Cat"), base("Pet", "Pet")],
            "Cat": [tagged("Siamese", "Siamese"), base("Cat", "Cat")],
        },
    ),
    (
        "a class for all other values",
        {
            "Pet": PET | {"discriminator": KIND | {"defaultMapping": "Dog"}},
            "Cat": child("Pet", a=STRING),
            "Dog": child("Pet"),
        },
        {
            "Pet": [
                tagged("Cat", "Cat"),
                tagged("Dog", "Dog", **{"x-other": True}),
                base("Pet", "Pet"),
            ]
        },
    ),
    (
        "a circle of parents",
        {"A": child("B") | {"discriminator": KIND}, "B": child("A")},
        {"A": [tagged("B", "B"), base("A", "A")], "B": [tagged("A", "A"), base("B", "B")]},
    ),
]


@pytest.mark.parametrize(
    ("components", "expected"), [row[1:] for row in MEMBERS], ids=[row[0] for row in MEMBERS]
)
def test_the_classes_that_a_value_of_a_class_can_be(components: Any, expected: Any) -> None:
    known = Families(components).known
    assert {name: list(family.members) for name, family in known.items()} == expected


def test_a_parent_is_a_union_wherever_it_is_used_and_stays_a_parent() -> None:
    pets = {"type": "array", "items": ref("Pet")}
    tree = of_schemas(
        Pet=thing(kind=STRING, friend=ref("Pet")) | {"discriminator": KIND},
        Cat=child("Pet", a=STRING),
        Dog=child("Pet"),
        Home=thing(pet={"allOf": [ref("Pet")], "description": "d"}, pets=pets),
        Any={"oneOf": [ref("Pet"), STRING]},
    )
    made = component_schemas(write_canonical_schemas(tree))
    union = {
        "anyOf": [tagged("Cat", "Cat"), tagged("Dog", "Dog"), base("Pet", "Pet")],
        "discriminator": KIND,
    }
    assert made == {
        "Pet": thing(kind=STRING, friend=union),
        "Cat": {"type": "object", "allOf": [ref("Pet")], "properties": {"a": STRING}},
        "Dog": {"type": "object", "allOf": [ref("Pet")]},
        "Home": thing(pet=union | {"description": "d"}, pets={"type": "array", "items": union}),
        "Any": {"anyOf": [union, STRING]},
    }


def test_a_child_that_another_property_tells_apart_is_a_union_in_the_union() -> None:
    tree = of_schemas(
        Pet=PET | {"discriminator": KIND},
        Cat=child("Pet", a=STRING) | {"discriminator": {"propertyName": "breed"}},
        Siamese=child("Cat", b=STRING),
        Home=thing(pet=ref("Pet")),
    )
    made = component_schemas(write_canonical_schemas(tree))["Home"]["properties"]["pet"]
    cats = {
        "anyOf": [tagged("Siamese", "Siamese"), base("Cat", "Cat")],
        "discriminator": {"propertyName": "breed"},
        "x-tags": ["Cat"],
    }
    assert made == {"anyOf": [cats, base("Pet", "Pet")], "discriminator": KIND}


CIRCLES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    (
        "a union of others stays",
        {"Pet": {"oneOf": [ref("Cat")], "discriminator": KIND}, "Cat": PET},
        {"Pet": {"oneOf": [ref("Cat")], "discriminator": KIND}, "Cat": PET},
    ),
    (
        "a list in the parent",
        {
            "Pet": PET | {"oneOf": [ref("Cat"), ref("Rock")], "discriminator": KIND},
            "Cat": child("Pet", a=STRING),
            "Rock": PET,
        },
        {
            "Pet": PET | {"discriminator": KIND | {"mapping": {"Rock": "Rock"}}},
            "Cat": child("Pet", a=STRING),
            "Rock": PET,
        },
    ),
    (
        "a parent that is nothing but the list",
        {
            "Pet": {"type": "object", "anyOf": [ref("Cat"), ref("Dog")], "discriminator": KIND},
            "Cat": child("Pet", a=STRING),
            "Dog": {"allOf": [ref("Pet")], "type": "object"},
        },
        {
            "Pet": {"type": "object", "anyOf": [ref("Cat"), ref("Dog")], "discriminator": KIND},
            "Cat": {"allOf": [thing(a=STRING)]},
            "Dog": {"type": "object"},
        },
    ),
]


@pytest.mark.parametrize(
    ("before", "after"), [row[1:] for row in CIRCLES], ids=[row[0] for row in CIRCLES]
)
def test_a_parent_that_lists_its_children(before: Any, after: Any) -> None:
    made = deepcopy(before)
    untangle(made)
    assert made == after
