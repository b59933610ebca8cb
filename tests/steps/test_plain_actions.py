"""Changes as plain actions: merged where Overlay merges, else removed and put in again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties.strategies import documents, words
from tests.steps.learn.trees import FORMS, tree_of

from specmend.document.jsonpath.select import select
from specmend.document.text.document import parse_document
from specmend.document.tree.changes import changes
from specmend.document.tree.values import Tree, same
from specmend.errors import NotExpressible
from specmend.steps.plain_actions import normalized_path, plain_actions
from specmend.steps.proposal import make

CASES: dict[str, tuple[str, str, list[dict[str, Any]]]] = {
    "nothing changes": ("{a: 1, b: 2}", "{b: 2, a: 1}", []),
    "a primitive is merged": (
        "{a: {b: 1}}",
        "{a: {b: 2}}",
        [{"target": "$['a']", "update": {"b": 2}}],
    ),
    "changes at one mapping are one update": (
        "{a: {b: 1, c: 1}}",
        "{a: {b: 2, d: x, c: 1}}",
        [{"target": "$['a']", "update": {"b": 2, "d": "x"}}],
    ),
    "at two mappings they are two": (
        "{a: {b: 1}, c: {d: 1}}",
        "{a: {b: 2}, c: {d: 2}}",
        [
            {"target": "$['a']", "update": {"b": 2}},
            {"target": "$['c']", "update": {"d": 2}},
        ],
    ),
    "a key is removed": ("{a: 1, b: 1}", "{b: 1}", [{"target": "$['a']", "remove": True}]),
    "a value of another kind is removed and put in again": (
        "{a: {b: 1}}",
        "{a: {b: [1]}}",
        [
            {"target": "$['a']['b']", "remove": True},
            {"target": "$['a']", "update": {"b": [1]}},
        ],
    ),
    "so is a list that is another one": (
        "{a: [1, 2]}",
        "{a: [3]}",
        [{"target": "$['a']", "remove": True}, {"target": "$", "update": {"a": [3]}}],
    ),
    "a longer list is updated with the new members": (
        "{a: [1]}",
        "{a: [1, 2, 3]}",
        [{"target": "$['a']", "update": [2, 3]}],
    ),
    "a member of a list is removed by its index": (
        "{a: [1, 2, 3]}",
        "{a: [1, 3]}",
        [{"target": "$['a'][1]", "remove": True}],
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_a_change_is_said_in_plain_actions(case: str, form: str) -> None:
    old, new, expected = CASES[case]
    one, other = tree_of(old, form), tree_of(new, form)
    actions = plain_actions(changes(one, other))
    assert actions == expected
    assert same(made(one, actions), other)


def made(tree: Tree, actions: list[dict[str, Any]]) -> Tree:
    """The tree after the actions, one after another."""
    for action in actions:
        tree = make(tree, action)
    return tree


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("old", "new"), [("{a: 1}", "[1]"), ("[1]", "{a: 1}"), ("[1, 2]", "[3]"), ("a", "b")]
)
def test_a_root_of_another_kind_cannot_be_said(old: str, new: str, form: str) -> None:
    with pytest.raises(NotExpressible, match="the root of the document"):
        plain_actions(changes(tree_of(old, form), tree_of(new, form)))


@given(documents, documents)
def test_the_actions_make_the_one_document_the_other(old: Any, new: Any) -> None:
    one, other = (parse_document(json.dumps(tree), "a.json").tree for tree in (old, new))
    actions = plain_actions(changes(one, other))
    assert {field for action in actions for field in action} <= {"target", "update", "remove"}
    assert same(made(one, actions), other)


PATHS: dict[str, tuple[tuple[str | int, ...], str]] = {
    "the root": ((), "$"),
    "names and indexes": (("paths", "/a", 0, "x"), "$['paths']['/a'][0]['x']"),
    "digits are a name": (("200",), "$['200']"),
    "a single quote is escaped": (("it's",), "$['it\\'s']"),
    "a double quote is not": (('"q"',), "$['\"q\"']"),
    "a backslash is escaped": (("\\",), "$['\\\\']"),
    "a control character is escaped": (("a\n\x01",), "$['a\\n\\u0001']"),
    "other letters stand as they are": (("é😀",), "$['é😀']"),
}


@pytest.mark.parametrize("case", PATHS)
def test_a_path_is_written_as_rfc_9535_does(case: str) -> None:
    address, expected = PATHS[case]
    assert normalized_path(address) == expected


@given(st.lists(words, min_size=1, max_size=3))
def test_a_path_selects_its_own_place(names: list[str]) -> None:
    tree: Tree = 1
    for name in reversed(names):
        tree = {name: tree, f"{name}'": tree}
    assert list(select(normalized_path(tuple(names)), tree)) == [tuple(names)]
