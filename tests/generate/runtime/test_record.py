"""Records: their fields and defaults, what is refused, and what they are equal to."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from specmend.generate.runtime._record import NOTHING, Record, Value, replace


class Door(Record):
    """A record with a default, a method, and a name that could be a method."""

    width: int
    open: Callable[[], str] = lambda: "creaks"
    signs: Mapping[str, str] = NOTHING

    def area(self, height: int) -> int:
        return self.width * height


class Size(Value):
    """A record that is compared by what it says."""

    width: int
    unit: str = "cm"


class Depth(Value):
    """Another one with the same fields."""

    width: int
    unit: str = "cm"


def test_fields_and_defaults() -> None:
    door = Door(width=80)
    assert (door.width, door.signs, door.open(), door.area(2)) == (80, {}, "creaks", 160)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "width"),
        ({"width": 1, "height": 2}, "height"),
        ({"height": 2}, "height, width"),
        ({"width": 1, "area": 2}, "area"),
    ],
)
def test_what_is_lacking_or_too_much_is_named(given: dict[str, Any], named: str) -> None:
    with pytest.raises(TypeError, match=f": {named}$"):
        Door(**given)


def test_a_record_is_not_changed() -> None:
    door: Any = Door(width=80)
    with pytest.raises(AttributeError, match="Door is not changed: width"):
        door.width = 81
    with pytest.raises(AttributeError, match="Door is not changed: width"):
        del door.width
    assert door.width == 80


def test_replaced_fields_leave_the_record_alone() -> None:
    door = Door(width=80, signs={"push": "here"})
    wider = replace(door, width=90)
    assert (door.width, wider.width, wider.signs) == (80, 90, {"push": "here"})


def test_a_record_is_equal_to_itself_alone() -> None:
    door = Door(width=80)
    assert door != Door(width=80)
    assert {door: 1}[door] == 1


def test_a_value_is_equal_to_one_of_its_kind_with_the_same_fields() -> None:
    assert Size(width=1) == Size(width=1, unit="cm")
    assert Size(width=1) != Size(width=2)
    assert Size(width=1) != Depth(width=1)
    assert len({Size(width=1), Size(width=1), Size(width=1, unit="m")}) == 2


def test_a_value_shows_its_fields_and_a_record_none() -> None:
    assert repr(Size(width=1)) == "Size(width=1, unit='cm')"
    assert "80" not in repr(Door(width=80))


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - it is our own


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_a_value_is_copied_and_pickled(copied: Callable[[Size], Size]) -> None:
    assert copied(Size(width=3)) == Size(width=3)
