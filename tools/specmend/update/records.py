"""The records of an update: what happens to each action, to each step, and to the series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.steps.step import Action, Step, Verdict
from specmend.update.decision import Key

Fields = Mapping[str, Any]
"""An action, or a part of one, as a step file has it."""


class StepUpdate(StrEnum):
    """What an update does with an action; a step has the first of these that an action has."""

    UNRESOLVED = "unresolved"
    RETARGETED = "retargeted"
    REDUCED = "reduced"
    REFRESHED = "refreshed"
    UNCHANGED = "unchanged"
    RETIRED = "retired"
    DROPPED = "dropped"


_REMOVED: Final = frozenset({StepUpdate.RETIRED, StepUpdate.DROPPED})


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class ActionUpdate:
    """What happens to one action; `fields` are the actions of the step file that replace it.

    `conflict` is what is written as `x-conflict` for the person who decides. `can_be_kept` says
    whether the action can be made here if a person decides for it.
    """

    action: Action
    verdict: Verdict
    update: StepUpdate
    message: str = ""
    fields: tuple[Fields, ...] = ()
    conflict: Fields | None = None
    can_be_kept: bool = False


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class StepRebase:
    """What happens to one step: its file afterwards, or the one kept of a retired step."""

    step: Step
    actions: tuple[ActionUpdate, ...]
    file: Document | None = None
    retired: Document | None = None

    @property
    def update(self) -> StepUpdate:
        """The update of the action that a person must see first.

        It is `retired` or `dropped` only when every action is, and `reduced` when some are.
        """
        updates = {action.update for action in self.actions}
        if updates == _REMOVED:
            return StepUpdate.RETIRED
        in_order = [update for update in StepUpdate if update in updates]
        first = in_order[0] if in_order else StepUpdate.UNCHANGED
        is_kept = first in {StepUpdate.UNCHANGED, StepUpdate.REFRESHED}
        if is_kept and updates & _REMOVED:
            return StepUpdate.REDUCED
        return first

    @property
    def changed(self) -> bool:
        """Whether the step's file is different afterwards, or removed."""
        return self.file is None or self.file.data != self.step.source.data


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class UpdatePlan:
    """What becomes of a series on a new document; `inapplicable` are the steps not made for it."""

    document: Document
    steps: tuple[StepRebase, ...]
    inapplicable: tuple[Step, ...] = ()

    @property
    def open(self) -> tuple[tuple[Key, ActionUpdate], ...]:
        """Every action that a person must decide."""
        return tuple(self._open())

    def _open(self) -> Iterator[tuple[Key, ActionUpdate]]:
        for step in self.steps:
            for action in step.actions:
                if action.update is StepUpdate.UNRESOLVED:
                    yield (step.step.number, action.action.number), action
