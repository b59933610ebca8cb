"""Answers are read by the rules of JSON Schema: no text is a number, no number is a date."""

# ruff: noqa: PYI051 - that is how types of answers are written

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import Field, TypeAdapter, ValidationError
from typing_extensions import TypeAliasType

from specmend.generate.runtime._exact import Exact
from specmend.generate.runtime._model import SchemaModel

NOON = "2020-01-01T12:00:00Z"
ID = "123e4567-e89b-12d3-a456-426614174000"

noon = dt.datetime(2020, 1, 1, 12, tzinfo=dt.UTC)
day = dt.date(2020, 1, 1)

Nested = TypeAliasType("Nested", "dt.datetime | list[Nested] | str")

READ: list[tuple[Any, Any, Any]] = [
    # What stays as it was.
    (str, "2020", "2020"),
    (int, 5, 5),
    (float, 5, 5.0),
    (float, 0.5, 0.5),
    (bool, True, True),
    (Any, "2020", "2020"),
    (list[int], [1, 2], [1, 2]),
    (Annotated[int, Field(ge=1)], 2**70, 2**70),
    # JSON Schema takes a number without a fraction for an integer.
    (int, 5.0, 5),
    (Annotated[int, Field(le=5)], 5.0, 5),
    (dt.datetime, NOON, noon),
    (dt.datetime, "2020-01-01t12:00:00.000+00:00", noon),
    (dt.datetime, "2020-01-01T13:00:00+0100", noon),
    (dt.datetime, "2020-01-01T12:00:00", noon.replace(tzinfo=None)),
    (dt.date, "2020-01-01", day),
    (UUID, ID, UUID(ID)),
    # The order of the members says nothing.
    (dt.datetime | str, NOON, noon),
    (str | dt.datetime, NOON, noon),
    (str | dt.datetime, "2020-01-01T12:00:00", "2020-01-01T12:00:00"),
    (dt.datetime | str, "2020", "2020"),
    (str | dt.datetime, "12345", "12345"),
    (str | dt.date | dt.datetime | UUID, "2020-01-01", day),
    (str | dt.date | dt.datetime | UUID, NOON, noon),
    (str | dt.date | dt.datetime | UUID, ID, UUID(ID)),
    (dt.date | dt.datetime | None, NOON, noon),
    (dt.datetime | int, 2020, 2020),
    (UUID | str, ID.replace("-", ""), ID.replace("-", "")),
    (int | str, "5", "5"),
    (str | int, 5, 5),
    (int | float, 5.0, 5.0),
    (float | int, 5, 5),
    (float | None, 5, 5.0),
    (int | bool, True, True),
    (list[str | dt.date], ["2020", "2020-01-01"], ["2020", day]),
    (dict[str, dt.date | str], {"a": "2020"}, {"a": "2020"}),
    (list[dt.date] | list[int], [1], [1]),
    (list[float] | list[int], [1], [1]),
    (Literal["a"] | dt.date, "a", "a"),
    # Listed values, and any other one: of texts, of whole numbers.
    (Literal["a", "b"] | str, "a", "a"),
    (Literal["a", "b"] | str, "c", "c"),
    (Literal[1, 2] | int, 3, 3),
    (Literal[1, 2] | int | None, None, None),
    (Literal["a", 1] | str | int, 3, 3),
    (Literal["a", "b"] | str | dt.date, "2020-01-01", day),
    (list[Literal["a"] | str] | str, ["c"], ["c"]),
    (Nested, [NOON, ["2020"]], [noon, ["2020"]]),
    # A whole number that a float would round stays as it is.
    (float, 2**53 + 1, 2**53 + 1),
    (float, -(2**60) - 1, -(2**60) - 1),
    (float, 1e300, 1e300),
    (float, float(2**52), float(2**52)),
    (list[float], [2**53 + 1, 0.5], [2**53 + 1, 0.5]),
    (float | str, 2**53 + 1, 2**53 + 1),
    (int | float, 2**53 + 1, 2**53 + 1),
    # A boolean is no number, in listed values either.
    (Literal[1, 2], 1, 1),
    (Literal[1, 2], 1.0, 1),
    (Literal[True], True, True),
    (Literal["a", 1, True], 1, 1),
    (Literal["a", 1, True], True, True),
    (Literal[1, True], True, True),
    (Literal["a", True] | str, "b", "b"),
    (list[Literal[1, 2] | int], [3, 1], [3, 1]),
]


