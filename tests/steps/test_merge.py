"""Merging by the rules of Overlay 1.1, on values alone."""

from __future__ import annotations

import pytest

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.errors import MergeError
from specmend.steps.merge import leaves, merge, touched


@pytest.mark.parametrize(
    ("target", "update", "merged"),
    [
        ({"a": 1}, {}, {"a": 1}),
        ({"a": 1}, {"a": 1}, {"a": 1}),
        ({"a": 1}, {"a": None, "b": 2}, {"a": None, "b": 2}),
        ({"a": {"b": [1]}}, {"a": {"b": [2], "c": 3}}, {"a": {"b": [1, 2], "c": 3}}),
        ([1], [2, 3], [1, 2, 3]),
        ([1], {"a": 1}, [1, {"a": 1}]),
        ([1], None, [1, None]),
        ([], [[1]], [[1]]),
        ("a", "b", "b"),
        (None, False, False),
    ],
)
def test_what_overlay_merges(target: Tree, update: Tree, merged: Tree) -> None:
    assert merge(target, update) == merged


@pytest.mark.parametrize(
    ("target", "update", "address"),
    [
        ({}, [1], ()),
        ({}, 1, ()),
        ({}, None, ()),
        (1, {}, ()),
        (1, [], ()),
        ({"a": {"b": 1}}, {"a": {"b": {}}}, ("a", "b")),
        ({"a": {"b": {}}}, {"a": {"b": None}}, ("a", "b")),
        ({"a": [1]}, {"a": 1}, ("a",)),
        ({"a": [1]}, {"a": {}}, ("a",)),
    ],
)
def test_what_it_does_not_merge_is_an_error_with_its_place(
    target: Tree, update: Tree, address: Address
) -> None:
    with pytest.raises(MergeError) as caught:
        merge(target, update)
    assert caught.value.address == address


def test_neither_side_is_changed_by_a_merge() -> None:
    target, update = {"a": {"b": [1]}}, {"a": {"b": [2]}}
    merge(target, update)
    assert (target, update) == ({"a": {"b": [1]}}, {"a": {"b": [2]}})


def test_the_part_that_an_update_touches_is_what_is_there_of_it() -> None:
    target = {"a": {"b": 1, "c": 2}, "d": [1]}
    assert touched(target, {"a": {"b": 5, "x": 5}, "d": [2], "e": 5}) == {"a": {"b": 1}, "d": [1]}


def test_the_leaves_of_an_update_are_the_places_at_which_it_writes() -> None:
    assert leaves({"a": {"b": 1}}, {"a": {"b": 2, "c": 3}}, ("x",)) == [
        (("x", "a", "b"), 1),
        (("x", "a", "c"), MISSING),
    ]
