"""The fields of a class: names, types, defaults, and what they inherit."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import of_schemas, ref

from specmend.generate.types.fields import FieldReader, default_code
from specmend.generate.types.kinds import (
    TEXT,
    Bounded,
    Choice,
    Many,
    Model,
    OneOf,
    Scalar,
    Type,
    optional,
)
from specmend.generate.types.read import TypeReader

STRING = {"type": "string"}
COMPONENTS: dict[str, Any] = {
    "Base": {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "integer", "default": 1},
            "userId": STRING,
            "user_id": {"type": "string", "default": "x", "description": "Whose."},
        },
    },
    "Sub": {
        "type": "object",
        "allOf": [ref("Base")],
        "properties": {"user-id": STRING, "json": STRING, "base": ref("Base")},
    },
}


@pytest.fixture
def reader() -> FieldReader:
    return FieldReader(TypeReader(of_schemas(**COMPONENTS)))


def test_a_field_says_what_its_schema_says(reader: FieldReader) -> None:
    number, plain, whose = reader.own("Base")
    assert (number.wire, number.name, number.required) == ("id", "id", True)
    # A required field is always sent: its default is nobody's.
    assert (number.kind, number.default) == (Scalar(name="int"), "")
    assert (plain.name, plain.required, plain.default, plain.kind) == ("user_id_2", False, "", TEXT)
    assert (whose.name, whose.default, whose.description) == ("user_id", '"x"', "Whose.")


def test_names_differ_from_those_of_the_parents_too(reader: FieldReader) -> None:
    assert [one.name for one in reader.own("Sub")] == ["user_id_3", "json_", "base"]
    assert [one.wire for one in reader.all("Sub")] == [
        "id", "userId", "user_id", "user-id", "json", "base",
    ]  # fmt: skip
    assert reader.own("Sub")[2].kind == Model(name="Base")
    assert reader.parents("Sub") == ["Base"]


DEFAULTS: list[tuple[Type, Any, str]] = [
    (TEXT, "a", '"a"'),
    (TEXT, 1, ""),
    (Scalar(name="int"), 1, "1"),
    (Scalar(name="int"), True, ""),
    (Scalar(name="float"), 1, "1"),
    (Scalar(name="float"), 1.5, "1.5"),
    (Scalar(name="bool"), False, "False"),
    (Scalar(name="bool"), 0, ""),
    (optional(TEXT), "a", '"a"'),
    (optional(TEXT), None, ""),
    (Bounded(inner=TEXT, bounds=(("minLength", 1),)), "a", '"a"'),
    (Choice(values=("a", "b")), "a", '"a"'),
    (Choice(values=("a", "b")), "c", ""),
    (Choice(values=(1, 2)), True, ""),
    # The one value of a constant has to be given: what is not given is not sent.
    (Choice(values=("a",)), "a", ""),
    (OneOf(members=(Choice(values=("auto", "none")), Scalar(name="int"))), 3, "3"),
    (Many(item=TEXT), ["a"], ""),
    (Scalar(name="datetime.date"), "2024-01-02", ""),
]


@pytest.mark.parametrize(("kind", "value", "expected"), DEFAULTS)
def test_a_default_that_the_type_has_is_code(kind: Type, value: Any, expected: str) -> None:
    assert default_code(kind, value) == expected
