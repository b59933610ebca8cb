"""Renamed keys: properties, which may have changed a little, and other keys, which may not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from tests.properties.strategies import documents, keys
from tests.steps.learn.trees import FORMS, after, steps, tree_of

from specmend.document.tree.values import same
from specmend.steps.learn.keys import renamed_keys, renamed_properties

Expected = list[tuple[str, list[dict[str, Any]]]]


def property_edit(target: str, old: str, new: str) -> dict[str, Any]:
    return {"target": target, "x-edit": {"name": "rename-property", "from": old, "to": new}}


def key_edit(target: str, new: str) -> dict[str, Any]:
    return {"target": target, "x-edit": {"name": "rename-key", "to": new}}


PROPERTIES: dict[str, tuple[str, str, Expected]] = {
    "a property that stays": (
        "{A: {properties: {a: {type: string}}}}",
        "{A: {properties: {a: {type: string}}}}",
        [],
    ),
    "a key outside properties": ("{A: {a: {type: string}}}", "{A: {b: {type: string}}}", []),
    "a property of another name": (
        "{A: {properties: {a: {type: string}}}}",
        "{A: {properties: {b: {type: string}}}}",
        [("Rename property a to b", [property_edit("$.A", "a", "b")])],
    ),
    "the same name in two schemas is one step": (
        "{A: {properties: {a: {type: string}}}, B: {properties: {a: {type: integer}}}}",
        "{A: {properties: {b: {type: string}}}, B: {properties: {b: {type: integer}}}}",
        [("Rename property a to b", [property_edit(at, "a", "b") for at in ("$.A", "$.B")])],
    ),
    "one that changed a little as well": (
        "{A: {properties: {a: {type: string, title: t}}}}",
        "{A: {properties: {b: {type: string, title: t, format: f}}}}",
        [("Rename property a to b", [property_edit("$.A", "a", "b")])],
    ),
    "one that has nothing in common": (
        "{A: {properties: {a: {type: string}}}}",
        "{A: {properties: {b: {enum: [1]}}}}",
        [],
    ),
    "an empty schema tells nothing": (
        "{A: {properties: {a: {}}}}",
        "{A: {properties: {b: {}}}}",
        [],
    ),
}
KEYS: dict[str, tuple[str, str, Expected]] = {
    "a key that stays": ("{a: {x: 1}}", "{a: {x: 1}}", []),
    "a key of another name": (
        "{o: {a: {x: 1}}}",
        "{o: {b: {x: 1}}}",
        [("Rename a to b in o", [key_edit("$.o.a", "b")])],
    ),
    "at the root": (
        "{a: [1], c: 1}",
        "{b: [1], c: 1}",
        [("Rename a to b in the document", [key_edit("$.a", "b")])],
    ),
    "a member of a list is named": (
        "{l: [{name: n, a: {x: 1}}]}",
        "{l: [{name: n, b: {x: 1}}]}",
        [("Rename a to b in l[0]", [key_edit("$.l[?@.name == 'n'].a", "b")])],
    ),
    "one whose value changed is no rename": ("{a: {x: 1, y: 1}}", "{b: {x: 1, y: 2}}", []),
    "a primitive tells nothing": ("{a: 1}", "{b: 1}", []),
    "a longer list has no counterparts": ("[{a: {x: 1}}]", "[{b: {x: 1}}, 1]", []),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", PROPERTIES)
def test_a_property_with_another_name(case: str, form: str) -> None:
    old, new, expected = PROPERTIES[case]
    assert steps(renamed_properties(tree_of(old, form), tree_of(new, form))) == expected


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", KEYS)
def test_a_key_with_another_name(case: str, form: str) -> None:
    old, new, expected = KEYS[case]
    assert steps(renamed_keys(tree_of(old, form), tree_of(new, form))) == expected


@given(documents, keys, keys)
def test_a_renamed_key_is_found_and_made(others: dict[str, Any], old: str, new: str) -> None:
    assume(old != new and old not in others and new not in others)
    before, wanted = {**others, old: {"x": [1]}}, {**others, new: {"x": [1]}}
    assert same(after(before, renamed_keys(before, wanted)), wanted)


@given(documents, keys, keys)
def test_a_renamed_property_is_found_and_made(others: dict[str, Any], old: str, new: str) -> None:
    assume(old != new and old not in others and new not in others)
    before = {"A": {"properties": {old: {"type": "string"}}}, "x": others}
    wanted = {"A": {"properties": {new: {"type": "string"}}}, "x": others}
    assert same(after(before, renamed_properties(before, wanted)), wanted)
