"""The records of an update: what happens to each action, to each step, and to the series."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.update.steps import NEW, ONE, TWO, make_step

from specmend.steps.step import Verdict
from specmend.update.records import ActionUpdate, StepRebase, StepUpdate, UpdatePlan

U = StepUpdate
STEP = make_step(f"{ONE}\n{TWO}")


def rebase_of(*updates: StepUpdate) -> StepRebase:
    actions = tuple(
        ActionUpdate(
            action=replace(STEP.actions[0], index=index), verdict=Verdict.APPLIES, update=one
        )
        for index, one in enumerate(updates)
    )
    return StepRebase(step=STEP, actions=actions, file=STEP.source)


CASES: list[tuple[list[StepUpdate], StepUpdate]] = [
    ([U.UNCHANGED, U.UNCHANGED], U.UNCHANGED),
    ([], U.UNCHANGED),
    ([U.UNCHANGED, U.REFRESHED], U.REFRESHED),
    ([U.REFRESHED, U.UNRESOLVED, U.RETARGETED], U.UNRESOLVED),
    ([U.REDUCED, U.RETARGETED], U.RETARGETED),
    # A step that loses some of its actions is reduced, and removed only with all of them.
    ([U.UNCHANGED, U.RETIRED], U.REDUCED),
    ([U.REFRESHED, U.DROPPED], U.REDUCED),
    ([U.RETARGETED, U.DROPPED], U.RETARGETED),
    ([U.RETIRED, U.RETIRED], U.RETIRED),
    ([U.DROPPED, U.DROPPED], U.DROPPED),
    ([U.DROPPED, U.RETIRED], U.RETIRED),
]


@pytest.mark.parametrize(("updates", "update"), CASES)
def test_the_update_of_a_step(updates: list[StepUpdate], update: StepUpdate) -> None:
    assert rebase_of(*updates).update is update


def test_a_step_is_changed_where_its_file_is() -> None:
    same = rebase_of(U.UNCHANGED)
    assert not same.changed
    assert replace(same, file=make_step(ONE).source).changed
    assert replace(same, file=None).changed


def test_what_is_open_in_a_plan_is_named_by_step_and_action() -> None:
    steps = (rebase_of(U.UNCHANGED), rebase_of(U.UNCHANGED, U.UNRESOLVED))
    plan = UpdatePlan(document=NEW, steps=steps)
    assert [key for key, _ in plan.open] == [(1, 1)]
    assert UpdatePlan(document=NEW, steps=steps[:1]).open == ()
