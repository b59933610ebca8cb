"""A series as one plain overlay: any tool makes the same of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.properties.strategies import documents, edited_trees, words
from tests.properties.test_steps import TREES, document_of, series
from tests.repository import ROOT
from tests.steps.series import make_document, make_step

from specmend.document.jsonpath.select import select
from specmend.document.text.document import parse_document
from specmend.document.tree.changes import changes
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import same
from specmend.errors import NotExpressible
from specmend.project.repository import Project
from specmend.source.pin import read_upstream
from specmend.steps.apply import apply_steps
from specmend.steps.exchange.export import export_overlay, replay, write_overlay
from specmend.steps.plain_actions import normalized_path, plain_actions
from specmend.steps.read import read_steps
from specmend.steps.schema import STEP_SCHEMA
from specmend.steps.step import Verdict

APIS = Project.find(ROOT).apis


@pytest.mark.parametrize("target", ["python", "ballerina"])
@pytest.mark.parametrize("api", APIS)
def test_the_exported_series_of_this_repository_gives_what_the_steps_give(
    api: str, target: str
) -> None:
    folder = APIS[api].steps
    upstream = read_upstream(APIS[api])[1]
    steps = [step for step in read_steps(folder, "patches") if step.is_active(target)]
    applied = apply_steps(upstream, steps)
    assert not applied.problems
    written = write_overlay(export_overlay("t", upstream.tree, steps))
    overlay = parse_document(written, "overlay.yaml").tree
    assert "x-edit" not in written
    assert "x-expect" not in written
    assert same(replay(upstream.tree, overlay), applied.document.tree)
    assert not same(upstream.tree, applied.document.tree)


@settings(deadline=None, max_examples=150)
@given(st.data(), TREES)
def test_the_export_of_any_series_gives_its_tree(data: st.DataObject, tree: Any) -> None:
    drawn = data.draw(series(tree))
    document = document_of(tree)
    applied = apply_steps(document, drawn, enforce=False)
    good = [
        outcome.step
        for outcome in applied.outcomes
        if outcome.verdict is Verdict.APPLIES and not outcome.problems
    ]
    try:
        overlay = export_overlay("t", tree, good)
    except NotExpressible:
        assert any(step.actions[0].target == "$" for step in good)
        return
    assert same(replay(tree, json.loads(json.dumps(overlay))), applied.document.tree)


@settings(deadline=None, max_examples=200)
@given(st.data(), documents)
def test_any_edit_can_be_said_in_plain_actions(data: st.DataObject, tree: Any) -> None:
    meant = data.draw(edited_trees(tree))
    actions = plain_actions(changes(tree, meant))
    assert same(replay(tree, {"actions": actions}), meant)
    assert {key for action in actions for key in action} <= {"target", "update", "remove"}


@settings(deadline=None)
@given(st.lists(words, min_size=1, max_size=3), words)
def test_a_normalized_path_selects_its_place_and_no_other(names: list[str], last: str) -> None:
    tree: Any = {last: [0, 1], "other": 1}
    for name in reversed(names):
        tree = {name: tree, name + "x": 2}
    address: Address = (*names, last, 1)
    assert select(normalized_path(address), tree) == (address,)
    assert normalized_path(address).endswith("'][1]")


@pytest.mark.parametrize(
    ("edit", "wanted"),
    [
        ("{name: set-value, value: 2}", [{"target": "$['a']", "update": {"b": 2}}]),
        (
            "{name: set-value, value: [2]}",
            [{"target": "$['a']['b']", "remove": True}, {"target": "$['a']", "update": {"b": [2]}}],
        ),
        (
            "{name: rename-key, to: d}",
            [{"target": "$['a']['b']", "remove": True}, {"target": "$['a']", "update": {"d": 1}}],
        ),
    ],
)
def test_a_named_edit_becomes_the_smallest_plain_actions(edit: str, wanted: list[Any]) -> None:
    document = make_document("a: {b: 1, c: 1}\n")
    overlay = export_overlay("t", document.tree, [make_step(f"- target: $.a.b\n  x-edit: {edit}")])
    plain = [
        {key: value for key, value in action.items() if key != "description"}
        for action in overlay["actions"]
    ]
    assert plain == wanted
    assert {action["description"] for action in overlay["actions"]} == {"Step 1: A step"}


def test_plain_actions_stand_as_they_are_and_fit_the_standard() -> None:
    document = make_document("a: {b: [1], c: {d: 1}}\n")
    step = make_step(
        "- {target: '$..b', update: 2, description: More}\n- {target: $.a, update: {e: {}}}\n"
        "- {target: $.a.e, copy: $.a.c}\n- {target: '$.a.c[?@ == 1]', remove: true}"
    )
    overlay = export_overlay("t", document.tree, [step])
    assert [action["target"] for action in overlay["actions"]] == [
        "$..b",
        "$.a",
        "$.a.e",
        "$.a.c[?@ == 1]",
    ]
    assert overlay["actions"][0] == {
        "target": "$..b",
        "description": "Step 1: A step. More",
        "update": [2],
    }
    shape = {
        **STEP_SCHEMA,
        "properties": {**STEP_SCHEMA["properties"], "info": {"required": ["title", "version"]}},
    }
    assert not list(Draft202012Validator(shape).iter_errors(overlay))
    assert replay(document.tree, overlay) == {"a": {"b": [1, 2], "c": {}, "e": {"d": 1}}}


def test_an_action_that_selects_nothing_is_passed_over_as_the_standard_says() -> None:
    actions = [{"target": "$.nope", "remove": True}, {"target": "$.a", "update": 2}]
    assert replay({"a": 1}, {"actions": actions}) == {"a": 2}


def test_a_document_that_becomes_a_list_cannot_be_exported() -> None:
    step = make_step("- target: $\n  x-edit: {name: set-value, value: [1]}")
    with pytest.raises(NotExpressible):
        export_overlay("t", {"a": 1}, [step])
