"""Each member of a union has the values of one property that mean it, with their types."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import NULL, STRING, check_rule, of_schemas, ref, thing

from specmend.generate.normalize.table import normalize
from specmend.generate.normalize.tags import tell_members_apart

WHOLE = {"type": "integer"}
KIND = {"propertyName": "kind"}
UNSURE = KIND | {"x-optional": True}


def kind(schema: Any, *required: str) -> dict[str, Any]:
    return thing(kind=schema) | {"required": list(required or ("kind",))}


COMPONENTS: dict[str, Any] = {
    "Cat": kind(STRING),
    "Dog": kind(STRING),
    "A": kind({"const": "a"}),
    "B": kind({"type": "string", "enum": ["b", "bb"]}),
    "C": kind(ref("Letter")),
    "Letter": {"type": "string", "enum": ["c", "cc"]},
    "A2": kind({"enum": ["a", "z"]}),
    "One": kind({"type": "integer"}),
    "Two": kind({"const": 2}),
    "Yes": kind({"const": True}),
    "No": kind({"const": False}),
    "Maybe": thing(kind={"const": "maybe"}),
    "Bare": thing(name=STRING),
    "Child": {"type": "object", "allOf": [ref("A")], "properties": {"more": STRING}},
    "Both": {"anyOf": [ref("A", **{"x-tags": ["A"]}), ref("B")], "discriminator": KIND},
    "Other": {"anyOf": [ref("A"), ref("Cat")]},
}


def tagged(name: str, *tags: Any, **words: Any) -> dict[str, Any]:
    return ref(name, **{"x-tags": list(tags)}, **words)


ROWS: list[tuple[str, Any, Any]] = [
    ("nothing to tell apart", {"anyOf": [STRING, WHOLE]}, {"anyOf": [STRING, WHOLE]}),
    ("no property", {"anyOf": [ref("Cat"), ref("Dog")]}, {"anyOf": [ref("Cat"), ref("Dog")]}),
    (
        "by the mapping or the name",
        {"anyOf": [tagged("Cat", "cat", "kitten"), tagged("Dog", "Dog")], "discriminator": KIND},
        {"anyOf": [tagged("Cat", "cat", "kitten"), tagged("Dog", "Dog")], "discriminator": KIND},
    ),
    (
        "by the member's own values",
        {"anyOf": [tagged("A", "A"), tagged("B", "B"), tagged("C", "C")], "discriminator": KIND},
        {
            "anyOf": [tagged("A", "a"), tagged("B", "b", "bb"), tagged("C", "c", "cc")],
            "discriminator": KIND,
        },
    ),
    (
        "own values that another one has",
        {"anyOf": [tagged("A", "A"), tagged("A2", "A2")], "discriminator": KIND},
        {"anyOf": [tagged("A", "A"), tagged("A2", "A2")], "discriminator": KIND},
    ),
    (
        "without a discriminator",
        {"anyOf": [ref("A"), ref("B"), STRING, NULL]},
        {"anyOf": [tagged("A", "a"), tagged("B", "b", "bb"), STRING, NULL], "discriminator": KIND},
    ),
    (
        "without a discriminator, by a parent",
        {"anyOf": [ref("Child"), ref("B")]},
        {"anyOf": [tagged("Child", "a"), tagged("B", "b", "bb")], "discriminator": KIND},
    ),
    (
        "the same value twice",
        {"anyOf": [ref("A"), ref("A2")]},
        {"anyOf": [ref("A"), ref("A2")]},
    ),
    (
        "a property that may be missing",
        {"anyOf": [ref("A"), ref("Maybe")]},
        {"anyOf": [ref("A"), ref("Maybe")]},
    ),
    (
        "any object beside",
        {"anyOf": [ref("A"), ref("B"), {"type": "object", "additionalProperties": True}]},
        {"anyOf": [ref("A"), ref("B"), {"type": "object", "additionalProperties": True}]},
    ),
    (
        "numbers",
        {"anyOf": [tagged("One", "1"), tagged("Two", "Two")], "discriminator": KIND},
        {"anyOf": [tagged("One", 1), tagged("Two", 2)], "discriminator": KIND},
    ),
    (
        "truth",
        {"anyOf": [ref("Yes"), ref("No")]},
        {"anyOf": [tagged("Yes", True), tagged("No", False)], "discriminator": KIND},
    ),
    (
        "a member that lacks the property",
        {"anyOf": [tagged("A", "A"), tagged("Bare", "Bare")], "discriminator": KIND},
        {"anyOf": [tagged("A", "a"), tagged("Bare", "Bare")], "discriminator": UNSURE},
    ),
    (
        "a union by the same property",
        {"anyOf": [tagged("Both", "Both"), tagged("Cat", "cat")], "discriminator": KIND},
        {
            "anyOf": [tagged("A", "a"), tagged("B", "b", "bb"), tagged("Cat", "cat")],
            "discriminator": KIND,
        },
    ),
    (
        "a union that nothing tells apart",
        {"anyOf": [tagged("Other", "x"), tagged("Dog", "dog")], "discriminator": KIND},
        {"anyOf": [tagged("Other", "x"), tagged("Dog", "dog")], "discriminator": KIND},
    ),
    (
        "one class twice",
        {"anyOf": [tagged("Cat", "c"), tagged("Cat", "d"), tagged("Dog", "e")]}
        | {"discriminator": KIND},
        {"anyOf": [tagged("Cat", "c", "d"), tagged("Dog", "e")], "discriminator": KIND},
    ),
    (
        "a parent beside children with own values",
        {"anyOf": [tagged("Child", "Child"), tagged("Cat", "Cat", **{"x-base": True})]}
        | {"discriminator": KIND},
        {
            "anyOf": [tagged("Child", "a"), {**ref("Cat"), "x-base": True, "x-tags": []}],
            "discriminator": KIND,
        },
    ),
    (
        "a member for all others",
        {"anyOf": [tagged("Cat", "cat"), tagged("Bare", "Bare", **{"x-other": True})]}
        | {"discriminator": KIND},
        {
            "anyOf": [tagged("Cat", "cat"), tagged("Bare", "Bare", **{"x-other": True})],
            "discriminator": UNSURE,
        },
    ),
    (
        "no object at all",
        {"anyOf": [STRING, WHOLE], "discriminator": KIND},
        {"anyOf": [STRING, WHOLE]},
    ),
]


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_the_values_that_mean_each_member(before: Any, after: Any) -> None:
    told = {
        "Both": {
            "anyOf": [tagged("A", "a"), tagged("B", "b", "bb")],
            "discriminator": KIND,
        }
    }
    check_rule(
        tell_members_apart,
        of_schemas(**COMPONENTS, Thing=before),
        of_schemas(**COMPONENTS | told, Thing=after),
    )


def test_a_union_that_contains_itself() -> None:
    schema = {"anyOf": [tagged("Loop", "Loop"), tagged("Cat", "cat")], "discriminator": KIND}
    made = tell_members_apart(of_schemas(**COMPONENTS, Loop=schema))
    assert made["components"]["schemas"]["Loop"]["discriminator"] == KIND


KINDS: dict[str, Any] = {
    name: {
        "type": "object",
        "properties": {"kind": {"type": "string", "enum": [name]}},
        "required": ["kind"],
    }
    for name in ("Cat", "Dog")
}
BOTH = [ref("Cat"), ref("Dog")]
TOLD = {"discriminator": {"propertyName": "kind"}}


@pytest.mark.parametrize(
    "union",
    [
        {"anyOf": [*BOTH, NULL]},
        {"anyOf": [*BOTH, NULL], **TOLD},
        {"anyOf": [{"anyOf": BOTH, **TOLD}, NULL]},
    ],
)
def test_null_is_a_member_of_the_union_in_it_however_it_is_written(union: Any) -> None:
    made = normalize(of_schemas(**KINDS, Pet={"type": "object", "properties": {"one": union}}))
    one = made["components"]["schemas"]["Pet"]["properties"]["one"]
    tagged = [{**ref(name), "x-tags": [name]} for name in ("Cat", "Dog")]
    assert one == {"anyOf": [*tagged, NULL], **TOLD}
    assert normalize(made) == made
