"""One document of a comparison: its references, and the way that they lead."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import document, refer

from specmend.diff.side import is_component, is_plain_reference, side_of

PLACE = ("components", "schemas")
SIDE = side_of(
    "new",
    document(
        {
            "A": refer("B"),
            "B": refer("C"),
            "C": {"$anchor": "c", "type": "string"},
            "D": {"$ref": "#c"},
            "Loop": refer("Loop"),
            "Lost": refer("Nowhere"),
        }
    ),
)
CASES: list[tuple[str, list[str]]] = [
    ("A", ["B", "C"]),
    ("C", []),
    ("D", ["C"]),
    ("Loop", ["Loop"]),
    ("Lost", []),
]


@pytest.mark.parametrize(("name", "names"), CASES)
def test_the_way_of_references(name: str, names: list[str]) -> None:
    assert SIDE.chain((*PLACE, name)) == [(*PLACE, one) for one in names]
    assert SIDE.settled((*PLACE, name)) == (*PLACE, [name, *names][-1])


@pytest.mark.parametrize(
    ("value", "expected"),
    [({"$ref": "#/a"}, True), ({"$ref": "#/a", "title": "A"}, False), ({}, False), (1, False)],
)
def test_a_plain_reference_says_nothing_else(value: Any, expected: bool) -> None:
    assert is_plain_reference(value) is expected


def test_a_component_stands_under_its_kind() -> None:
    assert is_component((*PLACE, "A"))
    assert not is_component((*PLACE, "A", "type"))
    assert not is_component(("paths", "/a", "get"))
