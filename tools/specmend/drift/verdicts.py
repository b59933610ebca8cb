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
"""The other verdicts, the one that a person must look at first in front."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceVerdict:
    """What became of one place that an action writes to.

    `address` is the place in the old document as the steps before leave it, `now_at` in the new one (None where it is
    gone). `recorded` is what the action found there, `now` what the new document has, `ours` what the action wanted;
    MISSING stands for nothing. Where a key is `renamed`, the three are the names.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionVerdict:
    """The one verdict of one action, and what speaks for it.

    `places` are those of the old document, each with its own verdict. For a rule over many places, `joined` are
    places of the new document that it did not select when it was recorded, `left` places of the old document that it
    selects no more. `already` are the parts that the new document has, of an action that it does not have whole.

    `moved_to` is where the target stands now, with the `evidence`; `candidates` are the places that may be it, when
    none can be told from the others. `blocked_by` is the number of the step that failed and is needed.

    `rest` are the actions that say on the new document what is left to say: for a target that moved, or an action of
    which a part is there. It is empty where the action can stay as it is. `found` is what the action, or the first
    of `rest`, finds on the new document, taken by machine; `refresh` says that it is not what was recorded.
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
        """Whether a person must look."""
        return self.verdict not in SETTLED


@dataclass(frozen=True, kw_only=True, slots=True)
class StepVerdict:
    """What became of one step: the verdicts of its actions, in order."""

    step: Step
    actions: tuple[ActionVerdict, ...]

    @property
    def verdict(self) -> Verdict:
        """The most serious verdict of the actions; `already-upstream` only when every action is."""
        found = {action.verdict for action in self.actions}
        serious = next((verdict for verdict in SERIOUS if verdict in found), None)
        if serious:
            return serious
        return (
            Verdict.APPLIES if Verdict.APPLIES in found or not found else Verdict.ALREADY_UPSTREAM
        )

    @property
    def needs_person(self) -> bool:
        """Whether a person must look."""
        return self.verdict not in SETTLED
