"""The fields of an action that replaces another one in a step file: what is the same stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.update.steps import TWO, WAITING, make_step

from specmend.document.tree.values import MISSING
from specmend.steps.step import Expectation
from specmend.update.replacement import is_met, own_fields, replacement_fields, without_conflict

STEP = make_step(TWO)
ACTION = STEP.actions[0]
FIELDS = own_fields(STEP, ACTION)
RECORDED = Expectation(matches=1, before=2)
OTHER = Expectation(matches=1, before=3)
NOTHING = Expectation(matches=0, before=MISSING)

CASES: list[tuple[dict[str, Any], Expectation | None, dict[str, Any]]] = [
    # What is different in the new action, what it finds, and the fields that are different.
    ({}, RECORDED, {}),
    ({}, None, {}),
    ({}, NOTHING, {}),
    ({}, OTHER, {"x-expect": {"matches": 1, "before": 3}}),
    ({"target": "$.xc.two"}, None, {"target": "$.xc.two"}),
    ({"update": 9}, None, {"update": 9}),
    ({"expect": OTHER}, OTHER, {}),
]


@pytest.mark.parametrize(("changes", "found", "expected"), CASES)
def test_the_fields_of_another_action(
    changes: dict[str, Any], found: Expectation | None, expected: dict[str, Any]
) -> None:
    fields = replacement_fields(FIELDS, ACTION, replace(ACTION, **changes), found)
    assert fields == {**FIELDS, **expected}
    assert list(fields) == list(FIELDS)


VERBS: list[tuple[dict[str, Any], str, Any]] = [
    ({"update": 1}, "update", 1),
    ({"update": MISSING, "remove": True}, "remove", True),
    ({"update": MISSING, "copy": "$.xa.one"}, "copy", "$.xa.one"),
    (
        {"update": MISSING, "edit": "change-type", "parameters": {"type": "string"}},
        "x-edit",
        {"name": "change-type", "type": "string"},
    ),
]


@pytest.mark.parametrize(("changes", "verb", "value"), VERBS)
def test_another_verb_stands_where_the_old_one_stood(
    changes: dict[str, Any], verb: str, value: Any
) -> None:
    fields = replacement_fields(FIELDS, ACTION, replace(ACTION, **changes), None)
    assert list(fields) == ["target", verb, "x-expect"]
    assert fields[verb] == value


def test_what_was_written_for_a_person_is_left_out() -> None:
    step = make_step(WAITING)
    assert "x-conflict" not in own_fields(step, step.actions[0])
    assert without_conflict({"target": "$", "x-conflict": {}}) == {"target": "$"}


MET: list[tuple[Expectation | None, bool]] = [(RECORDED, True), (OTHER, False), (None, False)]


@pytest.mark.parametrize(("expected", "is_as_recorded"), MET)
def test_whether_what_is_found_was_recorded(
    expected: Expectation | None, is_as_recorded: bool
) -> None:
    assert is_met(RECORDED, expected) is is_as_recorded
