"""The value of one property decides which member of a union is read, sent, or refused."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from specmend.generate.runtime._codec import adapter, encode_json, reader
from specmend.generate.runtime._model import RenamedModel, SchemaModel
from specmend.generate.runtime._response import summary
from specmend.generate.runtime._tagged import Tagged, found_tag


class Cat(SchemaModel):
    kind: str
    name: str | None = None


class Dog(SchemaModel):
    kind: str
    name: str | None = None


class Rest(SchemaModel):
    kind: str | None = None
    name: str | None = None


class Bare(SchemaModel):
    name: str | None = None


class One(SchemaModel):
    kind: int


class Yes(SchemaModel):
    kind: Literal[True] = True


class No(SchemaModel):
    kind: Literal[False] = False


class Red(RenamedModel):
    type: Annotated[Literal["red"], Field(validation_alias="@type", serialization_alias="@type")]
    name: str | None = None


class Blue(RenamedModel):
    type: Annotated[Literal["blue"], Field(validation_alias="@type", serialization_alias="@type")]
    name: str | None = None


class Holder(SchemaModel):
    pet: Annotated[Cat | Dog | None, Tagged("kind", ("cat",), ("dog",))] = None
    colors: list[Annotated[Red | Blue, Tagged("@type", ("red",), ("blue",))]] | None = None


Pets = Annotated[Cat | Dog, Tagged("kind", ("cat", "kitten"), ("dog",))]
Nullable = Annotated[Cat | Dog | None, Tagged("kind", ("cat",), ("dog",))]
Mixed = Annotated[Cat | Dog | str | list[Pets], Tagged("kind", ("cat",), ("dog",), (), ())]
Default = Annotated[Cat | Dog | Rest, Tagged("kind", ("cat",), ("dog",), (), other=2)]
Open = Annotated[Cat | Dog | SchemaModel, Tagged("kind", ("cat",), ("dog",), (), other=2)]
Lacking = Annotated[Cat | Bare, Tagged("kind", ("cat",), ("bare",), optional=True)]
Numbers = Annotated[One | Cat, Tagged("kind", (1, 2), ("cat",))]
Truth = Annotated[Yes | No, Tagged("kind", (True,), (False,))]
Nested = Annotated[
    Annotated[Red | Blue, Tagged("@type", ("red",), ("blue",))] | Dog,
    Tagged("kind", ("color",), ("dog",)),
]
Twice = Annotated[Cat | Dog, Tagged("kind", ("pet",), ("pet", "dog"))]
Colors = Annotated[Red | Blue, Tagged("@type", ("red",), ("blue",))]

READ: list[tuple[Any, Any, Any]] = [
    (Pets, {"kind": "cat"}, Cat(kind="cat")),
    (Pets, {"kind": "kitten"}, Cat(kind="kitten")),
    (Pets, {"kind": "dog", "name": "Rex"}, Dog(kind="dog", name="Rex")),
    (list[Pets], [{"kind": "dog"}, {"kind": "cat"}], [Dog(kind="dog"), Cat(kind="cat")]),
    (dict[str, Pets], {"a": {"kind": "dog"}}, {"a": Dog(kind="dog")}),
    (Holder, {"pet": {"kind": "dog"}}, Holder(pet=Dog(kind="dog"))),
    (Holder, {"colors": [{"@type": "blue"}]}, Holder(colors=[Blue(type="blue")])),
    (Nullable, None, None),
    (Nullable, {"kind": "dog"}, Dog(kind="dog")),
    (Mixed, "dog", "dog"),
    (Mixed, [{"kind": "dog"}], [Dog(kind="dog")]),
    (Mixed, {"kind": "dog"}, Dog(kind="dog")),
    (Default, {"kind": "cow"}, Rest(kind="cow")),
    (Default, {"name": "x"}, Rest(name="x")),
    (Default, {"kind": "dog"}, Dog(kind="dog")),
    (Open, {"kind": "cow", "x": 1}, SchemaModel.model_validate({"kind": "cow", "x": 1})),
    (Lacking, {"name": "x"}, Bare(name="x")),
    (Lacking, {"kind": "cat"}, Cat(kind="cat")),
    (Numbers, {"kind": 2}, One(kind=2)),
    (Numbers, {"kind": "cat"}, Cat(kind="cat")),
    (Truth, {"kind": False}, No()),
    (Truth, {"kind": True}, Yes()),
    (Nested, {"kind": "color", "@type": "blue"}, Blue.model_validate(
        {"kind": "color", "@type": "blue"}
    )),
    (Nested, {"kind": "dog"}, Dog(kind="dog")),
    (Twice, {"kind": "pet"}, Cat(kind="pet")),
    (Twice, {"kind": "dog"}, Dog(kind="dog")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "document", "expected"), READ)
def test_the_member_that_the_value_means(kind: Any, document: Any, expected: Any) -> None:
    read = reader(kind)(json.dumps(document))
    assert (read, type(read)) == (expected, type(expected))
    assert json.loads(encode_json(read)) == document
    assert adapter(kind).validate_python(document) == expected
    assert adapter(kind).validate_python(read) == expected


CAT_OR_DOG = "Input should have 'cat', 'kitten' or 'dog' as kind"

REFUSED: list[tuple[Any, Any, str]] = [
    (Pets, {"kind": "cow"}, f"{CAT_OR_DOG}, not 'cow'"),
    (Pets, {"kind": 5}, f"{CAT_OR_DOG}, not 5"),
    (Pets, {"kind": {}}, f"{CAT_OR_DOG}, not an object"),
    (Pets, {"name": "x"}, f"{CAT_OR_DOG}, which is missing"),
    (Pets, "cat", "Input should be an object"),
    (Pets, {"kind": "dog", "name": 5}, "dog.name: Input should be a valid string"),
    (list[Pets], [{"kind": "cow"}], f"0: {CAT_OR_DOG}, not 'cow'"),
    (Holder, {"pet": {}}, "pet: Input should have 'cat' or 'dog' as kind, which is missing"),
    (Mixed, {"kind": "cow"}, "Input should have 'cat' or 'dog' as kind, not 'cow'"),
    (Lacking, {"kind": "cow"}, "Input should have 'cat' or 'bare' as kind, not 'cow'"),
    (Numbers, {"kind": "2"}, "Input should have 1, 2 or 'cat' as kind, not '2'"),
    (Truth, {"kind": 1}, "Input should have true or false as kind, not 1"),
    (Truth, {}, "Input should have true or false as kind, which is missing"),
    (Colors, {"@type": "x"}, "Input should have 'red' or 'blue' as @type, not 'x'"),
    (
        Nested,
        {"kind": "color", "@type": "x"},
        "color: Input should have 'red' or 'blue' as @type, not 'x'",
    ),
    # A name in Python is no name in an answer.
    (Colors, {"type": "red"}, "Input should have 'red' or 'blue' as @type, which is missing"),
]


@pytest.mark.parametrize(("kind", "document", "words"), REFUSED)
def test_an_unknown_value_is_named_with_the_known_ones(
    kind: Any, document: Any, words: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        reader(kind)(json.dumps(document))
    assert summary(caught.value) == words


GIVEN: list[tuple[Any, Any, str]] = [
    (Pets, Dog(kind="dog"), '{"kind":"dog"}'),
    (Colors, {"type": "blue"}, '{"@type":"blue"}'),
    (Colors, {"@type": "blue"}, '{"@type":"blue"}'),
    (Colors, Blue(type="blue"), '{"@type":"blue"}'),
    # A class says what it is, where the property can be missing.
    (Lacking, Bare(name="x"), '{"name":"x"}'),
    (Default, Rest(), "{}"),
    (Nullable, None, "null"),
]


@pytest.mark.parametrize(("kind", "value", "sent"), GIVEN)
def test_what_is_given_in_python(kind: Any, value: Any, sent: str) -> None:
    assert encode_json(adapter(kind).validate_python(value)).decode() == sent


WRONG: list[tuple[Any, Any, str]] = [
    (Pets, Dog(kind="cow"), f"{CAT_OR_DOG}, not 'cow'"),
    (Pets, {"kind": "cow"}, f"{CAT_OR_DOG}, not 'cow'"),
    (Pets, Dog(kind="cat"), "Input should be a valid dictionary or instance of Cat"),
    (Pets, {}, f"{CAT_OR_DOG}, which is missing"),
    (Pets, 5, "Input should be an object"),
]


@pytest.mark.parametrize(("kind", "value", "words"), WRONG)
def test_what_is_given_is_checked_too(kind: Any, value: Any, words: str) -> None:
    with pytest.raises(ValidationError) as caught:
        adapter(kind).validate_python(value)
    assert caught.value.errors()[0]["msg"] == words


def test_a_model_has_a_json_schema() -> None:
    assert "pet" in Holder.model_json_schema()["properties"]
    assert TypeAdapter[Any](Mixed).json_schema()


def test_errors_of_other_kinds_have_no_value_to_add() -> None:
    assert not found_tag({"type": "missing", "input": {"kind": "x"}})
    assert not found_tag({"type": "unknown_tag", "input": {"kind": "x"}, "ctx": {"found": "x"}})
