"""What msgspec reads is what the JSON Schema allows: never more, and all that people write."""

from __future__ import annotations

import random
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.document.text.random_edits import mutate
from tests.repository import ROOT

from specmend.document.text.document import read_document
from specmend.document.tree.values import MISSING
from specmend.steps.fields import action_fields, overlay_fields, step_fields
from specmend.steps.schema import OVERLAY_SCHEMA, STEP_SCHEMA

STEPS = sorted((ROOT / "patches").glob("*/*.yaml"))
ACTION: dict[str, Any] = {"target": "$", "update": {"a": 1}}
INFO = {"title": "t", "version": "1"}
OVERLAY: dict[str, Any] = {"overlay": "1.1.0", "info": INFO, "actions": [ACTION]}
STEP = {**OVERLAY, "info": {**INFO, "x-reason": "It is needed."}}


def overlay(**action: Any) -> dict[str, Any]:
    """An overlay with an action that has further fields; `_` stands for a hyphen."""
    more = {name.replace("_", "-"): value for name, value in action.items()}
    return {**OVERLAY, "actions": [{**ACTION, **more}]}


def test_there_are_step_files_and_each_is_read() -> None:
    assert len(STEPS) > 10
    for path in STEPS:
        assert step_fields(read_document(path.read_bytes(), path.name).tree), path.name


FILES: list[tuple[Any, bool]] = [
    (OVERLAY, True),
    ({**OVERLAY, "x-more": 1, "extends": "a.yaml"}, True),
    ({**OVERLAY, "more": 1}, False),
    ({**OVERLAY, "extends": None}, False),
    ({**OVERLAY, "extends": "a b"}, False),
    ({**OVERLAY, "overlay": "2.0.0"}, False),
    ({**OVERLAY, "info": {**INFO, "x-more": 1}}, True),
    ({**OVERLAY, "info": {**INFO, "more": 1}}, False),
    ({**OVERLAY, "info": {"title": "t"}}, False),
    ({**OVERLAY, "actions": []}, False),
    ({**OVERLAY, "actions": {}}, False),
    (overlay(more=1), False),
    (overlay(x_more=1), True),
    (overlay(target="a"), False),
    (overlay(update=None), True),
    (overlay(remove=1), False),
    (overlay(copy=""), False),
    (overlay(x_edit={"name": "e", "value": 1}), True),
    (overlay(x_edit={}), False),
    (overlay(x_edit={"name": 1}), False),
    (overlay(x_edit=None), False),
    (overlay(x_expect=None), False),
    (overlay(x_expect={"matches": 1, "before": None}), True),
    (overlay(x_expect={"matches": 1, "more": 1}), False),
    (overlay(x_expect={"matches": 0}), False),
    (overlay(x_expect={"matches": True}), False),
    (overlay(x_expect={"matches": 1, "digest": "sha256:" + "0" * 64}), True),
    (overlay(x_expect={"matches": 1, "digest": ""}), False),
    (overlay(x_optional=""), False),
    (overlay(x_conflict={"verdict": "gone", "message": "w", "places": [{"at": "$"}]}), True),
    (overlay(x_conflict={"verdict": "gone", "message": "w", "places": [{"now-at": "$"}]}), False),
    (overlay(x_conflict={"verdict": "applies", "message": "w"}), False),
    (overlay(x_conflict={"verdict": "moved", "message": "w", "candidates": ["$", "a"]}), False),
    (None, False),
    ([], False),
]


@pytest.mark.parametrize(("tree", "valid"), FILES)
def test_an_overlay_is_read_where_its_schema_allows_it(tree: Any, valid: bool) -> None:
    assert (overlay_fields(tree) is not None) == valid
    assert Draft202012Validator(OVERLAY_SCHEMA).is_valid(tree) == valid


@pytest.mark.parametrize(
    ("info", "valid"),
    [
        ({}, True),
        ({"x-reason": " "}, False),
        ({"x-reason": None}, False),
        ({"x-generator": ""}, False),
        ({"x-applies-to": {}}, True),
        ({"x-applies-to": {"versions": ["1"], "digests": ["sha256:" + "a" * 64]}}, True),
        ({"x-applies-to": {"versions": []}}, False),
        ({"x-applies-to": {"version": ["1"]}}, False),
        ({"x-retired": {"because": "theirs", "digest": "sha256:" + "a" * 64}}, True),
        ({"x-retired": {"because": "ours", "digest": "sha256:" + "a" * 64}}, False),
        ({"x-retired": {"because": "theirs"}}, False),
    ],
)
def test_a_step_is_read_where_its_schema_allows_it(info: dict[str, Any], valid: bool) -> None:
    tree = {**STEP, "info": {**STEP["info"], **info}}
    assert (step_fields(tree) is not None) == valid
    assert Draft202012Validator(STEP_SCHEMA).is_valid(tree) == valid


def test_whatever_is_read_is_valid() -> None:
    generator = random.Random(20261121)  # noqa: S311 - the same documents in every run
    checker = Draft202012Validator(STEP_SCHEMA)
    read = 0
    for path in STEPS:
        step = read_document(path.read_bytes(), path.name).tree
        for _ in range(30):
            tree = mutate(generator, step)
            if step_fields(tree) is not None:
                read += 1
                assert checker.is_valid(tree), tree
    assert read > len(STEPS)


def test_a_field_that_is_not_there_is_told_from_null() -> None:
    assert action_fields({"target": "$"}).update is MISSING
    assert action_fields({"target": "$", "update": None}).update is None


def test_values_are_those_of_the_tree() -> None:
    assert action_fields(ACTION).update is ACTION["update"]
