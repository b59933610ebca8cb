"""The drift report as JSON has it, for machines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from specmend.diff.api_change import ApiChange
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING
from specmend.drift.verdicts import ActionVerdict, PlaceVerdict, StepVerdict
from specmend.report.drift import DriftReport
from specmend.steps.step import Action

Data = dict[str, Any]
"""A mapping as JSON has it."""

_ALWAYS: Final = frozenset({"index", "verb", "target", "verdict"})
"""The fields of an action that are never left out."""


def report_data(report: DriftReport) -> Data:
    """A report as plain data; fields of actions that have no value are left out."""
    return {
        "document": report.document,
        "ok": not report.needs_person,
        "steps": list(map(_step, report.steps)),
        "untouched": list(map(_change, report.untouched)),
        "unseen": list(map(_change, report.unseen)),
    }


def _step(verdict: StepVerdict) -> Data:
    return {
        "number": verdict.step.number,
        "title": verdict.step.title,
        "file": verdict.step.source.name,
        "verdict": str(verdict.verdict),
        "actions": list(map(_action, verdict.actions)),
    }


def _change(change: ApiChange) -> Data:
    return {
        "subject": change.subject,
        "direction": change.direction,
        "message": change.message,
        "path": format_path(change.address),
    }


def _action(verdict: ActionVerdict) -> Data:
    moved_to = verdict.moved_to
    fields = {
        "index": verdict.index,
        "number": verdict.action.number,
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
        "unreached": _paths(verdict.unreached),
        "blocked_by": verdict.blocked_by,
        "rest": list(map(_action_fields, verdict.remaining)),
        "refresh": verdict.refresh,
    }
    return {key: value for key, value in fields.items() if _is_shown(key, value)}


def _is_shown(key: str, value: Any) -> bool:
    return key in _ALWAYS or value not in (None, "", [], False)


def _place(place: PlaceVerdict) -> Data:
    now_at = place.now_at
    fields = {
        "path": format_path(place.address),
        "now_at": MISSING if now_at is None else format_path(now_at),
        "verdict": str(place.verdict),
        "recorded": place.recorded,
        "now": place.now,
        "ours": place.ours,
    }
    return _present(fields)


def _action_fields(action: Action) -> Data:
    """An action as the fields of a step file."""
    fields = {"target": action.target, "update": action.update}
    if action.remove:
        fields["remove"] = True
    if action.copy:
        fields["copy"] = action.copy
    if action.edit:
        fields["x-edit"] = {"name": action.edit, **action.parameters}
    return _present(fields)


def _present(values: Data) -> Data:
    return {key: value for key, value in values.items() if value is not MISSING}


def _paths(addresses: Iterable[Address]) -> list[str]:
    return list(map(format_path, addresses))
