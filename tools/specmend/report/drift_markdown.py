"""The drift report as a Markdown page: what a reviewer reads when upstream moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from specmend.document.tree.pointer import format_path
from specmend.drift.verdicts import StepVerdict
from specmend.report.drift import DriftReport
from specmend.report.markdown import render
from specmend.report.matrix import SYMBOLS, matrix_rows
from specmend.steps.step import Verdict
from specmend.steps.step_name import digits_of

_FEW: Final = 6
"""Up to so many versions a title keeps its width beside them on a page of GitHub's."""


MOST_DETAILS: Final = 5
"""So many messages of a step stand in the table; the rest only where a person must decide."""


def drift_page(
    api: str,
    reports: Sequence[DriftReport],
) -> str:
    """The page of one document, or a table of the steps on several."""
    if len(reports) > 1:
        return _matrix_page(api, reports)
    report = reports[0]
    return render(
        "drift.md.jinja",
        api=api,
        report=report,
        steps=[_step(step) for step in report.steps],
        conflicts=list(_conflicts(report)),
    )


def _matrix_page(
    api: str,
    reports: Sequence[DriftReport],
) -> str:
    numbers = map(str, range(1, len(reports) + 1))
    return render(
        "drift_matrix.md.jinja",
        api=api,
        reports=reports,
        legend={symbol: verdict for verdict, symbol in SYMBOLS.items()},
        unbroken=len(reports) > _FEW,
        heads=["step", "title", *numbers, "not needed on"],
        rows=matrix_rows(reports),
    )


def _step(verdict: StepVerdict) -> dict[str, Any]:
    """The row of a step; its details are the messages of its actions, each once."""
    return {
        "number": digits_of(verdict.step.number),
        "title": verdict.step.title,
        "verdict": verdict.verdict,
        "details": _details(verdict),
    }


def _details(verdict: StepVerdict) -> str:
    messages = verdict.messages
    if verdict.needs_person or len(messages) <= MOST_DETAILS + 1:
        return "; ".join(messages)
    more = f"and {len(messages) - MOST_DETAILS} more"
    return "; ".join([*messages[:MOST_DETAILS], more])


def _conflicts(report: DriftReport) -> Iterator[dict[str, Any]]:
    """The places in conflict, with the three values."""
    actions = [action for step in report.steps for action in step.actions]
    for action in actions:
        if action.verdict is not Verdict.CONFLICT:
            continue
        for place in action.places:
            if place.verdict is Verdict.CONFLICT:
                yield {
                    "step": digits_of(action.step),
                    "path": format_path(place.now_at or place.address),
                    "recorded": place.recorded,
                    "now": place.now,
                    "ours": place.ours,
                }
