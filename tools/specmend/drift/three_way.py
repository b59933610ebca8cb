"""The record of a three-way comparison: what was recorded, what upstream has, what is intended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Literal

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.intended import IntendedChange
from specmend.matching.locator import Match

Doubt = Literal["said", "alike", "shared", "wrapped", "version", "type", "open", "sent"]


class ThreeWay(Enum):
    """The state of a place in the new document at which an action intends a change."""

    UNCHANGED = auto()
    ALREADY_APPLIED = auto()
    DIVERGED = auto()
    MISSING = auto()


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Comparison:
    """An intended change, compared with the new document.

    `at` is its place in the new document (None where it is gone), `now` the value there, and
    `match` says how the place was found. Of a list, `lacking` are the members that are still to be
    added and `surplus` those that are still to be removed; with `is_partial`, others are done.
    `alive` are places where the fault may still be though it is gone from its own, and `doubt` is
    why that is not known: something says the same there, looks like it, or is shared by others.
    What says nothing in the version of the new document, or of the type that a schema has there, is
    doubted too, what upstream allows because it took a limit away, and what is sent elsewhere.
    """

    intended: IntendedChange
    state: ThreeWay
    match: Match
    at: Address | None = None
    now: Tree = MISSING
    lacking: tuple[Tree, ...] = ()
    surplus: tuple[Tree, ...] = ()
    is_partial: bool = False
    alive: tuple[Address, ...] = ()
    doubt: Doubt = "said"

    @property
    def has_applied_part(self) -> bool:
        """Whether the new document has the change already, or a part of it."""
        return self.is_partial or self.state is ThreeWay.ALREADY_APPLIED

    def doubted(self, places: tuple[Address, ...], doubt: Doubt = "said") -> Comparison:
        """One that a person must decide: the fault may stand at other places."""
        return replace(
            self,
            state=ThreeWay.MISSING,
            match=replace(self.match, candidates=places),
            at=None,
            alive=places,
            doubt=doubt,
        )

    @property
    def is_relocated(self) -> bool:
        """Whether the value is as it was recorded, but at another place."""
        return self.state is ThreeWay.UNCHANGED and self.match.relocated


def in_state(comparisons: Iterable[Comparison], state: ThreeWay) -> tuple[Comparison, ...]:
    """The comparisons with a state, in order."""
    return tuple(one for one in comparisons if one.state is state)
