"""The records of a step and of what became of it."""

from __future__ import annotations

import pytest
from tests.steps.series import make_step, run

from specmend.errors import Problem
from specmend.steps.step import Outcome, Verdict


@pytest.mark.parametrize(
    ("info", "generator", "is_active"),
    [
        ("", "python", True),
        ("", "ballerina", True),
        ("x-generator: ballerina", "ballerina", True),
        ("x-generator: ballerina", "python", False),
    ],
)
def test_a_step_for_one_generator_is_active_for_it_alone(
    info: str, generator: str, is_active: bool
) -> None:
    assert make_step("- {target: $, remove: true}", info=info).is_active(generator) is is_active


@pytest.mark.parametrize(
    ("fields", "verb"),
    [
        ("update: {}", "update"),
        ("update: null", "update"),
        ("update: false", "update"),
        ("remove: true", "remove"),
        ("copy: $.a", "copy"),
        ("x-edit: {name: set-value, value: 1}", "set-value"),
    ],
)
def test_the_verb_says_what_an_action_does(fields: str, verb: str) -> None:
    assert make_step(f"- {{target: $, {fields}}}").actions[0].verb == verb


def test_a_problem_of_a_step_is_placed_in_its_file() -> None:
    problem = make_step("- {target: $, remove: true}").problem(
        ("actions", 0, "remove"), "no", advice="do not"
    )
    assert (problem.location, problem.message, problem.advice) == (
        "patches/api/0001-a-step.yaml:7:17",
        "no",
        "do not",
    )


def test_a_step_whose_actions_apply_but_whose_text_cannot_be_edited_is_in_conflict() -> None:
    outcome = run("a: 1\n", "- {target: $.a, update: 2}").outcomes[0]
    assert outcome.verdict is Verdict.APPLIES
    refused = Outcome(step=outcome.step, actions=outcome.actions, problems=(Problem(message="no"),))
    assert refused.verdict is Verdict.CONFLICT
