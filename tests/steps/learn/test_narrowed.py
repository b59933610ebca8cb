"""A list that was narrowed is one change; one that lost a little is a removal of each member."""

from __future__ import annotations

from typing import Any

import pytest
from tests.steps.learn.trees import FORMS, after, steps, tree_of

from specmend.document.tree.values import same
from specmend.steps.learn.changes import remaining_changes
from specmend.steps.learn.narrowed import meant_changes

LONG = "{type: object, properties: {a: {type: b}, c: {type: d}, e: {type: f}}}"

CASES: dict[str, tuple[str, str, list[str]]] = {
    # The old list, the new one, and the kinds of change: nothing, one, or one for each member.
    "stays": ("enum: [text, image, link]", "enum: [text, image, link]", []),
    "one of three": ("enum: [text, image, link]", "enum: [text, image]", ["remove"]),
    "to one of three": ("enum: [text, image, link]", "enum: [text]", ["replace"]),
    "to two of four": ("enum: [a, b, c, d]", "enum: [a, c]", ["replace"]),
    "two of five": ("enum: [a, b, c, d, e]", "enum: [a, c, d]", ["remove", "remove"]),
    "to one of two": ("enum: [text, image]", "enum: [text]", ["remove"]),
    "to others": ("enum: [a, b, c]", "enum: [a, d]", ["remove", "remove", "extend"]),
    "types": ("type: [string, integer, 'null']", "type: [string]", ["replace"]),
    "branches": (
        "anyOf: [{$ref: a}, {$ref: b}, {type: 'null'}]",
        "anyOf: [{$ref: a}]",
        ["replace"],
    ),
    "branches with much in them follow upstream": (
        f"oneOf: [{LONG}, {{x: 1}}, {{x: 2}}]",
        f"oneOf: [{LONG}]",
        ["remove", "remove"],
    ),
    "servers": ("servers: [{url: a}, {url: b}, {url: c}]", "servers: [{url: b}]", ["replace"]),
    "what is required is said of each name": (
        "required: [a, b, c]",
        "required: [a]",
        ["remove", "remove"],
    ),
    "tags": ("tags: [a, b, c]", "tags: [a]", ["remove", "remove"]),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_what_a_change_of_a_list_meant(case: str, form: str) -> None:
    old, new, kinds = (CASES[case][0], CASES[case][1], CASES[case][2])
    trees = [tree_of(f"{{A: {{{text}}}}}", form) for text in (old, new)]
    assert [change.kind for change in meant_changes(*trees)] == kinds
    assert same(after(trees[0], remaining_changes(*trees)), trees[1])


def test_a_narrowed_list_is_set() -> None:
    old, new = ({"A": {"enum": values}} for values in (["text", "image", "link"], ["text"]))
    edit: Any = {"name": "set-value", "value": ["text"]}
    expected = [("Set enum of A", [{"target": "$.A.enum", "x-edit": edit}])]
    assert steps(remaining_changes(old, new)) == expected
