"""One action between two documents: what it did on the old one, what it meets on the new one."""

from __future__ import annotations

import pytest
from tests.drift.contexts import ID, KIND, PET, Move, context, edit, update

from specmend.document.tree.pointer import Address
from specmend.drift.action_context import selected

INTEGERS = edit("$..[?@.type == 'integer'].type", "set-value", value="number")
ID_TYPE = update("$.components.schemas.Pet.properties.id.type", "string")
CODE: Address = ("components", "schemas", "Error", "properties", "code")
LIMIT: Address = ("paths", "/pets", "get", "parameters", 0, "schema")
KIND_TYPE: Address = (*KIND, "type")


def test_a_place_that_moved_is_not_one_that_joined_or_left() -> None:
    one = context(INTEGERS, ("rename", PET, "Animal"))
    assert (one.joined, one.left) == ((), ())
    assert (*PET[:2], "Animal", "properties", "id", "type") in one.recorded_now


JOINED: list[tuple[list[Move], tuple[Address, ...], tuple[Address, ...]]] = [
    ([], (), ()),
    ([("set", KIND_TYPE, "integer")], (KIND_TYPE,), ()),
    ([("remove", ID)], (), ((*ID, "type"),)),
    ([("set", (*ID, "type"), "string")], (), ((*ID, "type"),)),
]


@pytest.mark.parametrize(("moves", "joined", "left"), JOINED)
def test_a_rule_gains_and_loses_places(
    moves: list[Move], joined: tuple[Address, ...], left: tuple[Address, ...]
) -> None:
    one = context(INTEGERS, *moves)
    assert (one.joined, one.left) == (joined, left)
    assert one.is_rule


def test_a_target_that_names_one_place_gains_none() -> None:
    one = context(ID_TYPE, ("set", KIND_TYPE, "integer"))
    assert (one.joined, one.is_rule) == ((), False)


NAMES: list[tuple[str, bool]] = [
    ("$.info.title", True),
    ("$['info']['title', 'version']", True),
    ("$.paths['/pets'].get.parameters[0].name", False),
    ("$.info.*", False),
    ("$..title", False),
]


@pytest.mark.parametrize(("target", "expected"), NAMES)
def test_whether_a_target_names_each_place(target: str, expected: bool) -> None:
    fields = edit(target, "set-value", value="x")
    assert context(fields).names_each_place is expected


def test_the_match_of_the_only_target() -> None:
    match = context(ID_TYPE, ("rename", PET, "Animal")).only_match
    assert match is not None
    assert match.at == (*PET[:2], "Animal", "properties", "id", "type")
    assert context(INTEGERS).only_match is None


def test_a_place_belongs_to_the_innermost_target() -> None:
    one = context(edit("$.components.schemas.Pet.properties.id", "change-type", type="string"))
    (comparison,) = one.comparisons
    assert one.target_of(comparison) == ID
    assert one.is_under_target(comparison)


def test_a_place_that_is_changed_in_passing_belongs_to_no_target() -> None:
    fields = {
        "target": "$.components.schemas.Pet.properties.id",
        "x-edit": {"name": "extract-schema", "as": "Number"},
    }
    one = context(fields)
    outside = [place for place in one.comparisons if not one.is_under_target(place)]
    assert [place.intended.address for place in outside] == [(*PET[:2], "Number")]
    assert one.target_of(outside[0]) is None


def test_a_query_that_is_too_much_selects_nothing() -> None:
    assert selected("$.a", {"a": 1}) == (("a",),)
    deep = {"a": [[0] * 1000] * 1000}
    assert selected("$" + "..*" * 9, deep) == ()
