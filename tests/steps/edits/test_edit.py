"""What an edit touched: the innermost places that differ from the tree before."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import replace
from specmend.steps.edits.edit import changed_places, stay

TREE: Any = {"a": {"b": [1, {"c": 2}], "d": "x"}, "e": None}


@pytest.mark.parametrize(
    ("after", "places"),
    [
        pytest.param(TREE, [], id="nothing"),
        pytest.param({**TREE}, [], id="a copy"),
        pytest.param(replace(TREE, ("a", "b", 1, "c"), 3), [("a", "b", 1, "c")], id="a value"),
        pytest.param(replace(TREE, ("a", "b"), [1]), [("a", "b")], id="a list of another length"),
        pytest.param(replace(TREE, ("a", "new"), 1), [("a", "new")], id="a key that came"),
        pytest.param({"a": TREE["a"]}, [("e",)], id="a key that went"),
        pytest.param(replace(TREE, ("a", "b", 0), True), [("a", "b", 0)], id="another type"),
        pytest.param(
            replace(replace(TREE, ("e",), 1), ("a", "d"), "y"),
            [("a", "d"), ("e",)],
            id="two, in document order",
        ),
    ],
)
def test_the_innermost_places_that_differ(after: Any, places: list[Address]) -> None:
    assert list(changed_places(TREE, after)) == places


def test_what_stays_stands_where_it_stood() -> None:
    assert stay([("a",), ()]) == ((("a",), ("a",)), ((), ()))
