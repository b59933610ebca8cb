"""The records of what becomes of steps on a new upstream document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.steps.step import Action, Expectation, Step, Verdict

SETTLED: Final = frozenset({Verdict.APPLIES, Verdict.ALREADY_UPSTREAM})
"""The verdicts for which no person is needed."""

SERIOUS: Final = (
    Verdict.CONFLICT,
    Verdict.GONE,
    Verdict.NEVER_MATCHED,
    Verdict.BLOCKED,
    Verdict.MOVED,
)
"""The other verdicts, the most serious first."""


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class PlaceVerdict:
    """What became of one place that an action writes to.

    `address` is the place in the old document, after the steps before this one; `now_at` is the
    same place in the new document (None where it is gone). `recorded` is the value that the action
    found there, `now` the value in the new document, `ours` the value that the action intends;
    MISSING stands for nothing. Where a key is `renamed`, the three are names.
    """

    address: Address
    now_at: Address | None
    verdict: Verdict
    recorded: Tree
    now: Tree
    ours: Tree
    renamed: bool = False
    evidence: str = ""
    candidates: tuple[Address, ...] = ()


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class ActionVerdict:
    """The one verdict of one action, and the evidence for it.

    `places` are those of the old document, each with its own verdict. For a rule over many places,
    `joined` are the places that it selects in the new document only, and `left` those that it
    selects in the old document only. `already` are the parts of the action that the new document
    has, where it does not have all of it.

    `moved_to` is where the target stands now, with the `evidence`. `candidates` are the places
    that it may be, where they cannot be told apart. `unreached` are places of the new document
    alone that have the fault which a rule mends elsewhere. `kept` are the targets where a rule is
    still needed that a person is asked about, for others joined it. `blocked_by` is the number of
    a failed step that this one needs.

    `remaining` are the actions that are still needed on the new document, where the target moved
    or a part is there already. It is empty where the action can stay as it is. `found` is what the
    action, or the first of `remaining`, finds on the new document; `refresh` says that this is not
    what was recorded.
    """

    step: int
    action: Action
    verdict: Verdict
    places: tuple[PlaceVerdict, ...] = ()
    joined: tuple[Address, ...] = ()
    left: tuple[Address, ...] = ()
    already: tuple[Address, ...] = ()
    moved_to: Address | None = None
    evidence: str = ""
    candidates: tuple[Address, ...] = ()
    unreached: tuple[Address, ...] = ()
    kept: tuple[str, ...] = ()
    blocked_by: int | None = None
    remaining: tuple[Action, ...] = ()
    found: tuple[Expectation, ...] = ()
    refresh: bool = False
    message: str

    @property
    def index(self) -> int:
        """The number of the action in its step, from 0."""
        return self.action.index

    @property
    def needs_person(self) -> bool:
        """Whether a person must look at it."""
        return self.verdict not in SETTLED


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class StepVerdict:
    """What became of one step: the verdicts of its actions, in order."""

    step: Step
    actions: tuple[ActionVerdict, ...]

    @property
    def verdict(self) -> Verdict:
        """The most serious verdict of the actions; `already-upstream` only when every action is."""
        verdicts = {action.verdict for action in self.actions}
        for serious in SERIOUS:
            if serious in verdicts:
                return serious
        if verdicts == {Verdict.ALREADY_UPSTREAM}:
            return Verdict.ALREADY_UPSTREAM
        return Verdict.APPLIES

    @property
    def needs_person(self) -> bool:
        """Whether a person must look at it."""
        return self.verdict not in SETTLED

    @property
    def messages(self) -> tuple[str, ...]:
        """What there is to know of the actions, each sentence once."""
        said = [action.message for action in self.actions if action.message]
        return tuple(dict.fromkeys(said))
