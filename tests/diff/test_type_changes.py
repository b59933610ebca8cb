"""The changes of what a schema is, in words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import of_schema

T, J = {"type": "string"}, {"type": "integer"}


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        (T, T, []),
        (T, J, ["is now integer, was string"]),
        (J, {**J, "format": "int64"}, ["is now integer (int64), was integer"]),
        (T, {"type": ["string", "null"]}, ["is now string or null, was string"]),
        (
            {"oneOf": [T, {**J, "minimum": 1}]},
            {"oneOf": [T, {**J, "minimum": 1}, {"type": "null"}]},
            ["is now oneOf or null, was oneOf"],
        ),
        (T, {"$ref": "other.yaml#/A"}, ["is now A, was string"]),
    ],
)
def test_types(old: Any, new: Any, messages: list[str]) -> None:
    assert of_schema(old, new) == messages
