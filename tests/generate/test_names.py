"""Names of a document become names of Python, each with one of its own."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from specmend.generate.names import (
    argument_name,
    argument_of_field,
    distinct_names,
    field_name,
    free_name,
    python_name,
)

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


SEVERAL: list[tuple[list[str], list[str]]] = [
    (["a", "b"], ["a", "b"]),
    # What is a name of Python keeps it, wherever it stands.
    (["userId", "user_id"], ["user_id_2", "user_id"]),
    (["user_id", "userId"], ["user_id", "user_id_2"]),
    (["ID", "id", "Id"], ["id_2", "id", "id_3"]),
    (["a-b", "a.b", "a b"], ["a_b", "a_b_2", "a_b_3"]),
    (["a-b", "a_b_2", "a_b"], ["a_b_3", "a_b_2", "a_b"]),
    (["@type", "type", "$type"], ["type_2", "type", "type_3"]),
    # A name that has to be changed is no name of another one, and not its text either.
    (["class", "class_"], ["class__2", "class_"]),
    (["class", "Class", "class__2"], ["class_", "class__3", "class_2"]),
    (["schema", "schema_"], ["schema__2", "schema_"]),
    (["model_config", "modelConfig"], ["model_config_", "model_config__2"]),
    (["__class__", "_class", "class"], ["field_class_", "field_class__2", "class_"]),
    (["\ufb01x", "fix"], ["fix_2", "fix"]),
    (["%", "field_", "$"], ["field__2", "field", "field__3"]),
]


@pytest.mark.parametrize(("texts", "expected"), SEVERAL)
def test_several_names_are_told_apart(texts: list[str], expected: list[str]) -> None:
    names = distinct_names(texts, field_name)
    assert list(names.values()) == expected
    for text, name in names.items():
        assert name not in {other for other in texts if other != text}


def test_names_that_are_taken_are_no_names() -> None:
    assert distinct_names(["userId"], field_name, ["user_id"]) == {"userId": "user_id_2"}


@pytest.mark.parametrize(
    ("wire", "name", "expected"),
    [
        ("userId", "user_id", "user_id"),
        ("userId", "user_id_2", "user_id_2"),
        ("schema", "schema_", "schema"),
        ("schema_", "schema_", "schema_"),
        ("schema", "schema__2", "schema__2"),
        ("class", "class_", "class_"),
        ("self", "self", "self_"),
        ("result", "result", "result_"),
    ],
)
def test_an_argument_has_the_name_of_its_field(wire: str, name: str, expected: str) -> None:
    assert argument_of_field(wire, name) == expected


def test_every_name_that_a_model_has_itself_is_known() -> None:
    public = {name for name in dir(BaseModel) if not name.startswith("_")}
    assert {name for name in public if field_name(name) == name} == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [("model", "model"), ("format", "format"), ("self", "self_"), ("result", "result_")],
)
def test_arguments_leave_the_words_of_the_method_alone(text: str, name: str) -> None:
    assert argument_name(text) == name