@pytest.mark.parametrize(("kind", "document", "expected"), READ, ids=str)
def test_the_value_that_fits_exactly_is_read(kind: Any, document: Any, expected: Any) -> None:
    read = TypeAdapter(Annotated[kind, Exact()]).validate_json(json.dumps(document))
    assert (read, type(read)) == (expected, type(expected))


REFUSED: list[tuple[Any, Any, str]] = [
    (int, "5", "Input should be a valid integer"),
    (int, True, "Input should be a valid integer"),
    (int, 5.5, "Input should be a valid integer"),
    (Annotated[int, Field(ge=1)], 0, "Input should be greater than or equal to 1"),
    (float, "5", "Input should be a valid number"),
    (float, True, "Input should be a valid number"),
    (bool, 1, "Input should be a valid boolean"),
    (bool, "true", "Input should be a valid boolean"),
    (str, 1, "Input should be a valid string"),
    (dt.datetime, "2020", "Input should be a date and time as in RFC 3339"),
    (dt.datetime, 2020, "Input should be a date and time as in RFC 3339"),
    (dt.datetime, "2020-01-01", "Input should be a date and time as in RFC 3339"),
    (dt.date, "2020", "Input should be a date as in RFC 3339"),
    (dt.date, NOON, "Input should be a date as in RFC 3339"),
    (dt.date, 0, "Input should be a date as in RFC 3339"),
    (UUID, ID.replace("-", ""), "Input should be a UUID as in RFC 4122"),
    (dt.datetime | int, "2020", "Input should be a date and time as in RFC 3339"),
    (Literal["a", "b"] | str, 1, "Input should be a valid string"),
    (Literal[1, 2] | int, "1", "Input should be a valid integer"),
    (list[int], ["5"], "Input should be a valid integer"),
    (dict[str, int], {"a": "5"}, "Input should be a valid integer"),
    (tuple[int, str], ["5", "5"], "Input should be a valid integer"),
    (Literal[1, 2], True, "Input should be 1 or 2"),
    (Literal[1, 2], "1", "Input should be 1 or 2"),
    (Literal[True], 1, "Input should be True"),
    (Literal[True], 1.0, "Input should be True"),
    (Literal["a", 1], True, "Input should be 'a' or 1"),
    (Literal[1, 2] | int, True, "Input should be a valid integer"),
    (Literal[1, 2] | int | None, True, "Input should be a valid integer"),
    (Literal[1, 2] | str, True, "Input should be 1 or 2"),
]


@pytest.mark.parametrize(("kind", "document", "words"), REFUSED, ids=str)
def test_what_another_type_would_have_to_be_is_refused(
    kind: Any, document: Any, words: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Annotated[kind, Exact()]).validate_json(json.dumps(document))
    assert caught.value.errors()[0]["msg"].startswith(words)


GIVEN: list[tuple[Any, Any, bytes]] = [
    (dt.datetime, noon, b'"2020-01-01T12:00:00Z"'),
    (dt.datetime, NOON, b'"2020-01-01T12:00:00Z"'),
    (dt.date, "2020-01-01", b'"2020-01-01"'),
    (UUID, UUID(ID), f'"{ID}"'.encode()),
    (str | dt.datetime, noon, b'"2020-01-01T12:00:00Z"'),
    (dt.date | dt.datetime, noon, b'"2020-01-01T12:00:00Z"'),
    (dt.date | dt.datetime, day, b'"2020-01-01"'),
    (str | dt.date, "2020-01-01", b'"2020-01-01"'),
    (int | str, "5", b'"5"'),
    (Literal["a", "b"] | str, "c", b'"c"'),
    (Literal[1, 2] | int, 3, b"3"),
    (str | int, 5, b"5"),
    (Literal[1, True], True, b"true"),
    (Literal[1, 2], 1, b"1"),
    (float, 2**53 + 1, b"9007199254740993"),
    (float, 0.5, b"0.5"),
    (float | None, -(2**53) - 1, b"-9007199254740993"),
]


