"""The changes of properties, in words and with their places."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import of_schema

T = {"type": "string"}
A = {"properties": {"a": T}}


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        (A, A, []),
        (A, {"properties": {"a": T, "b": T}}, ["gained `b` (string)"]),
        ({"properties": {"a": T, "b": T}}, A, ["lost `b`"]),
        (A, {**A, "required": ["a"]}, ["`a` is required now"]),
        ({**A, "required": ["a"]}, A, ["`a` is not required any more"]),
        (A, {"properties": {"a": {"type": "integer"}}}, ["`a` is now integer, was string"]),
    ],
)
def test_properties(old: Any, new: Any, messages: list[str]) -> None:
    assert of_schema(old, new) == messages
