"""The fields of a class: names, types, defaults, and what they inherit."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import of_schemas, ref

from specmend.generate.types.defaults import Default
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.kinds import TEXT, Model, Scalar
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
    assert (number.kind, number.default) == (Scalar(name="int"), None)
    assert (plain.name, plain.required, plain.default, plain.kind) == (
        "user_id_2",
        False,
        None,
        TEXT,
    )
    assert (whose.name, whose.default, whose.description) == (
        "user_id",
        Default(code='"x"'),
        "Whose.",
    )


def test_names_differ_from_those_of_the_parents_too(reader: FieldReader) -> None:
    assert [one.name for one in reader.own("Sub")] == ["user_id_3", "json_", "base"]
    assert [one.wire for one in reader.all("Sub")] == [
        "id", "userId", "user_id", "user-id", "json", "base",
    ]  # fmt: skip
    assert reader.own("Sub")[2].kind == Model(name="Base")
    assert reader.parents("Sub") == ["Base"]


def test_a_default_is_left_out_where_it_is_of_no_use() -> None:
    one, several, open_ = (
        {"enum": ["a"]},
        {"enum": ["a", "b"]},
        {"anyOf": [{"enum": ["a"]}, STRING]},
    )
    properties = {
        "constant": {**one, "default": "a"},
        "wrong": {**one, "default": "b"},
        "several": {**several, "default": "b"},
        "open": {**open_, "default": "a"},
        "null": {**STRING, "default": None},
        "needed": {**STRING, "default": 1},
    }
    schema = {"type": "object", "properties": properties, "required": ["needed"]}
    found = FieldReader(TypeReader(of_schemas(A=schema))).own("A")
    assert {one.wire: (one.default.code if one.default else "", one.misfit) for one in found} == {
        # The one value of a constant has to be given: what is not given is not sent.
        "constant": ("", ""),
        "wrong": ("", '"b"'),
        "several": ('"b"', ""),
        "open": ('"a"', ""),
        "null": ("", ""),
        "needed": ("", "1"),
    }


def test_what_a_place_says_may_stand_in_the_alternative_to_null_or_behind_a_reference() -> None:
    schemas: dict[str, Any] = {
        "Level": {"type": "string", "enum": ["a", "b"], "default": "a"},
        "Loop": ref("Loop"),
        "A": {
            "type": "object",
            "properties": {
                "own": ref("Level", default="b"),
                "shared": ref("Level"),
                "null": {"anyOf": [ref("Level", default="b", deprecated=True), {"type": "null"}]},
                "several": {"anyOf": [{**STRING, "default": "b"}, {"type": "integer"}]},
                "loop": ref("Loop"),
            },
        },
    }
    found = FieldReader(TypeReader(of_schemas(**schemas))).own("A")
    assert {one.wire: (one.usual, one.deprecated) for one in found} == {
        "own": ('"b"', False),
        "shared": ('"a"', False),
        "null": ('"b"', True),
        "several": ("", False),
        "loop": ("", False),
    }
