"""A place of the old document that is not where it was, and what may have become of it."""

from __future__ import annotations

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.lost_place import LostPlace, Relocation, only_one

A: Address = ("a",)
B: Address = ("b",)


def test_a_lost_place_knows_what_stood_there_and_beside_it() -> None:
    lost = LostPlace(
        old={"a": {"x": 1, "y": 2}}, new={"b": {"y": 2}}, address=("a", "x"), new_parent=B
    )
    assert (lost.key, lost.parent, lost.value) == ("x", A, 1)
    assert (lost.old_siblings, lost.new_siblings) == ({"x": 1, "y": 2}, {"y": 2})


CASES: list[tuple[list[Address], Relocation | None]] = [
    ([A], Relocation(at=A, evidence="why")),
    ([], None),
    ([A, B], Relocation(at=None, candidates=(A, B))),
]


@pytest.mark.parametrize(("places", "relocation"), CASES)
def test_the_only_place_is_the_new_one(
    places: list[Address], relocation: Relocation | None
) -> None:
    assert only_one(places, "why") == relocation
