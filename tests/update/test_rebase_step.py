"""Rebase one step onto the new document: try its intents, and say what replaces its actions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.update.steps import (
    BLOCKED,
    DONE,
    NEW,
    NOWHERE,
    ONE,
    TWO,
    WAITING,
    make_step,
    verdict_on,
)

from specmend.document.tree.values import get
from specmend.steps.step import Step, Verdict
from specmend.update.intent import Intent, intent_of, unjudged_intents
from specmend.update.rebase_step import left_open, rebase
from specmend.update.records import ActionUpdate, StepUpdate


def judged(step: Step, *verdicts: Verdict) -> list[Intent]:
    return [
        intent_of(verdict_on(step, verdict, index), NEW.tree)
        for index, verdict in enumerate(verdicts)
    ]


def rebased(actions: str, *verdicts: Verdict) -> tuple[bool, list[ActionUpdate]]:
    """Whether the tree changed, and what happens to the actions."""
    step = make_step(actions)
    tree, updates = rebase(NEW, NEW.tree, step, judged(step, *verdicts))
    return tree is not NEW.tree, updates


CASES: list[tuple[str, Verdict, StepUpdate, str, Any]] = [
    # The action, its verdict, the update, the message, and what it is recorded on then.
    (TWO, Verdict.APPLIES, StepUpdate.UNCHANGED, "so", 2),
    (ONE, Verdict.APPLIES, StepUpdate.REFRESHED, "so; 1 → 7", 7),
    (DONE, Verdict.APPLIES, StepUpdate.RETIRED, "the document already says so; so", None),
    (TWO, Verdict.ALREADY_UPSTREAM, StepUpdate.RETIRED, "so", None),
    (NOWHERE, Verdict.APPLIES, StepUpdate.UNRESOLVED, "the target $.xb.one selects nothing", 1),
    (TWO, Verdict.CONFLICT, StepUpdate.UNRESOLVED, "so", 2),
    # What was blocked is made where it finds what it was recorded on.
    (TWO, Verdict.BLOCKED, StepUpdate.UNCHANGED, "so", 2),
    (ONE, Verdict.BLOCKED, StepUpdate.UNRESOLVED, "so", 1),
]


@pytest.mark.parametrize(("action", "verdict", "update", "message", "before"), CASES)
def test_one_action(
    action: str, verdict: Verdict, update: StepUpdate, message: str, before: Any
) -> None:
    is_changed, (result,) = rebased(action, verdict)
    assert (result.update, result.message) == (update, message)
    assert [fields["x-expect"]["before"] for fields in result.fields] == [before][
        : len(result.fields)
    ]
    assert bool(result.fields) is (before is not None)
    is_made = update in {StepUpdate.UNCHANGED, StepUpdate.REFRESHED}
    assert is_changed is is_made
    assert (result.conflict is not None) is (update is StepUpdate.UNRESOLVED)


def test_an_action_without_expectation_is_recorded() -> None:
    _, (result,) = rebased("- {target: $.xa.one, update: 9}", Verdict.APPLIES)
    assert (result.update, result.message) == (StepUpdate.REFRESHED, "so; nothing recorded → 7")


def test_a_step_is_made_whole_or_not_at_all() -> None:
    is_changed, updates = rebased(f"{ONE}\n{NOWHERE}", Verdict.APPLIES, Verdict.APPLIES)
    assert not is_changed
    assert [one.update for one in updates] == [StepUpdate.UNCHANGED, StepUpdate.UNRESOLVED]
    assert updates[1].fields[0]["x-conflict"] == {
        "verdict": "gone",
        "message": "the target $.xb.one selects nothing",
    }


def test_an_action_of_a_waiting_step_keeps_what_is_known_of_it() -> None:
    """An unresolved action that could be made stays beside the one that cannot."""
    _, updates = rebased(f"{TWO}\n{NOWHERE}", Verdict.BLOCKED, Verdict.CONFLICT)
    assert [one.update for one in updates] == [StepUpdate.UNCHANGED, StepUpdate.UNRESOLVED]


def test_what_is_needless_of_several_actions_is_left_out() -> None:
    step = make_step(DONE)
    action = step.actions[0]
    needed = replace(action, target="$.xa.one", update=9, expect=None)
    intent = replace(judged(step, Verdict.APPLIES)[0], replacements=(action, needed))
    _, (result,) = rebase(NEW, NEW.tree, step, [intent])
    assert result.update is StepUpdate.REFRESHED
    assert [fields["target"] for fields in result.fields] == ["$.xa.one"]


def test_a_needless_part_beside_one_that_is_as_recorded() -> None:
    step = make_step(TWO)
    action = step.actions[0]
    needless = replace(action, target="$.xa.one", update=7, expect=None)
    intent = replace(judged(step, Verdict.APPLIES)[0], replacements=(needless, action))
    _, (result,) = rebase(NEW, NEW.tree, step, [intent])
    assert (result.update, result.message) == (StepUpdate.REDUCED, "so")


UNJUDGED: list[tuple[str, StepUpdate, bool]] = [
    # An action that no verdict is given on, what happens to it, and whether it is made.
    (TWO, StepUpdate.UNCHANGED, True),
    (WAITING, StepUpdate.UNRESOLVED, False),
    (BLOCKED, StepUpdate.UNCHANGED, True),
]


@pytest.mark.parametrize(("actions", "update", "is_made"), UNJUDGED)
def test_a_step_that_is_not_judged(actions: str, update: StepUpdate, is_made: bool) -> None:
    step = make_step(actions)
    tree, (result,) = rebase(NEW, NEW.tree, step, unjudged_intents(step, must_match=True))
    assert result.update is update
    assert get(tree, ("xa", "two")) == (8 if is_made else 2)
    assert ("x-conflict" in result.fields[0]) is not is_made


OPEN: list[tuple[list[Verdict], list[StepUpdate]]] = [
    ([Verdict.APPLIES, Verdict.APPLIES], [StepUpdate.UNRESOLVED, StepUpdate.UNCHANGED]),
    # The first action that stays has the reason beside it.
    ([Verdict.ALREADY_UPSTREAM, Verdict.APPLIES], [StepUpdate.RETIRED, StepUpdate.UNRESOLVED]),
]


@pytest.mark.parametrize(("verdicts", "updates"), OPEN)
def test_a_step_that_cannot_be_made_as_a_whole(
    verdicts: list[Verdict], updates: list[StepUpdate]
) -> None:
    step = make_step(f"{ONE}\n{TWO}")
    results = left_open(step, judged(step, *verdicts), "it is refused")
    assert [one.update for one in results] == updates
    (reason,) = [one.message for one in results if one.update is StepUpdate.UNRESOLVED]
    assert reason == "it is refused"
