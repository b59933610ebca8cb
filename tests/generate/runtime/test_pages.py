"""Where a value is in an answer; the walks themselves are tested with a package."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from specmend.generate.runtime._pages import Place, value_at


class Pet(BaseModel, extra="allow"):
    name: str | None = None
    pets: list[Pet] = []


LEO = Pet.model_validate({"name": "Leo", "pets": [{"name": "Mia"}, {"new": {"x": [1, 2]}}]})


@pytest.mark.parametrize(
    ("value", "place", "expected"),
    [
        (LEO, (), LEO),
        (LEO, ("name",), "Leo"),
        (LEO, ("pets", 0, "name"), "Mia"),
        (LEO, ("pets", -1, "new", "x", -1), 2),
        (LEO, ("pets", -1, "name"), None),
        (Pet(), ("pets", -1, "name"), None),
        (Pet(), ("old", "x"), None),
        ({"a": {"b": 1}}, ("a", "b"), 1),
        ({"a": None}, ("a", "b"), None),
        (None, ("a",), None),
    ],
)
def test_a_value_at_a_place(value: Any, place: Place, expected: Any) -> None:
    assert value_at(value, place) == expected
