"""What an update intends for an action, by its verdict and by what a person decides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.update.steps import BLOCKED, NEW, ONE, TWO, WAITING, make_step, verdict_on

from specmend.errors import RepositoryError
from specmend.steps.step import Verdict
from specmend.update.decision import Key, read_choices
from specmend.update.intent import Intent, intent_of, unjudged_intents, with_choices
from specmend.update.records import StepUpdate

STEP = make_step(ONE)
BOTH = make_step("- {target: $, update: {xa: {two: 2}, y: 1}, x-expect: {matches: 1}}")
MOVED = (replace(STEP.actions[0], target="$.xc.one", expect=None),)

CASES: list[tuple[Verdict, dict[str, Any], StepUpdate, int, bool]] = [
    # The verdict with what is known, the update, the number of actions, whether it must match.
    (Verdict.APPLIES, {}, StepUpdate.UNCHANGED, 1, False),
    (Verdict.APPLIES, {"remaining": MOVED * 2}, StepUpdate.REDUCED, 2, False),
    (Verdict.ALREADY_UPSTREAM, {}, StepUpdate.RETIRED, 0, False),
    (Verdict.MOVED, {"remaining": MOVED}, StepUpdate.RETARGETED, 1, False),
    (Verdict.MOVED, {}, StepUpdate.UNRESOLVED, 1, False),
    (Verdict.CONFLICT, {}, StepUpdate.UNRESOLVED, 1, False),
    (Verdict.GONE, {}, StepUpdate.UNRESOLVED, 1, False),
    (Verdict.NEVER_MATCHED, {}, StepUpdate.UNRESOLVED, 1, False),
    (Verdict.BLOCKED, {}, StepUpdate.UNRESOLVED, 1, True),
]


@pytest.mark.parametrize(("verdict", "known", "update", "number", "must_match"), CASES)
def test_what_a_verdict_means(
    verdict: Verdict, known: dict[str, Any], update: StepUpdate, number: int, must_match: bool
) -> None:
    intent = intent_of(verdict_on(STEP, verdict, **known), NEW.tree)
    assert (intent.update, len(intent.replacements)) == (update, number)
    assert intent.must_match is must_match
    assert (intent.conflict is not None) is (update is StepUpdate.UNRESOLVED)
    assert (intent.action, intent.verdict, intent.message) == (STEP.actions[0], verdict, "so")


def test_what_upstream_has_is_left_out_of_an_update() -> None:
    verdict = verdict_on(BOTH, Verdict.APPLIES, already=(("xa", "two"),))
    intent = intent_of(verdict, NEW.tree)
    assert intent.update is StepUpdate.REDUCED
    assert [action.update for action in intent.replacements] == [{"y": 1}]


UNJUDGED: list[tuple[str, bool, StepUpdate, bool]] = [
    # The action, whether its step must match, the update, whether the action must match.
    (TWO, False, StepUpdate.UNCHANGED, False),
    (TWO, True, StepUpdate.UNCHANGED, True),
    (WAITING, True, StepUpdate.UNRESOLVED, False),
    (BLOCKED, False, StepUpdate.UNRESOLVED, True),
]


@pytest.mark.parametrize(("action", "strict", "update", "must_match"), UNJUDGED)
def test_a_step_that_is_not_judged_stays(
    action: str, strict: bool, update: StepUpdate, must_match: bool
) -> None:
    (intent,) = unjudged_intents(make_step(action), must_match=strict)
    assert (intent.update, intent.must_match) == (update, must_match)
    assert intent.replacements[0].open is None
    assert intent.message == (
        "" if update is StepUpdate.UNCHANGED else "Upstream says a third thing."
    )


def decided(verdict: Verdict, choice: str, **known: Any) -> Intent:
    intent = intent_of(verdict_on(STEP, verdict, **known), NEW.tree)
    return with_choices([STEP], {1: (intent,)}, read_choices([choice]))[1][0]


CHOICES: list[tuple[Verdict, dict[str, Any], str, StepUpdate, int]] = [
    # The verdict, the decision, the update, and the number of actions that stay.
    (Verdict.CONFLICT, {}, "1=ours", StepUpdate.UNCHANGED, 1),
    (Verdict.CONFLICT, {}, "1.1=theirs", StepUpdate.RETIRED, 0),
    (Verdict.GONE, {}, "1=drop", StepUpdate.DROPPED, 0),
    (Verdict.BLOCKED, {}, "1=ours", StepUpdate.UNCHANGED, 1),
    # A target that was followed may be decided too, and stays followed with `ours`.
    (Verdict.MOVED, {"remaining": MOVED}, "1=ours", StepUpdate.RETARGETED, 1),
    (Verdict.MOVED, {"remaining": MOVED}, "1=drop", StepUpdate.DROPPED, 0),
]


@pytest.mark.parametrize(("verdict", "known", "choice", "update", "number"), CHOICES)
def test_what_a_person_decides(
    verdict: Verdict, known: dict[str, Any], choice: str, update: StepUpdate, number: int
) -> None:
    intent = decided(verdict, choice, **known)
    assert (intent.update, len(intent.replacements)) == (update, number)
    assert intent.message == f"so; decided: {choice.partition('=')[2]}"
    assert not intent.must_match


def test_a_decision_about_nothing_is_refused() -> None:
    with pytest.raises(RepositoryError) as caught:
        decided(Verdict.APPLIES, "1=ours")
    (problem,) = caught.value.problems
    assert problem.message.startswith("--accept 1=ours")


def test_without_decisions_nothing_is_different() -> None:
    intents = {1: (intent_of(verdict_on(STEP, Verdict.CONFLICT), NEW.tree),)}
    none: dict[Key, Any] = {}
    assert with_choices([STEP], intents, none) == intents
