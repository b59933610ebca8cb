"""What an update did, or would do: for people, and as data for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from specmend.cli import console
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.values import MISSING
from specmend.project.update import UpdateReport
from specmend.steps.applies_to import version_of
from specmend.steps.decision_advice import decision_advice
from specmend.steps.step import Step
from specmend.steps.step_name import digits_of
from specmend.update.decision import written_key
from specmend.update.records import ActionUpdate, StepRebase, StepUpdate

_WIDEST = 100
_SHOWN_DIGITS = 12


def data(report: UpdateReport) -> dict[str, Any]:
    """The update as data."""
    plan, incoming = report.plan, report.incoming
    return {
        "ok": not plan.open,
        "api": report.api.name,
        "written": report.is_written,
        "upstream": {
            "moved": incoming.pin is not None,
            "version": version_of(plan.document),
            "old": incoming.before.sha256,
            "new": (incoming.pin or incoming.before).sha256,
        },
        "steps": [_step_data(update, report.retired) for update in plan.steps],
        "not_applicable": [
            {"number": step.number, "title": step.title, "for": step.applies_to.words}
            for step in plan.inapplicable
        ],
        "remarks": [console.problem_data(problem) for problem in incoming.remarks],
        "files": [
            {"file": name, "gone": content is None} for name, content in report.changes.items()
        ],
    }


def show(report: UpdateReport) -> None:
    """Every step of which anything changes, and everything that is open."""
    name, plan = report.api.name, report.plan
    _show_upstream(report)
    for update in plan.steps:
        for line in _lines(report, update):
            console.line(line)
    for step in plan.inapplicable:
        audience = step.applies_to.words
        console.line(f"{digits_of(step.number)} not applicable  {step.title}: for {audience}")
    console.good(name, _summary(report))
    if plan.open:
        actions = console.counted(len(plan.open), "action")
        console.good(
            name, f"{actions} unresolved; until you decide, build and check refuse the steps"
        )


def three_way(action: ActionUpdate) -> Iterator[str]:
    """What a person sees who must decide about an action."""
    conflict: Mapping[str, Any] = action.conflict or {}
    asked = conflict.get("message", action.message)
    yield f"{action.verdict}: {asked}"
    if action.message != asked:
        yield f"ours cannot be made: {action.message}"
    for place in conflict.get("places", []):
        now = f", now {place['now-at']}" if "now-at" in place else ""
        yield f"at        {place['at']}{now}"
        for key in ("recorded", "upstream", "ours"):
            yield f"{key:<9} {_value(place.get(key, MISSING))}"
    for candidate in conflict.get("candidates", []):
        yield f"may be    {candidate}"


def advice_on(step: Step, action: ActionUpdate) -> str:
    """How to settle an action that is open."""
    return decision_advice(
        step,
        action.action,
        action.verdict,
        can_be_kept=action.can_be_kept,
        is_joined="kept" in (action.conflict or {}),
    )


def _show_upstream(report: UpdateReport) -> None:
    pin = report.incoming.pin
    if not pin:
        return
    version = version_of(report.plan.document)
    old, new = report.incoming.before.sha256[:_SHOWN_DIGITS], pin.sha256[:_SHOWN_DIGITS]
    ending = f" ({version})" if version else ""
    console.good(report.api.name, f"upstream: {old} → {new}{ending}")


def _summary(report: UpdateReport) -> str:
    counts = Counter(update.update for update in report.plan.steps)
    parts = [f"{counts[update]} {update}" for update in StepUpdate if counts[update]]
    ending = "" if report.is_written else "; nothing was written"
    return (", ".join(parts) or "no steps") + ending


def _lines(report: UpdateReport, update: StepRebase) -> Iterator[str]:
    if update.update is StepUpdate.UNCHANGED:
        return
    where = f" → {report.retired[update.step.number]}" if update.retired else ""
    yield f"{digits_of(update.step.number)} {update.update:<10} {update.step.title}{where}"
    for action in update.actions:
        key = written_key((update.step.number, action.action.number))
        if action.update is StepUpdate.UNRESOLVED:
            yield from _open_lines(update.step, key, action)
        elif action.update is not StepUpdate.UNCHANGED:
            yield from _settled_lines(key, action)


def _settled_lines(key: str, action: ActionUpdate) -> Iterator[str]:
    verb, target = action.action.verb, action.action.target
    ending = f": {action.message}" if action.message else ""
    yield f"     {key} {action.update}: {verb} {target}{ending}"
    for fields in action.fields:
        if fields["target"] != target:
            yield f"       now {fields['target']}"


def _open_lines(step: Step, key: str, action: ActionUpdate) -> Iterator[str]:
    yield f"     {key} unresolved: {action.action.verb} {action.action.target}"
    for line in three_way(action):
        yield f"       {line}"
    yield f"       do        {advice_on(step, action)}"


def _step_data(update: StepRebase, retired: Mapping[int, str]) -> dict[str, Any]:
    number = update.step.number
    return {
        "number": number,
        "title": update.step.title,
        "file": update.step.source.name,
        "update": str(update.update),
        **({"retired": retired[number]} if update.retired else {}),
        "actions": [_action_data(update.step, action) for action in update.actions],
    }


def _action_data(step: Step, action: ActionUpdate) -> dict[str, Any]:
    is_open = action.update is StepUpdate.UNRESOLVED
    return {
        "number": action.action.number,
        "verb": action.action.verb,
        "target": action.action.target,
        "verdict": str(action.verdict),
        "update": str(action.update),
        "message": action.message,
        "now": [fields["target"] for fields in action.fields],
        **({"conflict": action.conflict, "do": advice_on(step, action)} if is_open else {}),
    }


def _value(value: Any) -> str:
    written = "nothing" if value is MISSING else write_json(value)
    return written if len(written) <= _WIDEST else written[: _WIDEST - 1] + "…"
