"""Fields that are told as a whole."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import calling, lines

STRING = {"type": "string"}


def content(media: Any, name: str = "a/b") -> dict[str, Any]:
    return calling(responses={"200": {"content": {name: media}}})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (content({}), content({"schema": True}), []),
        (
            content({}, "a/json"),
            content({"schema": True}, "a/json"),
            ["gained a schema (anything)"],
        ),
        (content({}), content({"schema": STRING}), ["gained a schema (string)"]),
        (content({"schema": STRING}), content({}), ["lost its schema"]),
        (content({"example": 1}), content({"example": 2}), ["example changed"]),
        (content({"example": 1}), content({"examples": {"a": {"value": 1}}}), []),
        (
            calling(responses={"200": {"content": {"x-a": 1}}}),
            calling(responses={"200": {"content": {"x-a": 2}}}),
            ["content.x-a 1"],
        ),
    ],
)
def test_a_field_is_told_as_a_whole(old: Any, new: Any, expected: list[str]) -> None:
    found = lines(old, new)
    assert len(found) == len(expected)
    assert all(text in line for text, line in zip(expected, found, strict=True))
