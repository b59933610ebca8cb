"""Values to JSON and back: what is made once for a class."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from specmend.generate.runtime._codec import adapter, encode_json, reader
from specmend.generate.runtime._model import SchemaModel


def a_class() -> type[SchemaModel]:
    class Pet(SchemaModel):
        name: str
        age: int | None = None

    return Pet


def test_a_class_is_made_ready_once_to_be_checked_written_and_read() -> None:
    pet = a_class()
    checked = adapter(pet).validate_python({"name": "Rex", "tail": True})
    assert adapter(pet).validator is pet.__pydantic_validator__
    assert reader(pet)(b'{"name":"Rex","tail":true}') == checked


def test_a_class_is_checked_as_exactly_as_the_types_in_it() -> None:
    for check in (adapter(a_class()), adapter(list[a_class()])):  # type: ignore[misc]
        with pytest.raises(ValidationError):
            check.validate_python({"name": "Rex", "age": "5"})


def test_fields_that_were_never_set_are_not_written() -> None:
    pet = a_class()
    assert encode_json(pet(name="Rex")) == b'{"name":"Rex"}'  # type: ignore[call-arg]
    assert (
        encode_json(adapter(pet).validate_python({"name": "Rex", "age": None}))
        == b'{"name":"Rex","age":null}'
    )


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_not_finite_is_refused_in_an_unknown_field(number: float) -> None:
    checked = adapter(a_class()).validate_python({"name": "Rex", "weight": number})
    with pytest.raises(ValueError, match="has no form in JSON"):
        encode_json(checked)


def test_a_subclass_is_written_with_its_own_fields() -> None:
    pet = a_class()

    class Dog(pet):  # type: ignore[misc,valid-type]
        tricks: tuple[str, ...] = ()

    checked = adapter(pet).validate_python(Dog(name="Rex", tricks=["sit"]))
    assert encode_json(checked) == b'{"name":"Rex","tricks":["sit"]}'
