"""The values of example calls: from the document's own example of a body, as code."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.client.examples import body_example


@pytest.mark.parametrize(
    ("media", "expected"),
    [
        ({}, {}),
        ({"x-example": {"model": "m", "n": None}}, {"model": "'m'", "n": "None"}),
        (
            {"x-example": {"text": 'a "b" \n', "list": [{"a": True}]}},
            {"text": "'a \"b\" \\n'", "list": "[{'a': True}]"},
        ),
        ({"x-example": {"long": "x" * 200, "short": 1}}, {"short": "1"}),
    ],
)
def test_fields_become_code(media: Any, expected: Any) -> None:
    node = {"requestBody": {"content": {"application/json": media}}}
    assert body_example(node, "application/json") == expected
    assert body_example(node, "text/plain") == {}
