"""The drift report as a page: what a reviewer reads when upstream moves."""

from __future__ import annotations

from collections.abc import Sequence

from specmend.document.tree.values import MISSING
from specmend.drift.messages import path, value
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict
from specmend.report.drift import DriftReport, needless_on
from specmend.steps.step import Verdict
from specmend.steps.step_name import digits_of


def drift_page(api: str, reports: Sequence[DriftReport]) -> str:
    """One document as a page, several as a table of steps and versions."""
    return _matrix(api, reports) if len(reports) > 1 else _page(api, reports[0])


def _page(api: str, report: DriftReport) -> str:
    lines = [
        f"# {api} on {report.document}",
        "",
        "| step | title | verdict | details |",
        "|---|---|---|---|",
    ]
    for step in report.steps:
        words = "; ".join(
            dict.fromkeys(action.message for action in step.actions if action.message)
        )
        lines.append(
            f"| {step.step.number} | {_cell(step.step.title)} | {step.verdict} | {_cell(words)} |"
        )
    conflicts = [
        (action, place)
        for step in report.steps
        for action in step.actions
        for place in action.places
        if action.verdict is Verdict.CONFLICT and place.verdict is Verdict.CONFLICT
    ]
    if conflicts:
        lines += [
            "",
            "## Conflicts",
            "",
            "| step | place | recorded | upstream now | ours |",
            "|---|---|---|---|---|",
        ]
        lines += [_conflict(action, place) for action, place in conflicts]
    lines += ["", "## What upstream changed that no step touches", ""]
    lines += [f"- {_cell(change.line)}" for change in report.untouched] or ["Nothing."]
    return "\n".join(lines) + "\n"


def _matrix(api: str, reports: Sequence[DriftReport]) -> str:
    heads = ["step", "title", *map(str, range(1, len(reports) + 1)), "not needed on"]
    lines = [f"# {api} on {len(reports)} documents", ""]
    lines += [f"{number}. {report.document}" for number, report in enumerate(reports, 1)]
    lines += ["", f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in matrix_rows(reports)]
    return "\n".join(lines) + "\n"


def matrix_rows(reports: Sequence[DriftReport]) -> list[list[str]]:
    """A row for each step: its number, its title, its verdict on each document, and where it is needless."""
    rows = []
    for index, first in enumerate(reports[0].steps):
        verdicts = [str(report.steps[index].verdict) for report in reports]
        rows.append(
            [
                digits_of(first.step.number),
                first.step.title,
                *verdicts,
                needless_on(reports, index) or "-",
            ]
        )
    return rows


def _conflict(action: ActionVerdict, place: PlaceVerdict) -> str:
    cells = [str(action.step), f"`{path(place.now_at or place.address)}`"]
    cells += [
        f"`{_cell(value(one))}`" if one is not MISSING else "absent"
        for one in (place.recorded, place.now, place.ours)
    ]
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
