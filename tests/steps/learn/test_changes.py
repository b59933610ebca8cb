"""Steps by place: how each kind of change is said, how they are grouped, and that they suffice."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from tests.properties.strategies import documents
from tests.steps.learn.trees import FORMS, after, steps, tree_of

from specmend.document.text.document import parse_document
from specmend.document.tree.values import same
from specmend.steps.learn.changes import remaining_changes

CASES: dict[str, tuple[str, str, list[tuple[str, list[dict[str, Any]]]]]] = {
    "an equal document has no step": ("{a: 1, b: [x]}", "{b: [x], a: 1}", []),
    "a primitive is updated": (
        "info: {title: t, version: v}",
        "info: {title: u, version: v}",
        [("Set title of info", [{"target": "$.info.title", "update": "u"}])],
    ),
    "a key is added to its parent": (
        "info: {title: t}",
        "info: {title: t, summary: s}",
        [("Add summary to info", [{"target": "$.info", "update": {"summary": "s"}}])],
    ),
    "a key is removed": (
        "info: {title: t, summary: s}",
        "info: {title: t}",
        [("Remove summary from info", [{"target": "$.info.summary", "remove": True}])],
    ),
    "a value of another kind is set by the edit": (
        "info: {title: t}",
        "info: {title: [t]}",
        [
            (
                "Set title of info",
                [{"target": "$.info.title", "x-edit": {"name": "set-value", "value": ["t"]}}],
            )
        ],
    ),
    "one member more is itself the update": (
        "tags: [a]",
        "tags: [a, b]",
        [("Extend tags", [{"target": "$.tags", "update": "b"}])],
    ),
    "one member that is a list stays in a list": (
        "tags: [a]",
        "tags: [a, [b]]",
        [("Extend tags", [{"target": "$.tags", "update": [["b"]]}])],
    ),
    "two members more are a list": (
        "tags: [a]",
        "tags: [a, b, c]",
        [("Extend tags", [{"target": "$.tags", "update": ["b", "c"]}])],
    ),
    "a member of a list is named by what it says": (
        "{tags: [a, b], x: 1}",
        "{tags: [b], x: 1}",
        [("Remove a from tags", [{"target": "$.tags[?@ == 'a']", "remove": True}])],
    ),
    "new keys of one mapping are one update, removals first": (
        "info: {title: t, old: 1}",
        "info: {title: u, summary: s}",
        [
            (
                "Change info",
                [
                    {"target": "$.info.old", "remove": True},
                    {"target": "$.info", "update": {"title": "u", "summary": "s"}},
                ],
            )
        ],
    ),
    "a step for each operation": (
        "paths: {/a: {get: {summary: s}, put: {summary: s}}}",
        "paths: {/a: {get: {summary: t}, put: {summary: u}}}",
        [
            ("Set summary of GET /a", [{"target": "$.paths['/a'].get.summary", "update": "t"}]),
            ("Set summary of PUT /a", [{"target": "$.paths['/a'].put.summary", "update": "u"}]),
        ],
    ),
    "a path, a schema and the root are named": (
        "{paths: {}, components: {schemas: {A: {type: string}}}}",
        "{paths: {/a: {}}, components: {schemas: {}}, x-a: 1}",
        [
            ("Add path /a", [{"target": "$.paths", "update": {"/a": {}}}]),
            ("Remove schema A", [{"target": "$.components.schemas.A", "remove": True}]),
            ("Add x-a", [{"target": "$", "update": {"x-a": 1}}]),
        ],
    ),
}


def said(old: Any, new: Any) -> list[tuple[str, list[Any]]]:
    proposals = [*remaining_changes(old, new)]
    assert same(after(old, proposals), new)
    return steps(proposals)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_a_change_is_said_by_its_place(case: str, form: str) -> None:
    old, new, expected = CASES[case]
    assert said(tree_of(old, form), tree_of(new, form)) == expected


@given(documents, documents)
def test_the_steps_make_the_one_document_the_other(old: Any, new: Any) -> None:
    one, other = (parse_document(json.dumps(tree), "a.json").tree for tree in (old, new))
    assert same(after(one, remaining_changes(one, other)), other)
