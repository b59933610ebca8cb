"""The fields of an action that replaces another one in a step file: what is the same stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from specmend.steps.expectation import as_data, meets
from specmend.steps.positional import explained
from specmend.steps.step import VERBS, Action, Expectation, Step


def own_fields(
    step: Step,
    action: Action,
) -> dict[str, Any]:
    """The fields of an action in its step file, but for an `x-conflict`."""
    return without_conflict(step.source.tree["actions"][action.index])


def without_conflict(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an action without what was written for a person to decide."""
    return {key: value for key, value in fields.items() if key != "x-conflict"}


def replacement_fields(
    fields: Mapping[str, Any],
    old: Action,
    new: Action,
    found: Expectation | None,
) -> Mapping[str, Any]:
    """The fields of `new`, which replaces `old`; `found` is what it finds, where that is known.

    A field that is the same keeps its position, and so its text and comments.
    """
    replaced = dict(fields)
    if not _does_the_same(old, new):
        replaced = _rewritten(fields, new)
    recorded = new.expect or old.expect
    if found is not None and found.matches and not is_met(found, recorded):
        replaced["x-expect"] = as_data(found)
    return explained(replaced)


def kept_fields(
    step: Step,
    old: Action,
    kept: Sequence[Action],
    found: Sequence[Expectation],
) -> Mapping[str, Any]:
    """The fields of an open action as it is made if a person keeps it, by its target of today.

    Where several actions would stand in its place, its own fields.
    """
    fields = own_fields(step, old)
    if len(kept) != 1:
        return fields
    return replacement_fields(fields, old, kept[0], next(iter(found), None))


def is_met(
    found: Expectation,
    expected: Expectation | None,
) -> bool:
    """Whether what is found is what was recorded, where anything was."""
    return expected is not None and meets(found, expected)


def _does_the_same(old: Action, new: Action) -> bool:
    old = replace(
        old,
        expect=None,
        open=None,
    )
    new = replace(
        new,
        expect=None,
        open=None,
    )
    return old == new


def _rewritten(
    fields: Mapping[str, Any],
    new: Action,
) -> dict[str, Any]:
    """The fields with another target, and another verb in the position of the old one."""
    rewritten: dict[str, Any] = {}
    for key, value in fields.items():
        if key in VERBS:
            rewritten.update(_verb_field(new))
        elif key == "target":
            rewritten[key] = new.target
        else:
            rewritten[key] = value
    return rewritten


def _verb_field(action: Action) -> dict[str, Any]:
    if action.edit:
        return {"x-edit": {"name": action.edit, **action.parameters}}
    if action.remove:
        return {"remove": action.remove}
    if action.copy:
        return {"copy": action.copy}
    return {"update": _as_written(action)}


def _as_written(action: Action) -> Any:
    """The update as its file has it: an entry that is a list stands by itself in Overlay 1.0."""
    is_entry = not action.primitives and isinstance(action.update, list)
    return action.update[0] if is_entry and len(action.update) == 1 else action.update
