"""Values that came as text: what each text means in a type."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ValidationError

from specmend.generate.runtime._texts import from_form, from_parts, from_text


class Grant(BaseModel):
    name: str
    seconds: int | None = None
    scopes: list[str] | None = None
    level: Literal[1, 2] | None = None


WORDS: Any = Literal["a", "b"]

SINGLE = [
    (str, "5", "5"),
    (str, ' "a" ', ' "a" '),
    (int, "5", 5),
    (int, " 5\n", 5),
    (float, "1e3", 1000.0),
    (bool, "true", True),
    (bool, "false\n", False),
    (int | str, "5x", "5x"),
    (Literal[1, 2], "2", 2),
    (Literal["a", "b"], "b\n", "b"),
    (WORDS | str, "b\n", "b"),
    (WORDS | str | None, "c\n", "c\n"),
    (dt.date, "2024-05-06", dt.date(2024, 5, 6)),
    (Grant, '{"name": "a"}', Grant(name="a")),
    (list[int], "[1, 2]", [1, 2]),
    (str, "{", "{"),
    (type(None), "null", None),
]


@pytest.mark.parametrize(("kind", "text", "value"), SINGLE)
def test_a_text_is_a_value(kind: Any, text: str, value: object) -> None:
    found = from_text(kind, text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(("kind", "text"), [(int, "many"), (Literal["a"], "b"), (Grant, "{")])
def test_a_text_that_does_not_fit_raises(kind: Any, text: str) -> None:
    with pytest.raises(ValidationError):
        from_text(kind, text)


FORMS = [
    ("name=a", Grant(name="a")),
    ("name=a%26b+c&seconds=5", Grant(name="a&b c", seconds=5)),
    ("name=&scopes=x", Grant(name="", scopes=["x"])),
    ("name=1&scopes=x&scopes=2", Grant(name="1", scopes=["x", "2"])),
    ("name=7&level=2", Grant(name="7", level=2)),
]


@pytest.mark.parametrize(("text", "value"), FORMS)
def test_a_form_is_an_object(text: str, value: Grant) -> None:
    assert from_form(Grant, text) == value


PARTS = [
    (list[int], ["1", "2"], [1, 2]),
    (list[str], ["1", "a"], ["1", "a"]),
    (list[str], "a", ["a"]),
    (list[Literal[1, 2]], ["1", "2"], [1, 2]),
    (dict[str, bool], {"a": "true"}, {"a": True}),
    (dict[str, Literal[1, "a"]], {"x": "1", "y": "a"}, {"x": 1, "y": "a"}),
]


@pytest.mark.parametrize(("kind", "parts", "value"), PARTS)
def test_texts_in_parts_are_values(kind: Any, parts: object, value: object) -> None:
    assert from_parts(kind, parts) == value


def test_parts_that_do_not_fit_raise() -> None:
    with pytest.raises(ValidationError):
        from_parts(list[int], ["1", "x"])
