"""The records of a step and of what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any, Final

from specmend.document.text.document import Document
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.errors import Problem
from specmend.steps.applies_to import EVERY, AppliesTo

VERBS: Final = ("update", "copy", "remove", "x-edit")
"""The fields that say what an action does: those of Overlay 1.1 section 4.4.3, and ours."""


class Verdict(StrEnum):
    """What became of a step on a document; applying steps gives four of these, drift/ gives all."""

    APPLIES = "applies"
    ALREADY_UPSTREAM = "already-upstream"
    MOVED = "moved"
    CONFLICT = "conflict"
    GONE = "gone"
    NEVER_MATCHED = "never-matched"
    BLOCKED = "blocked"


@dataclass(frozen=True, kw_only=True, slots=True)
class Expectation:
    """What an action found when it was recorded: how many places, and the value or a digest.

    A recorded one has `before` or `digest`; one that was just taken has both for a long value.
    """

    matches: int
    before: Tree
    digest: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """What a person must decide before an action can be made: its verdict, in a message.

    `is_joined` says that a rule is still needed where it was, and that others joined it.
    """

    verdict: Verdict
    message: str
    is_joined: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """One Overlay action (Overlay 1.1 section 4.4.3) or a named edit.

    Exactly one of update, copy, remove and edit is set; MISSING, "", False and "" stand for
    absence. In a plain overlay none may be, and then the action does nothing; remove wins over
    update.

    `index` counts the actions of the step from 0; `number` is how people name the action, and stays
    when an action before it goes. `optional` is the written reason why the target
    may select nothing. `primitives` says whether it may select primitives: from Overlay 1.1 on.
    `open` is what an update left for a person; the action is not made while it is there.
    """

    index: int
    number: int = 1
    target: str
    description: str = ""
    update: Tree
    copy: str = ""
    remove: bool = False
    edit: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    optional: str = ""
    primitives: bool = True
    expect: Expectation | None = None
    open: Open | None = None

    @property
    def verb(self) -> str:
        """What the action does, in a word: the name of its edit, or the Overlay field."""
        return self.edit or ("remove" if self.remove else "copy" if self.copy else "update")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One recorded edit with its reason: one file of patches/API.

    `generator` names the one generator that the step is for; without it, the step is for all.
    A `plain` one is an overlay from elsewhere: without a reason, and with expectations only if it
    has them.
    """

    number: int
    title: str
    reason: str
    generator: str = ""
    link: str = ""
    until: str = ""
    plain: bool = False
    actions: tuple[Action, ...]
    source: Document
    applies_to: AppliesTo = EVERY

    @property
    def series(self) -> str:
        """The name of the folder that holds the step: that of its API."""
        return PurePosixPath(self.source.name).parent.name

    def is_active(self, generator: str) -> bool:
        """Whether the step is applied for a generator: all are, but those for another one."""
        return self.generator in {"", generator}

    def problem(
        self,
        address: Address,
        message: str,
        *,
        found: str = "",
        expected: str = "",
        advice: str = "",
    ) -> Problem:
        """A problem at a place of the step's file."""
        return self.source.problem(address, message, found=found, expected=expected, advice=advice)


@dataclass(frozen=True, kw_only=True, slots=True)
class Touch:
    """One place that an action changed, with the value there before and after (MISSING for none).

    `to` is the address afterwards: another one where a key was renamed.
    """

    address: Address
    to: Address
    before: Tree
    after: Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionOutcome:
    """What one action did: its verdict, the places it touched, what it found, and its problem.

    `note` says why an action that applies did nothing, where that is allowed.
    """

    action: Action
    verdict: Verdict
    touches: tuple[Touch, ...] = ()
    found: Expectation
    problem: Problem | None = None
    note: Problem | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of one step; it applies only when every one of its actions does.

    `reserialized` says why the whole document was serialized again for it, if it was.
    """

    step: Step
    actions: tuple[ActionOutcome, ...]
    problems: tuple[Problem, ...] = ()
    reserialized: Problem | None = None

    @property
    def verdict(self) -> Verdict:
        """The first verdict that is not `applies`, or else `applies`.

        It is `conflict` when the text refused the edit.
        """
        failed = next((a.verdict for a in self.actions if a.verdict is not Verdict.APPLIES), None)
        return failed or (Verdict.CONFLICT if self.problems else Verdict.APPLIES)

    @property
    def touches(self) -> tuple[Touch, ...]:
        """Every place that the step touched, in the order of its actions."""
        return tuple(touch for action in self.actions for touch in action.touches)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What a person should know: actions that did nothing, and text serialized again."""
        notes = [*(action.note for action in self.actions), self.reserialized]
        return tuple(note for note in notes if note)
