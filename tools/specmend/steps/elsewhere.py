"""A series on further documents of an API: what does not apply there, or finds another value than was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from specmend.document.document import Document
from specmend.errors import Problem
from specmend.steps.apply import apply_steps
from specmend.steps.expect import describe, meets
from specmend.steps.part import taking_part
from specmend.steps.step import ActionOutcome, Outcome, Step


def problems_elsewhere(
    document: Document, steps: Iterable[Step], target: str, *, reformat: bool = False
) -> list[Problem]:
    """Every problem of the steps that hold for a document other than the one they were recorded on.

    What an action found at its one place must be there too; a rule over many places may find others.
    """
    applied = apply_steps(document, taking_part(steps, target, document), enforce=False, reformat=reformat)
    found = [problem for outcome in applied.outcomes for problem in (*outcome.problems, *_unlike(outcome))]
    return [replace(problem, message=f"on {document.name}: {problem.message}") for problem in found]


def _unlike(outcome: Outcome) -> Iterator[Problem]:
    for result in outcome.actions:
        if not result.problem and not result.note and _differs(result):
            expected = result.action.expect
            yield outcome.step.problem(
                ("actions", result.action.index, "x-expect"), "the document is not what this action was written for",
                found=describe(result.found), expected=describe(expected) if expected else "",
                advice="say with x-for for which versions the step holds, and add a step for the others",
            )  # fmt: skip


def _differs(result: ActionOutcome) -> bool:
    expected = result.action.expect
    return expected is not None and expected.matches == 1 and not meets(result.found, expected)
