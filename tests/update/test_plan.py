"""What an update would do: hand-made verdicts first, then random moves of upstream."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from tests.drift.mutations import MUTATIONS, trial
from tests.drift.trials import as_yaml
from tests.steps.series import make_document, make_step

from specmend.document.tree.values import MISSING
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict, StepVerdict
from specmend.steps.apply import apply_steps
from specmend.steps.expectation import as_data
from specmend.steps.read import read_step
from specmend.steps.step import Step, Verdict
from specmend.steps.write import refreshed, write_step
from specmend.update.conflict import LONGEST, conflict_fields
from specmend.update.decision import Choices, read_choices, written_key
from specmend.update.plan import intents_of, plan_update
from specmend.update.records import StepUpdate, UpdatePlan

OLD = make_document("""
    openapi: 3.0.3
    info: {title: Pets, version: "1"}
    xa: {one: 1, two: 2}
    xb: {one: 1}
""")
NEW = make_document("""
    openapi: 3.0.3
    info: {title: Pets, version: "2"}
    xa: {one: 7, two: 2}
    xc: {one: 1}
""")
ONE = "- {target: $.xa.one, update: 9, x-expect: {matches: 1, before: 1}}"
TWO = "- {target: $.xa.two, update: 8, x-expect: {matches: 1, before: 2}}"


def plan(step: Step, *verdicts: ActionVerdict, choices: Choices | None = None) -> UpdatePlan:
    """The plan for one step with verdicts made by hand."""
    judged = (StepVerdict(step=step, actions=verdicts),)
    intents = intents_of(OLD, NEW, [step], "python", lambda *_: judged)
    return plan_update(NEW, [step], intents, "python", choices or {})


def verdict(
    step: Step, index: int, found: Verdict, *, message: str = "so", **more: Any
) -> ActionVerdict:
    return ActionVerdict(
        step=step.number,
        action=step.actions[index],
        verdict=found,
        message=message,
        **more,
    )


def file(made: UpdatePlan) -> str:
    (update,) = made.steps
    assert update.file
    return update.file.text


def test_what_applies_keeps_every_byte() -> None:
    step = make_step(TWO)
    made = plan(step, verdict(step, 0, Verdict.APPLIES))
    assert made.steps[0].update is StepUpdate.UNCHANGED
    assert not made.steps[0].changed
    assert made.open == ()


def test_what_applies_and_finds_another_value_is_refreshed_and_says_so() -> None:
    step = make_step(ONE)
    made = plan(step, verdict(step, 0, Verdict.APPLIES))
    assert made.steps[0].update is StepUpdate.REFRESHED
    assert made.steps[0].actions[0].message == "so; 1 → 7"
    assert "before: 7" in file(made)


def test_a_part_that_is_needless_goes_and_the_step_stays() -> None:
    step = make_step(f"{ONE}\n{TWO}")
    made = plan(step, verdict(step, 0, Verdict.ALREADY_UPSTREAM), verdict(step, 1, Verdict.APPLIES))
    assert made.steps[0].update is StepUpdate.REDUCED
    assert "one" not in file(made)
    assert "two" in file(made)


def test_where_one_action_is_open_the_step_is_open_and_nothing_of_it_is_made() -> None:
    step = make_step(f"{ONE}\n{TWO}")
    made = plan(
        step, verdict(step, 0, Verdict.CONFLICT, message="why"), verdict(step, 1, Verdict.APPLIES)
    )
    assert made.steps[0].update is StepUpdate.UNRESOLVED
    assert [key for key, _ in made.open] == [(1, 1)]
    assert file(made).count("x-conflict") == 1
    assert "before: 2" in file(made)


def test_a_target_that_moved_without_a_place_to_go_is_open() -> None:
    step = make_step('- {target: "$.xb.one", update: 9, x-expect: {matches: 1, before: 1}}')
    made = plan(step, verdict(step, 0, Verdict.MOVED, candidates=(("xc", "one"), ("xa", "one"))))
    ((_, action),) = made.open
    assert action.conflict
    assert action.conflict["candidates"] == ["$.xc.one", "$.xa.one"]


def test_a_target_that_moved_is_followed() -> None:
    step = make_step('- {target: "$.xb.one", update: 9, x-expect: {matches: 1, before: 1}} # here')
    remaining = (replace(step.actions[0], target="$.xc.one", expect=None),)
    made = plan(step, verdict(step, 0, Verdict.MOVED, remaining=remaining))
    assert made.steps[0].update is StepUpdate.RETARGETED
    assert "$.xc.one" in file(made)
    assert "# here" in file(made)
    dropped = plan(
        step, verdict(step, 0, Verdict.MOVED, remaining=remaining), choices=read_choices(["1=drop"])
    )
    assert dropped.steps[0].update is StepUpdate.DROPPED


def test_one_action_that_becomes_two_stands_as_two() -> None:
    step = make_step(
        "- {target: \"$['xb','xa'].one\", update: 9, x-expect: {matches: 2, digest: sha256:"
        + "0" * 64
        + "}}"
    )
    action = step.actions[0]
    remaining = tuple(replace(action, target=f"$.{name}.one", expect=None) for name in ("xa", "xc"))
    made = plan(step, verdict(step, 0, Verdict.MOVED, remaining=remaining))
    assert [a["target"] for a in made.steps[0].file.tree["actions"]] == ["$.xa.one", "$.xc.one"]  # type: ignore[union-attr]
    assert [a["x-expect"]["before"] for a in made.steps[0].file.tree["actions"]] == [7, 1]  # type: ignore[union-attr]


def test_a_verdict_that_cannot_be_made_good_is_open() -> None:
    step = make_step('- {target: "$.xb.one", update: 9, x-expect: {matches: 1, before: 1}}')
    made = plan(step, verdict(step, 0, Verdict.APPLIES))
    ((_, action),) = made.open
    assert "selects nothing" in action.message


def test_theirs_and_drop_together_leave_a_retired_file() -> None:
    step = make_step(f"{ONE}\n{TWO}")
    both = (verdict(step, 0, Verdict.CONFLICT), verdict(step, 1, Verdict.GONE))
    made = plan(step, *both, choices=read_choices(["1.1=theirs", "1.2=drop"]))
    assert made.steps[0].update is StepUpdate.RETIRED
    assert made.steps[0].retired
    assert made.steps[0].retired.tree["info"]["x-retired"]["because"] == "theirs"
    assert plan(step, *both, choices=read_choices(["1=drop"])).steps[0].retired is None


def test_steps_of_another_target_are_judged_with_their_own() -> None:
    step = make_step(TWO, info="x-generator: other")
    made = plan(step, verdict(step, 0, Verdict.APPLIES))
    assert made.steps[0].update is StepUpdate.UNCHANGED


def test_a_long_value_is_named_and_not_written_out() -> None:
    step = make_step(ONE)
    place = PlaceVerdict(
        address=("xa", "one"),
        now_at=("xc", "one"),
        verdict=Verdict.CONFLICT,
        recorded="x" * LONGEST,
        now=MISSING,
        ours=None,
    )
    (written,) = conflict_fields(verdict(step, 0, Verdict.CONFLICT, places=(place,)))["places"]
    assert written["at"] == "$.xa.one"
    assert written["now-at"] == "$.xc.one"
    assert written["recorded"].startswith(f"{LONGEST + 2} characters, sha256:")
    assert "upstream" not in written
    assert written["ours"] is None


FATES = {
    Verdict.APPLIES: {StepUpdate.UNCHANGED, StepUpdate.REFRESHED, StepUpdate.REDUCED},
    Verdict.ALREADY_UPSTREAM: {StepUpdate.RETIRED},
    Verdict.MOVED: {StepUpdate.RETARGETED, StepUpdate.UNRESOLVED},
}


@pytest.mark.parametrize("seed", range(3))
def test_random_moves_of_upstream_end_in_a_series_that_applies_or_names_what_is_open(
    seed: int,
) -> None:
    luck = random.Random(seed)  # noqa: S311 - not a secret
    for name in MUTATIONS:
        one = trial(luck)
        MUTATIONS[name](one, luck)
        old, new = as_yaml(one.old), as_yaml(one.new)
        step = recorded(old, one.fields)
        made = plan_update(new, [step], intents_of(old, new, [step], "python"), "python", {})
        (update,) = made.steps
        assert update.update in FATES.get(one.expected, {StepUpdate.UNRESOLVED}), one
        after = [read_step(update.file, 1)] if update.file else []
        applied = apply_steps(new, after)
        assert bool(applied.problems) == (update.update is StepUpdate.UNRESOLVED), one
        decided = plan_update(
            new, [step], intents_of(old, new, [step], "python"), "python", all_theirs(made)
        )
        assert decided.open == ()


def all_theirs(made: UpdatePlan) -> Choices:
    return read_choices([f"{written_key(key)}=theirs" for key, _ in made.open])


def recorded(old: Any, fields: dict[str, Any]) -> Step:
    """A step with what its action finds on the document."""
    text = write_step({"title": "A step", "x-reason": "It is needed."}, [fields])
    step = read_step(replace(make_document(text), name="patches/api/0001-a-step.yaml"), 1)
    outcome = apply_steps(old, [step], enforce=False).outcomes[0]
    assert not outcome.problems
    assert as_data(outcome.actions[0].found)
    return read_step(refreshed(outcome), 1)
