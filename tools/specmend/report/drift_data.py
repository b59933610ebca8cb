"""The drift report as JSON has it, for machines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from specmend.diff.api_change import ApiChange
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict, StepVerdict
from specmend.report.drift import DriftReport
from specmend.steps.step import Action

_ALWAYS: Final = frozenset({"index", "verb", "target", "verdict"})
"""The fields of an action that are never left out."""


def report_data(report: DriftReport) -> dict[str, Any]:
    """A report as plain data; fields of actions that have no value are left out."""
    return {
        "document": report.document,
        "ok": not report.needs_person,
        "steps": list(map(_step, report.steps)),
        "untouched": list(map(_change, report.untouched)),
    }


def _step(verdict: StepVerdict) -> dict[str, Any]:
    return {
        "number": verdict.step.number,
        "title": verdict.step.title,
        "file": verdict.step.source.name,
        "verdict": str(verdict.verdict),
        "actions": list(map(_action, verdict.actions)),
    }


def _change(change: ApiChange) -> dict[str, Any]:
    return {
        "subject": change.subject,
        "direction": change.direction,
        "message": change.message,
        "path": format_path(change.address),
    }


def _action(verdict: ActionVerdict) -> dict[str, Any]:
    moved_to = verdict.moved_to
    fields = {
        "index": verdict.index,
        "verb": verdict.action.verb,
        "target": verdict.action.target,
        "verdict": str(verdict.verdict),
        "message": verdict.message,
        "places": list(map(_place, verdict.places)),
        "joined": _paths(verdict.joined),
        "left": _paths(verdict.left),
        "already": _paths(verdict.already),
        "moved_to": None if moved_to is None else format_path(moved_to),
        "evidence": verdict.evidence,
        "candidates": _paths(verdict.candidates),
        "blocked_by": verdict.blocked_by,
        "rest": list(map(_action_fields, verdict.remaining)),
        "refresh": verdict.refresh,
    }
    return {key: value for key, value in fields.items() if key in _ALWAYS or not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    return value in (None, "", [], False)


def _place(place: PlaceVerdict) -> dict[str, Any]:
    fields: dict[str, Any] = {"path": format_path(place.address)}
    if place.now_at is not None:
        fields["now_at"] = format_path(place.now_at)
    fields["verdict"] = str(place.verdict)
    values = {"recorded": place.recorded, "now": place.now, "ours": place.ours}
    return {**fields, **_present(values)}


def _action_fields(action: Action) -> dict[str, Any]:
    """An action as the fields of a step file."""
    fields: dict[str, Tree] = {"target": action.target}
    if action.update is not MISSING:
        fields["update"] = action.update
    if action.remove:
        fields["remove"] = True
    if action.copy:
        fields["copy"] = action.copy
    if action.edit:
        fields["x-edit"] = {"name": action.edit, **action.parameters}
    return fields


def _present(values: dict[str, Tree]) -> dict[str, Tree]:
    return {key: value for key, value in values.items() if value is not MISSING}


def _paths(addresses: Iterable[Address]) -> list[str]:
    return list(map(format_path, addresses))
