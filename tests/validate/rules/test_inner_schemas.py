"""Places of the schemas of a composition, and schemas of lists."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.validate.rules.inner_schemas import may_be_list, members


@pytest.mark.parametrize(("listed", "count"), [([{}, {}], 2), ([], 0), (None, 0), ({"a": {}}, 0)])
def test_members(listed: Any, count: int) -> None:
    found = members({"allOf": listed}, ("a",), "allOf")
    assert found == [("a", "allOf", index) for index in range(count)]
    assert members({}, ("a",), "allOf") == []


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({}, True), ({"type": "array"}, True), ({"type": ["null", "array"]}, True),
        ({"type": "string"}, False), ({"type": ["string"]}, False), ({"type": None}, False),
    ],
)  # fmt: skip
def test_may_be_list(schema: Any, expected: bool) -> None:
    assert may_be_list(schema) is expected
