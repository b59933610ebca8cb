"""Changes between two trees: few and small, and leading from the one to the other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.strategies import documents, edited_trees

from specmend.document.tree.changes import Change, changes
from specmend.document.tree.values import get, remove, replace, same

CASES: dict[str, tuple[Any, Any, list[tuple[str, tuple[str | int, ...]]]]] = {
    "nothing": ({"a": 1, "b": [2]}, {"b": [2], "a": 1}, []),
    "a value": ({"a": {"b": 1}}, {"a": {"b": 2}}, [("replace", ("a", "b"))]),
    "a key more": ({"a": {}}, {"a": {"b": {"c": 1}}}, [("add", ("a", "b"))]),
    "a key less": ({"a": 1, "b": 2}, {"a": 1}, [("remove", ("b",))]),
    "another kind": ({"a": {"b": 1}}, {"a": [1]}, [("replace", ("a",))]),
    "a number of another type": ({"a": 1}, {"a": 1.0}, [("replace", ("a",))]),
    "a member more": ({"a": [1]}, {"a": [1, 2, 3]}, [("extend", ("a",))]),
    "a member less": ({"a": [1, 2, 3]}, {"a": [1, 3]}, [("remove", ("a", 1))]),
    "one less and one more": (
        {"a": [1, 2]},
        {"a": [2, 3]},
        [("remove", ("a", 0)), ("extend", ("a",))],
    ),
    "a member in front": ({"a": [1, 2]}, {"a": [0, 1, 2]}, [("replace", ("a",))]),
    "a mapping in front": (
        {"a": [{"n": 1, "k": 0}, {"n": 2, "k": 0}]},
        {"a": [{"n": 0, "k": 0}, {"n": 1, "k": 0}, {"n": 2, "k": 0}]},
        [("replace", ("a",))],
    ),
    "a mapping in front of one that changed": (
        {"a": [{"n": 1, "k": 0}, {"n": 2, "k": 0}]},
        {"a": [{"n": 0, "k": 0}, {"n": 1, "k": 5}, {"n": 2, "k": 0}]},
        [("replace", ("a",))],
    ),
    "a mapping behind one that changed": (
        {"a": [{"n": 1, "k": 0}, {"n": 2, "k": 0}]},
        {"a": [{"n": 1, "k": 5}, {"n": 2, "k": 0}, {"n": 3, "k": 0}]},
        [("extend", ("a",)), ("replace", ("a", 0, "k"))],
    ),
    "another order": ({"a": [1, 2]}, {"a": [2, 1]}, [("replace", ("a",))]),
    "inside a member": (
        {"a": [{"n": 1, "v": 1}]},
        {"a": [{"n": 1, "v": 2}]},
        [("replace", ("a", 0, "v"))],
    ),
    "the root": ([], {}, [("replace", ())]),
}


@pytest.mark.parametrize("case", CASES)
def test_the_changes_are_the_smallest(case: str) -> None:
    old, new, wanted = CASES[case]
    assert [(change.kind, change.address) for change in changes(old, new)] == wanted


@settings(deadline=None, max_examples=200)
@given(tree=documents, data=st.data())
def test_the_changes_made_in_order_lead_from_the_one_tree_to_the_other(
    tree: Any, data: st.DataObject
) -> None:
    meant = data.draw(edited_trees(tree))
    made = tree
    for change in changes(tree, meant):
        made = _make(made, change)
    assert same(made, meant)


@settings(deadline=None, max_examples=100)
@given(documents, documents)
def test_any_two_mappings_have_changes_that_lead_from_the_one_to_the_other(
    one: Any, other: Any
) -> None:
    made = one
    for change in changes(one, other):
        made = _make(made, change)
    assert same(made, other)


def _make(tree: Any, change: Change) -> Any:
    if change.kind == "remove":
        assert same(get(tree, change.address), change.before)
        return remove(tree, [change.address])
    if change.kind == "extend":
        assert same(get(tree, change.address), change.before)
        return replace(tree, change.address, [*change.before, *change.after])
    return replace(tree, change.address, change.after)
