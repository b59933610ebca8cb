"""The records of an update: what happens to each action, to each step, and to the series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from specmend.document.text.document import Document
from specmend.steps.step import Action, Step, Verdict
from specmend.update.decision import Key

Fields = Mapping[str, Any]
"""An action, or a part of one, as a step file has it."""


class StepUpdate(StrEnum):
    """What an update does with an action; a step has the first of them that one of its actions has."""

    UNRESOLVED = "unresolved"
    RETARGETED = "retargeted"
    REDUCED = "reduced"
    REFRESHED = "refreshed"
    UNCHANGED = "unchanged"
    RETIRED = "retired"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionUpdate:
    """What happens to one action, in `words`; `fields` are the actions of the step file that stand in its place.

    `conflict` is what a person sees who must decide: what is written as `x-conflict`.
    """

    action: Action
    verdict: Verdict
    update: StepUpdate
    message: str = ""
    fields: tuple[Fields, ...] = ()
    conflict: Fields | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StepRebase:
    """What happens to one step: its file afterwards, or, of one that is retired, the file that is kept of it."""

    step: Step
    actions: tuple[ActionUpdate, ...]
    file: Document | None = None
    retired: Document | None = None

    @property
    def update(self) -> StepUpdate:
        """That of the action of which people must hear first; retired or dropped only when all of it goes."""
        found = {action.update for action in self.actions}
        if found == {StepUpdate.RETIRED, StepUpdate.DROPPED}:
            return StepUpdate.RETIRED
        first = next((update for update in StepUpdate if update in found), StepUpdate.UNCHANGED)
        gone = found & {StepUpdate.RETIRED, StepUpdate.DROPPED}
        return (
            StepUpdate.REDUCED
            if gone and first in {StepUpdate.UNCHANGED, StepUpdate.REFRESHED}
            else first
        )

    @property
    def changed(self) -> bool:
        """Whether the step's file is another one afterwards, or none."""
        return self.file is None or self.file.data != self.step.source.data


@dataclass(frozen=True, kw_only=True, slots=True)
class UpdatePlan:
    """What becomes of a series on a new document; `aside` are the steps that do not hold for it."""

    document: Document
    steps: tuple[StepRebase, ...]
    aside: tuple[Step, ...] = ()

    @property
    def open(self) -> tuple[tuple[Key, ActionUpdate], ...]:
        """Every action that a person must settle."""
        return tuple(self._open())

    def _open(self) -> Iterator[tuple[Key, ActionUpdate]]:
        for step in self.steps:
            for action in step.actions:
                if action.update is StepUpdate.UNRESOLVED:
                    yield (step.step.number, action.action.index), action
