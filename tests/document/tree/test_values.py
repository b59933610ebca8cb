"""Trees are read, changed without touching the old one, and compared as JSON."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from specmend.document.tree import values as trees
from specmend.document.tree.pointer import Address

NAN = float("nan")
THING = object()
TREE: dict[str, Any] = {"a": {"b": 1, "c": [1, {"d": 2}, 3]}, "e": []}


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ((), TREE),
        (("a", "b"), 1),
        (("a", "c", 1, "d"), 2),
        (("a", "c", -1), 3),
        (("a", "x"), trees.MISSING),
        (("a", "c", 3), trees.MISSING),
        (("a", "c", "0"), trees.MISSING),
        (("a", "b", "x"), trees.MISSING),
        (("x", "y"), trees.MISSING),
    ],
)
def test_get(address: Address, value: Any) -> None:
    assert trees.get(TREE, address) is value or trees.get(TREE, address) == value


@pytest.mark.parametrize(
    ("address", "value", "after"),
    [
        ((), 1, 1),
        (("a", "b"), 2, {"a": {"b": 2, "c": [1, {"d": 2}, 3]}, "e": []}),
        (("f",), 2, {**TREE, "f": 2}),
        (("a", "c", 1, "d"), 5, {"a": {"b": 1, "c": [1, {"d": 5}, 3]}, "e": []}),
    ],
)
def test_replace(address: Address, value: Any, after: Any) -> None:
    assert trees.replace(TREE, address, value) == after


def test_replace_shares_what_it_does_not_touch() -> None:
    made = trees.replace(TREE, ("a", "b"), 2)
    assert made["a"]["c"] is TREE["a"]["c"]
    assert TREE["a"]["b"] == 1


@pytest.mark.parametrize("address", [("x", "y"), ("a", "c", 7), ("a", "c", "0")])
def test_replace_needs_the_way_to_its_place(address: Address) -> None:
    with pytest.raises((KeyError, IndexError)):
        trees.replace(TREE, address, 1)


@pytest.mark.parametrize(
    ("addresses", "after"),
    [
        ([], TREE),
        ([("e",)], {"a": TREE["a"]}),
        ([("a", "c", 0), ("a", "c", 2)], {"a": {"b": 1, "c": [{"d": 2}]}, "e": []}),
        (
            [("a", "c", 0), ("a", "c", 1, "d"), ("a", "c", 0)],
            {"a": {"b": 1, "c": [{}, 3]}, "e": []},
        ),
        ([("a", "c", 1), ("a", "c", 1, "d")], {"a": {"b": 1, "c": [1, 3]}, "e": []}),
        ([("a",), ("a", "b")], {"e": []}),
    ],
)
def test_remove_takes_all_addresses_as_they_are_before_any_removal(
    addresses: list[Address], after: Any
) -> None:
    assert trees.remove(TREE, addresses) == after


@pytest.mark.parametrize("address", [("x",), ("a", "c", "0")])
def test_what_is_not_there_cannot_be_removed(address: Address) -> None:
    with pytest.raises(KeyError):
        trees.remove(TREE, [address])


@pytest.mark.parametrize("index", [3, -4])
def test_a_member_that_is_not_there_cannot_be_removed(index: int) -> None:
    with pytest.raises(IndexError):
        trees.remove(TREE, [("a", "c", index)])


def test_the_root_cannot_be_removed() -> None:
    with pytest.raises(ValueError, match="root"):
        trees.remove(TREE, [()])


def test_rename_keeps_the_position() -> None:
    made = trees.rename_key(TREE, ("a",), "z")
    assert list(made) == ["z", "e"]
    assert made["z"] is TREE["a"]


@pytest.mark.parametrize(("address", "name"), [(("x",), "y"), (("a",), "e"), (("a", "c", 0), "x")])
def test_rename_needs_a_key_and_a_free_name(address: Address, name: str) -> None:
    with pytest.raises(KeyError):
        trees.rename_key(TREE, address, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, 1.0), (1, True), (0, False), (None, False), ("1", 1), ([], {}), ({}, None)],
)
def test_values_of_different_kinds_are_not_the_same(one: Any, other: Any) -> None:
    assert not trees.same(one, other)
    assert not trees.same([one], [other])
    assert not trees.identical({"a": one}, {"a": other})


def test_key_order_matters_to_identical_only() -> None:
    one, other = {"a": [1], "b": 2}, {"b": 2, "a": [1]}
    assert trees.same(one, other)
    assert not trees.identical(one, other)
    assert trees.digest(one) == trees.digest(other)


def test_what_is_not_a_number_is_the_same_as_itself() -> None:
    assert trees.same([float("nan")], [float("nan")])
    assert trees.identical([float("nan")], [float("nan")])


@pytest.mark.parametrize(
    ("other", "address"),
    [
        (TREE, None),
        ({"a": {"b": 1, "c": [1, {"d": 3}, 3]}, "e": []}, ("a", "c", 1, "d")),
        ({"a": {"b": 1, "c": [1]}, "e": []}, ("a", "c")),
        ({"a": {"c": [], "b": 1}, "e": []}, ("a",)),
        ({"e": [], "a": TREE["a"]}, ()),
    ],
)
def test_the_first_difference(other: Any, address: Address | None) -> None:
    assert trees.first_difference(TREE, other) == address


def test_a_digest_can_be_taken_of_half_a_surrogate_pair() -> None:
    assert trees.digest("\ud83d") != trees.digest("\ude00")


def test_a_draft_changes_many_places_and_leaves_the_old_tree_and_what_it_shares() -> None:
    before = trees.canonical(TREE)
    draft = trees.Draft(TREE)
    for name in ("x", "y"):
        draft.replace(("a", name), {"z": 1})
        draft.replace(("a", name, "z"), 2)
    draft.replace(("a", "c", 0), 9)
    assert draft.tree == {
        "a": {"b": 1, "c": [9, {"d": 2}, 3], "x": {"z": 2}, "y": {"z": 2}},
        "e": [],
    }
    assert trees.canonical(TREE) == before
    assert draft.tree["e"] is TREE["e"]
    assert draft.tree["a"]["c"][1] is TREE["a"]["c"][1]


@pytest.mark.parametrize("address", [("x", "y"), ("a", "b", "c"), ("a", "c", "d"), ("a", "c", 7)])
def test_a_draft_refuses_a_way_that_is_not_there(address: Address) -> None:
    with pytest.raises((KeyError, IndexError)):
        trees.Draft(TREE).replace(address, 1)


def test_places_above_and_below_one_another_are_removed_together() -> None:
    assert trees.remove(TREE, [("a", "c", 1, "d"), ("a", "c", 0), ("a", "c", -1), ("e",)]) == {
        "a": {"b": 1, "c": [{}]}
    }
    assert trees.remove(TREE, [("a", "c", 1, "d"), ("a",)]) == {"e": []}


@pytest.mark.parametrize(
    ("names", "keys"),
    [({}, ["a", "b", "c"]), ({"b": "x"}, ["a", "x", "c"]), ({"a": "c", "c": "a"}, ["c", "b", "a"])],
)
def test_keys_get_other_names_and_keep_their_positions(
    names: dict[str, str], keys: list[str]
) -> None:
    tree = {"m": {"a": 1, "b": 2, "c": 3}, "n": []}
    made = trees.rename_keys(tree, ("m",), names)
    assert list(made["m"]) == keys
    assert list(made["m"].values()) == [1, 2, 3]
    assert made["n"] is tree["n"]


@pytest.mark.parametrize(
    ("value", "faults"),
    [
        (TREE, []),
        ({"a": [None, True, 1, 1.5, "s", [], {}]}, []),
        (THING, [((), THING)]),
        ({1: THING}, [((), 1)]),
        ({"a": [1, THING, {"b": (1,)}]}, [(("a", 1), THING), (("a", 2, "b"), (1,))]),
        ({"a": NAN}, [(("a",), NAN)]),
        ({"a": b"x", "b": {2}}, [(("a",), b"x"), (("b",), {2})]),
    ],
)
def test_what_json_cannot_hold_is_named_with_its_place(
    value: object, faults: list[tuple[Address, object]]
) -> None:
    assert list(trees.not_json(value)) == faults


def test_a_value_that_holds_itself_is_no_json() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(RecursionError):
        list(trees.not_json(value))


def test_what_is_absent_stays_the_one_thing_that_is() -> None:
    (read,) = pickle.loads(pickle.dumps([trees.MISSING]))  # noqa: S301 - we wrote it
    assert read is trees.MISSING
