"""Steps and documents for the tests of the parts of an update."""

from __future__ import annotations

from typing import Any

from tests.steps.series import make_document, make_step

from specmend.drift.verdicts import ActionVerdict
from specmend.steps.step import Step, Verdict

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
NOWHERE = "- {target: $.xb.one, update: 9, x-expect: {matches: 1, before: 1}}"
DONE = "- {target: $.xa.two, update: 2, x-expect: {matches: 1, before: 1}}"
WAITING = """
    - target: $.xa.two
      update: 8
      x-expect: {matches: 1, before: 2}
      x-conflict: {verdict: conflict, message: Upstream says a third thing.}
"""
BLOCKED = WAITING.replace("verdict: conflict", "verdict: blocked")

__all__ = [
    "BLOCKED",
    "DONE",
    "NEW",
    "NOWHERE",
    "OLD",
    "ONE",
    "TWO",
    "WAITING",
    "make_step",
    "verdict_on",
]


def verdict_on(step: Step, verdict: Verdict, index: int = 0, **more: Any) -> ActionVerdict:
    """A verdict made by hand."""
    fields: dict[str, Any] = {"message": "so", **more}
    return ActionVerdict(step=step.number, action=step.actions[index], verdict=verdict, **fields)
