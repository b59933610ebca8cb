"""The objects of the standard around a place."""

from __future__ import annotations

import pytest
from tests.drift.contexts import ID, PET

from specmend.document.tree.pointer import Address
from specmend.drift.subjects import outermost, subjects

GET: Address = ("paths", "/pets", "get")
LIMIT: Address = (*GET, "parameters", 0)

OUTERMOST: list[tuple[Address, Address]] = [
    (PET, PET),
    # A property is a value of its own.
    (ID, ID),
    ((*ID, "anyOf", 0), ID),
    ((*ID, "anyOf", 0, "allOf", 1, "items"), ID),
    ((*ID, "additionalProperties"), ID),
    ((*LIMIT, "schema"), LIMIT),
    ((*LIMIT, "schema", "items"), LIMIT),
    (GET, GET),
    # Names are no keywords.
    ((*PET, "properties", "items"), (*PET, "properties", "items")),
]


@pytest.mark.parametrize(("address", "expected"), OUTERMOST)
def test_what_describes_one_value(address: Address, expected: Address) -> None:
    assert outermost(address) == expected


def test_the_objects_around_a_place_are_told_from_the_innermost_on() -> None:
    place = (*LIMIT, "schema", "type")
    expected = [(*LIMIT, "schema"), LIMIT, GET, GET[:2], ()]
    assert list(subjects(place)) == expected
    assert list(subjects((*ID, "type")))[:2] == [ID, PET]
