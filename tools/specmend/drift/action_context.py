"""One action between two documents: what it did on the old one, and what it meets on the new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from specmend.document.jsonpath.select import compile_query, select
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.drift.comparison import Comparison, comparisons
from specmend.drift.intended import intended_changes
from specmend.errors import QueryError
from specmend.matching.locator import Locator
from specmend.steps.apply_action import ActionResult
from specmend.steps.positional import uses_index
from specmend.steps.step import Action, Touch


@dataclass(frozen=True, kw_only=True, slots=True)
class Failed:
    """A step that needs a person, with what it would have changed in the old document."""

    number: int
    touches: tuple[Touch, ...]


@dataclass(frozen=True, kw_only=True)
class ActionContext:
    """An action of a step between the old and the new tree, as the steps before leave both.

    `made` is what it does on the old tree.
    """

    step: int
    action: Action
    old: Tree
    new: Tree
    made: ActionResult
    failed: Sequence[Failed] = field(default=())

    @cached_property
    def locator(self) -> Locator:
        """Where the places of the old tree stand in the new one."""
        return Locator(self.old, self.new)

    @cached_property
    def recorded(self) -> tuple[Address, ...]:
        """The places that the target selects in the old tree."""
        return selected(self.action.target, self.old)

    @cached_property
    def selected(self) -> tuple[Address, ...]:
        """The places that the target selects in the new tree."""
        return selected(self.action.target, self.new)

    @cached_property
    def joined(self) -> tuple[Address, ...]:
        """The places that the target selects in the new tree only."""
        if compile_query(self.action.target).singular_query() or uses_index(self.action.target):
            return ()
        known = {found.at for place in self.recorded if (found := self.locator.locate(place)).whole}
        return tuple(place for place in self.selected if place not in known)

    @cached_property
    def left(self) -> tuple[Address, ...]:
        """The places that the target selects in the old tree only."""
        now = set(self.selected)
        return tuple(
            place
            for place in self.recorded
            if not (found := self.locator.locate(place)).whole or found.at not in now
        )

    @property
    def wide(self) -> bool:
        """Whether the action is a rule over many places."""
        return len(self.recorded) > 1 or bool(self.joined)

    @property
    def enumerates(self) -> bool:
        """Whether the target names each of its places: without wildcards, filters and descendants."""
        from jsonpath_rfc9535.segments import JSONPathChildSegment
        from jsonpath_rfc9535.selectors import NameSelector

        return all(
            isinstance(segment, JSONPathChildSegment)
            and all(isinstance(s, NameSelector) for s in segment.selectors)
            for segment in compile_query(self.action.target).segments
        )

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What the new document says at each place that the action changed in the old one."""
        wants = intended_changes(self.action, self.made)
        return tuple(
            one for want in wants for one in comparisons(self.locator, self.made.tree, want)
        )

    def under_target(self, standing: Comparison) -> bool:
        """Whether a place is part of what the target selects, and not something that only follows."""
        address = standing.intended.address
        return any(address[:length] in self.targets for length in range(len(address) + 1))

    @cached_property
    def targets(self) -> frozenset[Address]:
        """The recorded places, to look one up among many."""
        return frozenset(self.recorded)


def selected(query: str, tree: Tree) -> tuple[Address, ...]:
    """The places that a query selects; none where it is too much for this document."""
    try:
        return select(query, tree)
    except QueryError:
        return ()
