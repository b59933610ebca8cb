"""Names of a document become names of Python, each with one of its own."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from specmend.generate.types.names import argument_name, field_name, free_name, python_name

NAMES = [
    ("name", "name"),
    ("user_id", "user_id"),
    ("userId", "user_id"),
    ("UserID", "user_id"),
    ("user-id", "user_id"),
    ("user.id", "user_id"),
    ("a b", "a_b"),
    ("class", "class_"),
    ("from", "from_"),
    ("None", "none"),
    ("True", "true_"),
    ("list", "list"),
    ("größe", "größe"),
    ("名前", "名前"),
    ("@type", "type"),
    ("StartTime<", "start_time"),
    ("+1", "field_1"),
    ("2fa", "field_2fa"),
    ("_x", "field_x"),
    ("\u0130", "i"),  # its small letter is an i with a mark that no name begins with
    ("\ufb01x", "fix"),
    ("e\u0301", "\u00e9"),
    ("", "field_"),
    ("%", "field_"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_of_python(text: str, expected: str) -> None:
    assert python_name(text) == expected
    assert expected.isidentifier()


@pytest.mark.parametrize("text", ["json", "copy", "schema", "dict", "model_config", "construct"])
def test_a_field_does_not_hide_what_a_model_has(text: str) -> None:
    assert text in dir(BaseModel)
    assert field_name(text) == f"{text}_"


def test_a_field_is_named_as_an_argument_else() -> None:
    assert [field_name(text) for text, _ in NAMES] == [python_name(text) for text, _ in NAMES]


def test_a_name_that_is_taken_is_numbered() -> None:
    assert free_name("a", ()) == "a"
    assert free_name("a", {"a"}) == "a_2"
    assert free_name("a", {"a", "a_2", "a_3"}) == "a_4"


def test_every_name_that_a_model_has_itself_is_known() -> None:
    public = {name for name in dir(BaseModel) if not name.startswith("_")}
    assert {name for name in public if field_name(name) == name} == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [("model", "model"), ("format", "format"), ("self", "self_"), ("result", "result_")],
)
def test_arguments_leave_the_words_of_the_method_alone(text: str, name: str) -> None:
    assert argument_name(text) == name
