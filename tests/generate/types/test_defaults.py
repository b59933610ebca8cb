"""A default is a value of its type, as code; what the type does not have is none."""

from __future__ import annotations

import datetime as dt
import math
import uuid
from dataclasses import replace
from typing import Any

import pytest
from tests.generate.normalize.documents import of_schemas, ref, thing

from specmend.generate.types.defaults import Default, DefaultReader
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
    optional,
)
from specmend.generate.types.read import TypeReader

CAT, DOG = Model(name="Cat"), Model(name="Dog")
TOLD = OneOf(members=(CAT, DOG, NONE), tag="kind", tags=(("cat", "lion"), ("dog", 1)))
STRING: dict[str, Any] = {"type": "string"}
INT, FLOAT, BOOL = Scalar(name="int"), Scalar(name="float"), Scalar(name="bool")
DATE, TIME = Scalar(name="datetime.date"), Scalar(name="datetime.datetime")
UUID = Scalar(name="UUID")
KEY = "00000000-0000-0000-0000-000000000001"
OFFSET = "datetime.timezone(datetime.timedelta(seconds=-5400)))"
COMPONENTS: dict[str, Any] = {
    "Owner": {**thing(name=STRING, born={**STRING, "format": "date"}), "required": ["name"]},
    "Big": {"type": "object", "allOf": [ref("Owner")], "properties": {"pet": ref("Owner")}},
    "Tree": thing(up={**ref("Tree"), "default": {}}),
    "Ping": thing(pong={**ref("Pong"), "default": {}}),
    "Pong": thing(ping={**ref("Ping"), "default": {}}),
    "Cat": {**thing(kind=STRING, name=STRING), "required": ["kind"]},
    "Dog": {**thing(kind=STRING, born=STRING), "required": ["kind"]},
    "Json": {"anyOf": [STRING, {"type": "array", "items": ref("Json")}]},
}

