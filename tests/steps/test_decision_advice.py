"""What a person is told to do about an open action: only what can be done."""

from __future__ import annotations

import pytest
from tests.steps.series import make_step

from specmend.steps.decision_advice import decision_advice
from specmend.steps.step import Verdict

ACCEPT = "specmend update api --accept 1.1"
ADVICE = [
    # The verdict, whether ours can be made, what is told first, and whether ours is offered.
    (Verdict.CONFLICT, True, f"{ACCEPT}=ours (or theirs, or drop)"),
    (Verdict.BLOCKED, True, f"{ACCEPT}=ours (or theirs, or drop)"),
    (Verdict.GONE, False, "correct the action in patches/api/0001-a-step.yaml, remove its"),
    (Verdict.CONFLICT, False, "correct the action in patches/api/0001-a-step.yaml, remove its"),
    (Verdict.BLOCKED, False, "decide about the step that it builds on"),
]


@pytest.mark.parametrize(("verdict", "can_be_kept", "first"), ADVICE)
def test_only_what_can_be_done_is_advised(
    verdict: Verdict, first: str, *, can_be_kept: bool
) -> None:
    step = make_step("- {target: $.a, update: 1}")
    advice = decision_advice(step, step.actions[0], verdict, can_be_kept=can_be_kept)
    assert advice.startswith(first)
    assert ("=ours" in advice) is can_be_kept
    assert can_be_kept or advice.endswith(f"or give it up: {ACCEPT}=theirs (or drop)")


JOINED = [
    (True, f"{ACCEPT}=ours (with what joined it; or theirs: without it, or drop: nowhere)"),
    (False, f"{ACCEPT}=theirs (without what joined it; or drop: nowhere)"),
]


@pytest.mark.parametrize(("can_be_kept", "expected"), JOINED)
def test_a_rule_that_others_joined_may_be_kept_without_them(
    expected: str, *, can_be_kept: bool
) -> None:
    step = make_step("- {target: $.a, update: 1}")
    advice = decision_advice(
        step, step.actions[0], Verdict.CONFLICT, can_be_kept=can_be_kept, is_joined=True
    )
    assert advice == expected
