"""One path for many places: wildcards where they differ."""

from __future__ import annotations

import pytest

from specmend.document.tree.pointer import Address
from specmend.steps.learn.wildcards import wildcards

CASES: list[tuple[list[Address], str]] = [
    ([("a", "b")], "$.a.b"),
    ([("a", "b", "x"), ("a", "c", "x")], "$.a[*].x"),
    ([("a", 0), ("b", 1)], "$[*][*]"),
    ([("a",), ("a", "b")], ""),
]


@pytest.mark.parametrize(("places", "query"), CASES)
def test_the_path_of_many_places(places: list[Address], query: str) -> None:
    assert wildcards(places) == query