ROWS: list[Any] = [
    (TEXT, "a", '"a"'),
    (TEXT, 1, ""),
    (INT, 1, "1"),
    (INT, 2.0, "2"),
    (INT, 2.5, ""),
    (INT, True, ""),
    (FLOAT, 1, "1.0"),
    (FLOAT, 1.5, "1.5"),
    (FLOAT, math.inf, ""),
    (FLOAT, math.nan, ""),
    pytest.param(FLOAT, 10**400, "", id="too great"),
    (BOOL, False, "False"),
    (BOOL, 0, ""),
    (OCTETS, "a", "b'a'"),
    (ANY, {"a": [1, None, "x", 2.5]}, '{"a": [1, None, "x", 2.5]}'),
    (ANY, {"a": [math.inf]}, ""),
    (optional(TEXT), "a", '"a"'),
    (Bounded(inner=TEXT, bounds=(("minLength", 1),)), "a", '"a"'),
    (Bounded(inner=TEXT, bounds=(("minLength", 1),)), "", ""),
    (Bounded(inner=INT, bounds=(("maximum", 3), ("multipleOf", 2))), 2, "2"),
    (Bounded(inner=INT, bounds=(("maximum", 3),)), 4, ""),
    (Choice(values=("a", "b")), "a", '"a"'),
    (Choice(values=("a", "b")), "c", ""),
    (Choice(values=(1, 2)), True, ""),
    (OneOf(members=(Choice(values=("auto", "none")), INT)), 3, "3"),
    (Many(item=TEXT), ["a"], '["a"]'),
    (Many(item=TEXT), [], "[]"),
    (Many(item=TEXT), ["a", 1], ""),
    (Many(item=TEXT), "a", ""),
    (Map(value=FLOAT), {"a": 1}, '{"a": 1.0}'),
    (Map(value=FLOAT), {"a": "x"}, ""),
    (Map(value=FLOAT), [], ""),
    (Row(items=(TEXT, INT)), ["a", 1], '("a", 1,)'),
    (Row(items=(TEXT, INT)), ["a"], ""),
    (Recursive(name="Json"), ["a", ["b"]], '["a", ["b"]]'),
    (Recursive(name="Json"), [1], ""),
    (DATE, "2024-01-02", "datetime.date(2024, 1, 2)"),
    (DATE, "2024-02-30", ""),
    (DATE, "20240102", ""),
    (DATE, "today", ""),
    (TIME, "2020-01-01T00:00:00Z", "datetime.datetime(2020, 1, 1, 0, 0, 0, tzinfo=datetime.UTC)"),
    (TIME, "2020-01-01T00:00:00.5", "datetime.datetime(2020, 1, 1, 0, 0, 0, 500000)"),
    (
        TIME,
        "2020-01-01t10:20:30-01:30",
        "datetime.datetime(2020, 1, 1, 10, 20, 30, tzinfo=" + OFFSET,
    ),
    (TIME, "2020-01-01", ""),
    (TIME, "now", ""),
    (UUID, KEY, f'UUID("{KEY}")'),
    (UUID, "1", ""),
    (Model(name="Owner"), {"name": "x"}, 'Owner.model_validate({"name": "x"})'),
    (Model(name="Owner"), {}, ""),
    (Model(name="Owner"), {"name": 1}, ""),
    (Model(name="Owner"), "x", ""),
    (Model(name="Owner"), {"name": "x", "born": "soon"}, ""),
    (Model(name="Owner"), {"name": "x", "more": math.inf}, ""),
    (
        Many(item=Model(name="Big")),
        [{"name": "x", "pet": {"name": "y"}}],
        '[Big.model_validate({"name": "x", "pet": {"name": "y"}})]',
    ),
    # The value of a property decides, as it does in answers.
    (TOLD, {"kind": "lion"}, 'Cat.model_validate({"kind": "lion"})'),
    (TOLD, {"kind": "dog"}, 'Dog.model_validate({"kind": "dog"})'),
    (TOLD, {"kind": 1}, ""),
    (TOLD, {"kind": "cow"}, ""),
    (TOLD, {"name": "x"}, ""),
    (TOLD, None, "None"),
    (replace(TOLD, other=1), {"kind": "cow"}, 'Dog.model_validate({"kind": "cow"})'),
    # Otherwise what fits exactly: dates before texts, and the class that knows more fields.
    (OneOf(members=(TEXT, DATE)), "2024-01-02", "datetime.date(2024, 1, 2)"),
    (OneOf(members=(TEXT, DATE)), "2024", '"2024"'),
    (
        OneOf(members=(CAT, DOG)),
        {"kind": "dog", "born": "x"},
        'Dog.model_validate({"kind": "dog", "born": "x"})',
    ),
]


@pytest.fixture
def reader() -> DefaultReader:
    return DefaultReader(TypeReader(of_schemas(**COMPONENTS)))


@pytest.mark.parametrize(("kind", "value", "expected"), ROWS)
def test_a_default_as_code(reader: DefaultReader, kind: Type, value: Any, expected: str) -> None:
    found = reader.read(kind, value)
    assert (found.code if found else "") == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (DATE, "2024-01-02", dt.date(2024, 1, 2)),
        (TIME, "2020-01-01T01:02:03.000004Z", dt.datetime(2020, 1, 1, 1, 2, 3, 4, dt.UTC)),
        (UUID, KEY, uuid.UUID(KEY)),
    ],
)
def test_the_code_is_of_the_value(
    reader: DefaultReader, kind: Type, text: str, expected: Any
) -> None:
    found = reader.read(kind, text)
    assert found is not None
    known = {"datetime": dt, "UUID": uuid.UUID}
    assert eval(found.code, known) == expected  # noqa: S307 - the code that we have written


def test_the_classes_of_objects_are_named(reader: DefaultReader) -> None:
    default = reader.read(Model(name="Big"), {"name": "x", "pet": {"name": "y"}})
    assert default is not None
    assert default.classes == {"Big", "Owner"}
    assert reader.read(TEXT, "a") == Default(code='"a"')


def test_an_object_that_would_make_itself_is_none(reader: DefaultReader) -> None:
    assert reader.of_field("Tree", Model(name="Tree"), {}) is None
    assert reader.of_field("Ping", Model(name="Pong"), {}) is None
    assert reader.of_field("Big", Model(name="Owner"), {"name": "x"}) is not None
