"""Guesses as steps: one table before single names, a named edit of the whole, what only one has."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import keys, scalars
from tests.steps.learn.trees import FORMS, after, steps, tree_of

from specmend.steps.learn.guesses import mapping_of, removed_and_added, tables, whole

mappings = st.dictionaries(keys, scalars, max_size=5)


def renamed(**names: str) -> list[dict[str, Any]]:
    return [{"target": "$", "x-edit": {"name": "rename-tag", "names": names}}]


TABLES: dict[str, tuple[dict[str, str], list[tuple[str, list[dict[str, Any]]]]]] = {
    "no names, no step": ({}, []),
    "one name is one step": ({"a": "b"}, [("Rename tag a to b", renamed(a="b"))]),
    "several are a table, and in case it fails each by itself": (
        {"a": "b", "c": "d"},
        [
            ("Rename 2 tags", renamed(a="b", c="d")),
            ("Rename tag a to b", renamed(a="b")),
            ("Rename tag c to d", renamed(c="d")),
        ],
    ),
}


@pytest.mark.parametrize("case", TABLES)
def test_names_are_one_table_and_then_one_by_one(case: str) -> None:
    names, expected = TABLES[case]
    assert steps(tables("rename-tag", "tag", names)) == expected


@pytest.mark.parametrize("form", FORMS)
def test_the_table_is_an_edit_that_can_be_made(form: str) -> None:
    tree = tree_of("{tags: [{name: a}, {name: c}, {name: e}]}", form)
    table = next(tables("rename-tag", "tag", {"a": "b", "c": "d"}))
    assert after(tree, [table]) == tree_of("{tags: [{name: b}, {name: d}, {name: e}]}", form)


def test_an_edit_of_the_whole_does_not_follow_its_parameters() -> None:
    parameters: dict[str, Any] = {"name": "rename-tag", "names": {"a": "b"}}
    proposal = whole("A title", parameters)
    parameters["name"] = "another"
    assert steps([proposal]) == [("A title", renamed(a="b"))]


MAPPINGS: dict[str, tuple[tuple[str | int, ...], dict[str, Any]]] = {
    "the document": ((), {"a": {"b": {"c": 1}}, "d": [{"e": 2}]}),
    "a mapping inside": (("a", "b"), {"c": 1}),
    "a member of a list": (("d", 0), {"e": 2}),
    "a list is none": (("d",), {}),
    "a primitive is none": (("a", "b", "c"), {}),
    "nothing there": (("x", "y"), {}),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", MAPPINGS)
def test_what_is_no_mapping_is_an_empty_one(case: str, form: str) -> None:
    address, expected = MAPPINGS[case]
    tree = tree_of("{a: {b: {c: 1}}, d: [{e: 2}]}", form)
    assert mapping_of(tree, *address) == expected


@given(mappings, mappings)
def test_what_is_removed_and_added_leads_from_the_one_to_the_other(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    removed, added = removed_and_added(old, new)
    stayed = {key for key in old if key not in removed}
    assert stayed | set(added) == set(new)
    assert not set(added) & set(old)
    assert {**old, **removed} == old
    assert {**new, **added} == new
