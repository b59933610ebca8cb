"""Documents as deep as the limit allows are checked to their end."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document, told

from specmend.validate.rules.deep_stack import deep_stack

LEVELS = 120
"""Two levels of a document for each schema: more than the 200 that are allowed at first."""


@pytest.mark.parametrize("version", VERSIONS)
def test_a_fault_at_the_deepest_place_is_found(version: str) -> None:
    schema: Any = {"type": "integer", "minItems": "x", "default": "y"}
    for _ in range(LEVELS):
        schema = {"type": "object", "properties": {"a": schema}}
    tree = document(version, components={"schemas": {"A": schema}})
    assert [message for _, message in told("openapi", tree)] == [
        "'minItems' is \"x\" and not a whole number"
    ]
    assert len(told("defaults", tree)) == 1


def test_the_limit_of_calls_is_as_it_was_afterwards() -> None:
    before = sys.getrecursionlimit()
    with pytest.raises(ValueError, match="stop"), deep_stack():
        assert sys.getrecursionlimit() > before
        raise ValueError("stop")
    assert sys.getrecursionlimit() == before
