"""Try the rebased steps as `apply` does: read them again and apply them to the document."""

from __future__ import annotations

import pytest
from tests.steps.series import make_document
from tests.update.steps import NEW, NOWHERE, ONE, TWO, WAITING, make_step

from specmend.document.text.document import Document
from specmend.steps.step import Step, Verdict
from specmend.update.records import ActionUpdate, StepRebase, StepUpdate
from specmend.update.trial import generators_of, refused_steps

MERGED = make_document("""
    openapi: 3.0.3
    base: &base {one: 1}
    xa:
      <<: *base
      two: 2
""")


def rebased(step: Step, update: StepUpdate = StepUpdate.UNCHANGED) -> StepRebase:
    action = ActionUpdate(action=step.actions[0], verdict=Verdict.APPLIES, update=update)
    return StepRebase(step=step, actions=(action,), file=step.source)


def refused(document: Document, *steps: StepRebase) -> dict[int, str]:
    return refused_steps(document, steps, "python", reserialize=False)


CASES: list[tuple[Document, list[StepRebase], dict[int, str]]] = [
    (NEW, [rebased(make_step(TWO))], {}),
    (NEW, [], {}),
    (NEW, [rebased(make_step(TWO)), rebased(make_step(NOWHERE, 2))],
     {2: "the target $.xb.one selects nothing"}),
    (NEW, [rebased(make_step(ONE))], {1: "the document is not what this action was written for"}),
    # What a person must decide is not tried, and neither is what is removed.
    (NEW, [rebased(make_step(WAITING), StepUpdate.UNRESOLVED)], {}),
    (NEW, [StepRebase(step=make_step(NOWHERE), actions=())], {}),
    # A step for another generator is tried with that one.
    (NEW, [rebased(make_step(NOWHERE, info="x-generator: other"))],
     {1: "the target $.xb.one selects nothing"}),
]  # fmt: skip


@pytest.mark.parametrize(("document", "steps", "reasons"), CASES)
def test_the_steps_that_cannot_be_applied(
    document: Document, steps: list[StepRebase], reasons: dict[int, str]
) -> None:
    found = refused(document, *steps)
    assert found.keys() == reasons.keys()
    assert all(reason in found[number] for number, reason in reasons.items())


def test_a_text_that_refuses_the_edit_refuses_the_step() -> None:
    step = make_step("- {target: $.base.one, update: 9, x-expect: {matches: 1, before: 1}}")
    assert list(refused(MERGED, rebased(step))) == [1]


def test_the_generators_of_a_series_are_named_once() -> None:
    steps = [make_step(TWO), make_step(TWO, 2, info="x-generator: other"), make_step(TWO, 3)]
    assert generators_of(steps, "python") == ["python", "other"]
    assert generators_of(steps, "other") == ["other"]
