"""The file of a step after an update: rewritten, or kept among the retired ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from specmend.document.text.document import Document
from specmend.document.text.editing.rewrite import rewrite
from specmend.drift.verdicts import SETTLED
from specmend.steps.action_number import numbered
from specmend.steps.applies_to import digest_of, version_of
from specmend.steps.step import Step
from specmend.update.records import ActionUpdate, Fields, StepRebase, StepUpdate
from specmend.update.replacement import without_conflict


def step_rebase(
    new: Document,
    step: Step,
    updates: Sequence[ActionUpdate],
) -> StepRebase:
    """The record of a rebased step with its file.

    A step without actions is retired, unless all of them are dropped: then no file is kept.
    """
    file, retired = None, None
    actions = _numbered(updates)
    if actions:
        file = _with(step.source, actions=actions)
    elif any(update.update is not StepUpdate.DROPPED for update in updates):
        retired = _retired_file(new, step, updates)
    return StepRebase(
        step=step,
        actions=tuple(updates),
        file=file,
        retired=retired,
    )


def _numbered(updates: Sequence[ActionUpdate]) -> list[Fields]:
    """The actions of the file with the numbers that they had; those that join get new ones."""
    actions: list[Fields] = []
    numbers: list[int] = []
    highest = max(update.action.number for update in updates)
    for update in updates:
        joined = range(highest + 1, highest + len(update.fields))
        actions += update.fields
        numbers += [update.action.number, *joined][: len(update.fields)]
        highest += len(joined)
    return numbered(actions, numbers)


def _retired_file(
    new: Document,
    step: Step,
    updates: Iterable[ActionUpdate],
) -> Document:
    """The file that is kept of a step, with the upstream document that made it needless."""
    tree = step.source.tree
    is_upstream = all(update.verdict in SETTLED for update in updates)
    note = {"because": "already-upstream" if is_upstream else "theirs"}
    version = version_of(new)
    if version:
        note["version"] = version
    note["digest"] = digest_of(new)
    info = {**tree["info"], "x-retired": note}
    actions = list(map(without_conflict, tree["actions"]))
    return _with(
        step.source,
        info=info,
        actions=actions,
    )


def _with(source: Document, **fields: Any) -> Document:
    """A step file with other fields; what stays the same keeps its text."""
    return rewrite(source, {**source.tree, **fields})[0]
