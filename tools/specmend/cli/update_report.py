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
from specmend.update.decision import written_key
from specmend.update.records import ActionFate, Fate, StepFate, UpdatePlan

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
        "steps": [_step(fate, retired) for fate in plan.steps],
        "set_aside": [
            {"number": s.number, "title": s.title, "for": s.holds.words} for s in plan.aside
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
    for fate in plan.steps:
        for line in _lines(api, fate, retired):
            show.line(line)
    for step in plan.aside:
        show.line(f"{step.number:04} set aside  {step.title}: holds for {step.holds.words}")
    counts = Counter(str(fate.fate) for fate in plan.steps)
    words = ", ".join(f"{counts[fate]} {fate}" for fate in Fate if counts[fate]) or "no steps"
    show.good(api.name, f"{words}{'; nothing was written' if dry_run else ''}")
    if plan.open:
        show.good(
            api.name,
            f"{show.counted(len(plan.open), 'action')} left to you; until then check refuses the steps",
        )


def three_way(action: ActionFate) -> Iterator[str]:
    """What a person sees who must decide about an action."""
    conflict: Mapping[str, Any] = action.conflict or {}
    yield f"{action.verdict}: {conflict.get('words', action.words)}"
    for place in conflict.get("places", []):
        yield f"at        {place['at']}" + (f", now {place['now-at']}" if "now-at" in place else "")
        for key in ("recorded", "upstream", "ours"):
            yield f"{key:<9} {_value(place.get(key, MISSING))}"
    for candidate in conflict.get("candidates", []):
        yield f"may be    {candidate}"


def _lines(api: Api, fate: StepFate, retired: Mapping[int, str]) -> Iterator[str]:
    if fate.fate is Fate.KEPT:
        return
    where = f" → {retired[fate.step.number]}" if fate.retired else ""
    yield f"{fate.step.number:04} {fate.fate:<10} {fate.step.title}{where}"
    for action in fate.actions:
        if action.fate is Fate.KEPT:
            continue
        key = written_key((fate.step.number, action.action.index))
        if action.fate is not Fate.OPEN:
            yield f"     {key} {action.fate}: {action.action.verb} {action.action.target}: {action.words}".rstrip(
                ": "
            )
            yield from (f"       now {fields['target']}" for fields in _elsewhere(action))
            continue
        yield f"     {key} open: {action.action.verb} {action.action.target}"
        yield from (f"       {line}" for line in three_way(action))
        yield f"       do        specmend update {api.name} --accept {key}=ours (or theirs, or drop)"


def _elsewhere(action: ActionFate) -> list[Mapping[str, Any]]:
    return [fields for fields in action.fields if fields["target"] != action.action.target]


def _step(fate: StepFate, retired: Mapping[int, str]) -> dict[str, Any]:
    return {
        "number": fate.step.number, "title": fate.step.title, "file": fate.step.source.name, "fate": str(fate.fate),
        **({"retired": retired[fate.step.number]} if fate.retired else {}),
        "actions": [_action(action) for action in fate.actions],
    }  # fmt: skip


def _action(action: ActionFate) -> dict[str, Any]:
    return {
        "number": action.action.index + 1, "verb": action.action.verb, "target": action.action.target,
        "verdict": str(action.verdict), "fate": str(action.fate), "words": action.words,
        "now": [fields["target"] for fields in action.fields],
        **({"conflict": action.conflict} if action.fate is Fate.OPEN else {}),
    }  # fmt: skip


def _value(value: Any) -> str:
    written = "nothing" if value is MISSING else write_json(value)
    return written if len(written) <= _SHORT else written[: _SHORT - 1] + "…"
