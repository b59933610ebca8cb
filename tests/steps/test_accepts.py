"""What is accepted at once is valid by the library too, and what people write is accepted at once."""

from __future__ import annotations

import random
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.document.text.random_edits import mutate
from tests.repository import ROOT

from specmend.document.text.document import read_document
from specmend.steps.accepts import accepts
from specmend.steps.edits.table import EDITS
from specmend.steps.schema import OVERLAY_SCHEMA, STEP_SCHEMA

STEPS = sorted((ROOT / "patches").glob("*/*.yaml"))
INFO = {"title": "t", "version": "1"}
OVERLAY: dict[str, Any] = {
    "overlay": "1.1.0",
    "info": INFO,
    "actions": [{"target": "$", "update": {"a": 1}}],
}


def test_there_are_step_files_and_each_is_accepted_at_once() -> None:
    assert len(STEPS) > 10
    for path in STEPS:
        assert accepts(STEP_SCHEMA, read_document(path.read_bytes(), path.name).tree), path.name


def test_an_overlay_is_accepted_with_extensions_and_not_with_unknown_keys() -> None:
    assert accepts(OVERLAY_SCHEMA, {**OVERLAY, "x-more": 1, "extends": "a.yaml"})
    assert not accepts(OVERLAY_SCHEMA, {**OVERLAY, "more": 1})


REFUSED = [
    ({"type": "integer"}, True), ({"type": "integer"}, 1.0), ({"type": "number"}, 1), ({"const": 1}, 1),
    ({"pattern": "a"}, 1), ({"enum": [1]}, True), ({"items": {}}, {}), ({"minItems": 1}, []), ({"minimum": 1}, 0),
    ({"required": ["a"]}, {}), ({"required": ["a"]}, []), ({"properties": {}}, []), ({"unknown": 1}, None),
    ({"additionalProperties": False}, {}), ({"patternProperties": {"^x-": {}}}, {}),
    ({"properties": {}, "patternProperties": {"^x-": {"type": "string"}}}, {"x-a": 1}),
    ({"properties": {}, "additionalProperties": {"type": "string"}}, {"a": 1}),
    ({"properties": {"a": {"type": "string"}}}, {"a": 1}), ({"$ref": "#"}, 1),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "value"), REFUSED)
def test_what_is_wrong_or_not_understood_is_left_to_the_library(
    schema: dict[str, Any], value: object
) -> None:
    assert not accepts(schema, value)


def test_whatever_is_accepted_is_valid() -> None:
    generator = random.Random(20261121)  # noqa: S311 - the same documents in every run
    checker = Draft202012Validator(STEP_SCHEMA)
    accepted = 0
    for path in STEPS:
        step = read_document(path.read_bytes(), path.name).tree
        for _ in range(30):
            tree = mutate(generator, step)
            if accepts(STEP_SCHEMA, tree):
                accepted += 1
                assert checker.is_valid(tree), tree
    assert accepted > len(STEPS)


def test_the_parameters_of_an_edit_are_accepted_only_where_they_are_valid() -> None:
    values = [
        {},
        {"name": 1},
        {"names": {"a": "b"}},
        {"from": "a", "to": "b"},
        {"value": 1},
        {"members": ["a"]},
    ]
    for edit in EDITS.values():
        for value in values:
            assert Draft202012Validator(edit.parameters).is_valid(value) or not accepts(
                edit.parameters, value
            )
