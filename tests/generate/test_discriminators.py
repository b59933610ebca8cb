"""What a discriminator cannot do is named once, with its first place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, of_schemas, ref, thing

from specmend.generate.discriminators import discriminator_remarks
from specmend.generate.source import Source

KIND = {"propertyName": "kind"}
PET = thing(kind=STRING)
AT = "$.components.schemas."
CHILDREN = {f"C{number}": {"allOf": [ref("Pet"), thing(a=STRING)]} for number in range(101)}

ROWS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("none", {"Pet": PET, "Cat": {"allOf": [ref("Pet")]}}, []),
    (
        "all is well",
        {
            "Pet": {"allOf": [PET, {"discriminator": KIND}]},
            "Cat": {"allOf": [ref("Pet")]},
            "Text": {"oneOf": [ref("Cat"), STRING], "discriminator": KIND},
            "Both": {"anyOf": [ref("Text"), {"oneOf": [PET]}], "discriminator": KIND},
        },
        [],
    ),
    (
        "branches without the property",
        {
            "Bare": thing(a=STRING),
            "Pet": PET,
            "Any": {"oneOf": [ref("Pet"), ref("Bare"), {}], "discriminator": KIND},
            "More": {"oneOf": [ref("Bare")], "discriminator": KIND},
        },
        [
            (
                f"{AT}Any.discriminator (and at 1 more place): Bare has no property "
                "kind; a value without it may be of it"
            ),
            (
                f"{AT}Any.discriminator: a branch has no property kind; a value "
                "without it may be of it"
            ),
        ],
    ),
    (
        "a circle",
        {"Loop": {"oneOf": [ref("Loop")], "discriminator": KIND}},
        [(f"{AT}Loop.discriminator: Loop has no property kind; a value without it may be of it")],
    ),
    (
        "nobody inherits",
        {"Pet": PET | {"discriminator": KIND}, "Home": thing(pet=PET | {"discriminator": KIND})},
        [
            (
                f"{AT}Pet.discriminator (and at 1 more place): the discriminator "
                "tells nothing apart: no schema inherits from this one"
            )
        ],
    ),
    (
        "too many inherit",
        {"Pet": PET | {"discriminator": KIND}, **CHILDREN},
        [
            (
                f"{AT}Pet.discriminator: more than 100 classes inherit from Pet; its "
                "values are read as Pet"
            )
        ],
    ),
]


@pytest.mark.parametrize(
    ("schemas", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_what_a_discriminator_cannot_do(schemas: dict[str, Any], expected: list[str]) -> None:
    assert list(discriminator_remarks(Source(tree=of_schemas(**schemas)))) == expected