@pytest.mark.parametrize(("kind", "value", "sent"), GIVEN, ids=str)
def test_what_is_given_in_python_is_written_as_it_is(kind: Any, value: Any, sent: bytes) -> None:
    adapter = TypeAdapter[Any](Annotated[kind, Exact()])
    given = adapter.validate_python(value)
    assert (given, adapter.dump_json(given, warnings="error")) == (given, sent)


PLACES: list[tuple[Any, Any, tuple[str | int, ...]]] = [
    (dt.date | str, 5, ("date",)),
    (list[int] | list[str], [1, "a"], ("list", 1)),
    (dict[str, int] | dict[str, str], {"a": 1, "b": "x"}, ("dict", "b")),
    (list[dt.date] | dict[str, dt.date], ["x"], ("list", 0)),
    (Literal[1, 2] | str, 3, ("literal",)),
]


@pytest.mark.parametrize(("kind", "document", "place"), PLACES, ids=str)
def test_the_place_of_an_error_is_in_plain_words(
    kind: Any, document: Any, place: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Annotated[kind, Exact()]).validate_json(json.dumps(document))
    assert caught.value.errors()[0]["loc"] == place


@pytest.mark.parametrize(("kind", "value"), [(Literal[1, 2], True), (Literal[True], 1)])
def test_what_is_given_is_not_sent_as_another_value(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError, match="Input should be"):
        TypeAdapter(Annotated[kind, Exact()]).validate_python(value)


@pytest.mark.parametrize(("kind", "value"), [(dt.date, noon), (dt.datetime, day), (dt.date, 0)])
def test_a_date_and_time_is_no_date(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError, match="as in RFC 3339"):
        TypeAdapter(Annotated[kind, Exact()]).validate_python(value)


class Inner(SchemaModel):
    count: int | None = None


class Small(SchemaModel):
    size: Literal["s", "xs"] | str | None = None


class Large(SchemaModel):
    size: Literal["l", "xl"] | str | None = None


def test_a_listed_value_tells_which_class_fits_better() -> None:
    read = TypeAdapter(Annotated[Small | Large, Exact()]).validate_json
    assert read('{"size": "xl"}') == Large(size="xl")
    assert read('{"size": "s"}') == Small(size="s")
    assert read('{"size": "m"}') == Small(size="m")


class Outer(SchemaModel):
    at: dt.datetime | str
    inner: list[Inner] | None = None
    nested: Nested | None = None


def test_the_fields_of_every_model_are_read_so() -> None:
    read = Outer.model_validate_json(
        '{"at": "2020", "inner": [{"count": 5}], "nested": ["12345", "2020-01-01T12:00:00Z"]}'
    )
    assert read == Outer(at="2020", inner=[Inner(count=5)], nested=["12345", noon])
    with pytest.raises(
        ValidationError, match=r"inner\.0\.count\n  Input should be a valid integer"
    ):
        Outer.model_validate_json('{"at": "2020", "inner": [{"count": "5"}]}')
    # A model whose validator is there already is taken as it is.
    again = TypeAdapter(Annotated[list[Outer], Exact()]).validate_json('[{"at": "12345"}]')
    assert again == [Outer(at="12345")]


DESCRIBED: list[tuple[Any, dict[str, Any]]] = [
    (int, {"type": "integer"}),
    (float, {"type": "number"}),
    (Annotated[int, Field(ge=1)], {"type": "integer", "minimum": 1}),
    (Literal[1, 2], {"type": "integer", "enum": [1, 2]}),
    (Literal[True], {"type": "boolean", "const": True}),
    (dt.date, {"type": "string", "format": "date"}),
    (UUID, {"type": "string", "format": "uuid"}),
]


@pytest.mark.parametrize(("kind", "expected"), DESCRIBED, ids=str)
def test_the_json_schema_is_that_of_the_plain_type(kind: Any, expected: dict[str, Any]) -> None:
    adapter = TypeAdapter[Any](Annotated[kind, Exact()])
    assert adapter.json_schema() == expected
    assert adapter.json_schema(mode="serialization") == expected
