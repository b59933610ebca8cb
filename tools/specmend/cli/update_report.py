"""What an update did, or would do: in words for people, and as data for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from specmend.cli import console as show
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.values import MISSING
from specmend.settings.layout import Api
from specmend.steps.applies_to import version_of
from specmend.steps.step_name import digits_of
from specmend.update.decision import written_key
from specmend.update.records import ActionUpdate, StepRebase, StepUpdate, UpdatePlan

if TYPE_CHECKING:
    from specmend.storage.transaction import Changes
    from specmend.update.inputs import Incoming

_SHORT = 100


def report(
    api: Api,
    came: Incoming,
    plan: UpdatePlan,
    changes: Changes,
    retired: Mapping[int, str],
    *,
    dry_run: bool,
) -> dict[str, Any]:
    """The update as data."""
    return {
        "ok": not plan.open,
        "api": api.name,
        "written": not dry_run,
        "upstream": {
            "moved": came.pin is not None,
            "version": version_of(plan.document),
            "old": came.before.sha256,
            "new": (came.pin or came.before).sha256,
        },
        "steps": [_step(update, retired) for update in plan.steps],
        "not_applicable": [
            {"number": s.number, "title": s.title, "for": s.applies_to.words}
            for s in plan.inapplicable
        ],
        "files": [{"file": name, "gone": data is None} for name, data in changes.items()],
    }


def tell(
    api: Api, came: Incoming, plan: UpdatePlan, retired: Mapping[int, str], *, dry_run: bool
) -> None:
    """The update in words: every step of which anything changes, and everything that is open."""
    if came.pin:
        version = f" ({version_of(plan.document)})" if version_of(plan.document) else ""
        show.good(
            api.name, f"upstream: {came.before.sha256[:12]} → {came.pin.sha256[:12]}{version}"
        )
    for update in plan.steps:
        for line in _lines(api, update, retired):
            show.line(line)
    for step in plan.inapplicable:
        show.line(
            f"{digits_of(step.number)} not applicable  {step.title}: for {step.applies_to.words}"
        )
    counts = Counter(str(update.update) for update in plan.steps)
    words = (
        ", ".join(f"{counts[update]} {update}" for update in StepUpdate if counts[update])
        or "no steps"
    )
    show.good(api.name, f"{words}{'; nothing was written' if dry_run else ''}")
    if plan.open:
        show.good(
            api.name,
            f"{show.counted(len(plan.open), 'action')} unresolved; until you decide, build and check refuse the steps",
        )


def three_way(action: ActionUpdate) -> Iterator[str]:
    """What a person sees who must decide about an action."""
    conflict: Mapping[str, Any] = action.conflict or {}
    yield f"{action.verdict}: {conflict.get('message', action.message)}"
    for place in conflict.get("places", []):
        yield f"at        {place['at']}" + (f", now {place['now-at']}" if "now-at" in place else "")
        for key in ("recorded", "upstream", "ours"):
            yield f"{key:<9} {_value(place.get(key, MISSING))}"
    for candidate in conflict.get("candidates", []):
        yield f"may be    {candidate}"


def _lines(api: Api, update: StepRebase, retired: Mapping[int, str]) -> Iterator[str]:
    if update.update is StepUpdate.UNCHANGED:
        return
    where = f" → {retired[update.step.number]}" if update.retired else ""
    yield f"{digits_of(update.step.number)} {update.update:<10} {update.step.title}{where}"
    for action in update.actions:
        if action.update is StepUpdate.UNCHANGED:
            continue
        key = written_key((update.step.number, action.action.index))
        if action.update is not StepUpdate.UNRESOLVED:
            yield f"     {key} {action.update}: {action.action.verb} {action.action.target}: {action.message}".rstrip(
                ": "
            )
            yield from (f"       now {fields['target']}" for fields in _elsewhere(action))
            continue
        yield f"     {key} unresolved: {action.action.verb} {action.action.target}"
        yield from (f"       {line}" for line in three_way(action))
        yield f"       do        specmend update {api.name} --accept {key}=ours (or theirs, or drop)"


def _elsewhere(action: ActionUpdate) -> list[Mapping[str, Any]]:
    return [fields for fields in action.fields if fields["target"] != action.action.target]


def _step(update: StepRebase, retired: Mapping[int, str]) -> dict[str, Any]:
    return {
        "number": update.step.number, "title": update.step.title, "file": update.step.source.name, "update": str(update.update),
        **({"retired": retired[update.step.number]} if update.retired else {}),
        "actions": [_action(action) for action in update.actions],
    }  # fmt: skip


def _action(action: ActionUpdate) -> dict[str, Any]:
    return {
        "number": action.action.index + 1, "verb": action.action.verb, "target": action.action.target,
        "verdict": str(action.verdict), "update": str(action.update), "message": action.message,
        "now": [fields["target"] for fields in action.fields],
        **({"conflict": action.conflict} if action.update is StepUpdate.UNRESOLVED else {}),
    }  # fmt: skip


def _value(value: Any) -> str:
    written = "nothing" if value is MISSING else write_json(value)
    return written if len(written) <= _SHORT else written[: _SHORT - 1] + "…"
