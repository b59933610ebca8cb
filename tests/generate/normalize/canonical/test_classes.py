"""A class has the parents that it can have in Python, else all their properties itself."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, ref, thing

from specmend.generate.normalize.canonical.classes import Fields, class_of, joined
from specmend.generate.normalize.canonical.parts import Parts, parts_of_schema

WHOLE = {"type": "integer"}
KNOWN: dict[str, Fields] = {
    "Base": {"id": (WHOLE, True), "name": (STRING, False)},
    "Sub": {"id": (WHOLE, True), "name": (STRING, False), "more": (STRING, False)},
    "Other": {"other": (STRING, True)},
    "Clash": {"name": (WHOLE, False)},
    "Camel": {"userId": (STRING, True)},
    "Snake": {"user_id": (STRING, False)},
    "Both": {"userId": (STRING, True), "user_id": (STRING, False)},
}


def parents(*names: str, **words: Any) -> dict[str, Any]:
    return {"type": "object", "allOf": [ref(name) for name in names], **words}


ROWS: list[tuple[list[str], dict[str, Any], dict[str, Any]]] = [
    ([], thing(a=STRING), thing(a=STRING)),
    ([], {**thing(a=STRING), "required": ["a"]}, {**thing(a=STRING), "required": ["a"]}),
    # What is required and not described is no field.
    ([], {**thing(a=STRING), "required": ["b"]}, thing(a=STRING)),
    ([], {"allOf": [thing(a=STRING), thing(a=WHOLE)]}, thing(a={"allOf": [STRING, WHOLE]})),
    ([], {"allOf": [thing(a={}), thing(a=True)]}, thing(a={})),
    # One parent.
    (["Base"], {}, ref("Base")),
    (["Base"], thing(name=STRING), ref("Base")),
    (["Base"], {"required": ["id"]}, ref("Base")),
    (
        ["Base"],
        {**thing(a=STRING), "required": ["a", "id"]},
        parents("Base", properties={"a": STRING}, required=["a"]),
    ),
    # Several.
    (["Base", "Other"], {}, parents("Base", "Other")),
    (["Base", "Sub"], {}, ref("Sub")),
    (["Sub", "Base"], {}, ref("Sub")),
    (
        ["Base", "Clash"],
        {},
        {**thing(id=WHOLE, name=WHOLE), "required": ["id"]},
    ),
    # Names that are one in Python: the field of the parent would be called as the other one.
    (["Camel"], thing(userName=STRING), parents("Camel", properties={"userName": STRING})),
    (
        ["Camel"],
        thing(user_id=STRING),
        {**thing(userId=STRING, user_id=STRING), "required": ["userId"]},
    ),
    (["Snake"], thing(userId=STRING), parents("Snake", properties={"userId": STRING})),
    (
        ["Camel", "Snake"],
        {},
        {**thing(userId=STRING, user_id=STRING), "required": ["userId"]},
    ),
    (["Both"], thing(a=STRING), parents("Both", properties={"a": STRING})),
    (
        ["Both"],
        {"properties": {"user-id": STRING}},
        parents("Both", properties={"user-id": STRING}),
    ),
    (
        ["Both"],
        thing(user_id_2=STRING),
        {**thing(userId=STRING, user_id=STRING, user_id_2=STRING), "required": ["userId"]},
    ),
    # A field that has another type or is required there, which no child can have.
    (
        ["Base"],
        thing(name=WHOLE),
        {**thing(id=WHOLE, name={"allOf": [STRING, WHOLE]}), "required": ["id"]},
    ),
    (
        ["Base"],
        {"required": ["name"]},
        {**thing(id=WHOLE, name=STRING), "required": ["id", "name"]},
    ),
]


@pytest.mark.parametrize(("bases", "schema", "expected"), ROWS)
def test_a_class(bases: list[str], schema: dict[str, Any], expected: dict[str, Any]) -> None:
    assert class_of(bases, parts_of_schema(schema), KNOWN.__getitem__) == expected


def test_what_no_class_says_is_joined() -> None:
    parts = parts_of_schema({**thing(a=STRING), "minProperties": 1})
    others = parts_of_schema(
        {
            **thing(a=WHOLE, b=STRING),
            "required": ["b"],
            "oneOf": [STRING],
            "enum": ["x"],
            "minProperties": 2,
            "discriminator": {"propertyName": "a"},
        }
    )
    joined(parts, others)
    assert parts == Parts(
        properties={"a": [STRING, WHOLE], "b": [STRING]},
        required=["b"],
        unions=[[STRING]],
        types=["object"],
        values=["x"],
        keywords={"minProperties": 1},
        discriminator={"propertyName": "a"},
    )
