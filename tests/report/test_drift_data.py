"""The drift report as JSON has it, for machines."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.report.drifts import CHANGE, TITLE, action, place, report, step_of, step_verdict

from specmend.document.tree.values import MISSING
from specmend.report.drift import DriftReport
from specmend.report.drift_data import report_data
from specmend.steps.step import Verdict

PLAIN: dict[str, Any] = {
    "index": 0,
    "number": 1,
    "verb": "update",
    "target": "$.info.title",
    "verdict": "applies",
    "message": "so",
}


def data_of(**more: Any) -> dict[str, Any]:
    """The data of one action."""
    one = DriftReport(document="new.yaml", steps=(step_verdict(action(**more)),), untouched=())
    (step,) = report_data(one)["steps"]
    (data,) = step["actions"]
    assert json.loads(json.dumps(data)) == data
    return dict(data)


def test_a_report_has_its_steps_and_what_no_step_touches() -> None:
    data = report_data(report(Verdict.CONFLICT, untouched=(CHANGE,)))
    assert (data["document"], data["ok"]) == ("new.yaml", False)
    assert data["untouched"] == [
        {"subject": "schema Pet", "direction": "", "message": "lost `a|b`", "path": "$.components"}
    ]
    assert report_data(report(Verdict.APPLIES, unseen=(CHANGE,)))["unseen"] == data["untouched"]
    (step,) = data["steps"]
    assert (step["number"], step["title"], step["verdict"]) == (1, "A step", "conflict")
    assert step["file"] == "patches/api/0001-a-step.yaml"
    assert report_data(report(Verdict.APPLIES))["ok"]


FIELDS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    # What is known of an action, and the fields for it.
    ({}, {}),
    ({"joined": (TITLE,)}, {"joined": ["$.info.title"]}),
    ({"left": (TITLE,)}, {"left": ["$.info.title"]}),
    ({"already": (TITLE,)}, {"already": ["$.info.title"]}),
    ({"moved_to": TITLE, "evidence": "why"}, {"moved_to": "$.info.title", "evidence": "why"}),
    ({"candidates": (TITLE, ())}, {"candidates": ["$.info.title", "$"]}),
    ({"blocked_by": 3}, {"blocked_by": 3}),
    ({"refresh": True}, {"refresh": True}),
    (
        {"places": (place(now_at=None, now=MISSING),)},
        {
            "places": [
                {"path": "$.info.title", "verdict": "applies", "recorded": "Pets", "ours": "Dogs"}
            ]
        },
    ),
    (
        {"places": (place(ours=None),)},
        {
            "places": [
                {
                    "path": "$.info.title",
                    "now_at": "$.info.title",
                    "verdict": "applies",
                    "recorded": "Pets",
                    "now": "Cats",
                    "ours": None,
                }
            ]
        },
    ),
]


@pytest.mark.parametrize(("known", "fields"), FIELDS)
def test_an_action_has_the_fields_that_are_known(
    known: dict[str, Any], fields: dict[str, Any]
) -> None:
    assert data_of(**known) == {**PLAIN, **fields}


REST: list[tuple[str, dict[str, Any]]] = [
    ("{target: $.a, update: 1}", {"target": "$.a", "update": 1}),
    ("{target: $.a, remove: true}", {"target": "$.a", "remove": True}),
    ("{target: $.a, copy: $.b}", {"target": "$.a", "copy": "$.b"}),
    (
        "{target: $.a, x-edit: {name: change-type, type: string}}",
        {"target": "$.a", "x-edit": {"name": "change-type", "type": "string"}},
    ),
]


@pytest.mark.parametrize(("written", "fields"), REST)
def test_what_remains_is_given_as_actions_of_a_step_file(
    written: str, fields: dict[str, Any]
) -> None:
    (remaining,) = step_of(1, f"- {written}").actions
    assert data_of(remaining=(remaining,))["rest"] == [fields]
