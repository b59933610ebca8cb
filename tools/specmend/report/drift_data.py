"""The drift report as JSON has it, for machines."""

from __future__ import annotations

from typing import Any

from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict
from specmend.report.drift import DriftReport
from specmend.steps.step import Action


def report_data(report: DriftReport) -> dict[str, Any]:
    """A report as plain data; what there is nothing of is left out."""
    steps = [
        {
            "number": step.step.number,
            "title": step.step.title,
            "file": step.step.source.name,
            "verdict": str(step.verdict),
            "actions": [_action(action) for action in step.actions],
        }
        for step in report.steps
    ]
    changes = [
        {
            "subject": c.subject,
            "direction": c.direction,
            "message": c.message,
            "path": format_path(c.address),
        }
        for c in report.untouched
    ]
    return {
        "document": report.document,
        "ok": not report.needs_person,
        "steps": steps,
        "untouched": changes,
    }


def _action(verdict: ActionVerdict) -> dict[str, Any]:
    told = {
        "index": verdict.index,
        "verb": verdict.action.verb,
        "target": verdict.action.target,
        "verdict": str(verdict.verdict),
        "message": verdict.message,
        "places": [_place(place) for place in verdict.places],
        "joined": _paths(verdict.joined),
        "left": _paths(verdict.left),
        "already": _paths(verdict.already),
        "moved_to": None if verdict.moved_to is None else format_path(verdict.moved_to),
        "evidence": verdict.evidence,
        "candidates": _paths(verdict.candidates),
        "blocked_by": verdict.blocked_by,
        "rest": [_rest(action) for action in verdict.remaining],
        "refresh": verdict.refresh,
    }
    kept = {"index", "verb", "target", "verdict"}
    return {
        key: value
        for key, value in told.items()
        if key in kept or value not in (None, "", [], False)
    }


def _place(place: PlaceVerdict) -> dict[str, Any]:
    values = {"recorded": place.recorded, "now": place.now, "ours": place.ours}
    where = {} if place.now_at is None else {"now_at": format_path(place.now_at)}
    return {
        "path": format_path(place.address),
        **where,
        "verdict": str(place.verdict),
        **_present(values),
    }


def _rest(action: Action) -> dict[str, Any]:
    """An action as the fields of a step file."""
    fields: dict[str, Tree] = {"target": action.target, **_present({"update": action.update})}
    if action.remove:
        fields["remove"] = True
    if action.copy:
        fields["copy"] = action.copy
    if action.edit:
        fields["x-edit"] = {"name": action.edit, **action.parameters}
    return fields


def _present(values: dict[str, Tree]) -> dict[str, Tree]:
    return {key: value for key, value in values.items() if value is not MISSING}


def _paths(addresses: tuple[Address, ...]) -> list[str]:
    return [format_path(address) for address in addresses]
