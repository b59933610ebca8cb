"""Verdicts made by hand, for the tests of the drift report."""

from __future__ import annotations

from typing import Any

from tests.steps.series import make_step

from specmend.diff.api_change import ApiChange
from specmend.document.tree.pointer import Address
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict, StepVerdict
from specmend.report.drift import DriftReport
from specmend.steps.step import Step, Verdict

TITLE: Address = ("info", "title")
CHANGE = ApiChange(subject="schema Pet", message="lost `a|b`", address=("components",))


def place(
    verdict: Verdict = Verdict.APPLIES, address: Address = TITLE, **more: Any
) -> PlaceVerdict:
    fields: dict[str, Any] = {"now_at": address, "recorded": "Pets", "now": "Cats", "ours": "Dogs"}
    return PlaceVerdict(address=address, verdict=verdict, **{**fields, **more})


def step_of(number: int, *actions: str) -> Step:
    listed = actions or ("- {target: $.info.title, update: Dogs, x-expect: {matches: 1}}",)
    return make_step("\n".join(listed), number)


def action(
    verdict: Verdict = Verdict.APPLIES, number: int = 1, step: Step | None = None, **more: Any
) -> ActionVerdict:
    fields: dict[str, Any] = {"message": "so", **more}
    step = step or step_of(number)
    return ActionVerdict(step=step.number, action=step.actions[0], verdict=verdict, **fields)


def step_verdict(*actions: ActionVerdict, number: int = 1) -> StepVerdict:
    return StepVerdict(step=step_of(number), actions=actions)


def report(*verdicts: Verdict, document: str = "new.yaml", **more: Any) -> DriftReport:
    """A report on steps of one action each."""
    steps = tuple(
        step_verdict(action(verdict, number), number=number)
        for number, verdict in enumerate(verdicts, 1)
    )
    fields: dict[str, Any] = {"untouched": (), **more}
    return DriftReport(document=document, steps=steps, **fields)
