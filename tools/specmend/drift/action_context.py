"""One action between two documents: what it did on the old one, what it meets on the new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from jsonpath_rfc9535.segments import JSONPathChildSegment, JSONPathSegment
from jsonpath_rfc9535.selectors import NameSelector

from specmend.document.jsonpath.select import compile_query, places_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.as_made import as_made
from specmend.drift.comparison import comparisons
from specmend.drift.counted import action_now
from specmend.drift.intended import intended_changes
from specmend.drift.overwritten import overwritten
from specmend.drift.proven import proven
from specmend.drift.sent_otherwise import sent_elsewhere
from specmend.drift.shared import unshared
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.errors import QueryError
from specmend.matching.locator import Locator, Match
from specmend.steps.apply_action import ActionResult
from specmend.steps.positional import uses_index
from specmend.steps.step import Action, Touch


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class Failed:
    """A step that needs a person, with what it would have changed in the old document.

    `renamed` are the places to which it would have given a name.
    """

    number: int
    touches: tuple[Touch, ...]
    renamed: tuple[Address, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ActionContext:
    """An action of a step between the old and the new tree, each after the steps before it.

    `result` is what the action does on the old tree; `failed` are the earlier steps that failed.
    `after` is the old tree after the whole series, where there is one.
    """

    step: int
    action: Action
    old: Tree
    new: Tree
    result: ActionResult
    after: Tree = MISSING
    failed: Sequence[Failed] = ()

    @cached_property
    def ours(self) -> tuple[Locator, ...]:
        """What the old tree has after the action, and after the whole series."""
        trees = [self.result.tree]
        if self.after is not MISSING and self.after is not self.result.tree:
            trees.append(self.after)
        return tuple(Locator(self.old, tree) for tree in trees)

    @cached_property
    def locator(self) -> Locator:
        """Where the places of the old tree stand in the new one."""
        return Locator(self.old, self.new)

    def locate(self, address: Address) -> Match:
        """Where a place of the old tree stands in the new one."""
        return self.locator.locate(address)

    @property
    def only_match(self) -> Match | None:
        """Where the one target of the action stands now; None where it had several."""
        if len(self.recorded) != 1:
            return None
        return self.locate(self.recorded[0])

    @cached_property
    def recorded(self) -> tuple[Address, ...]:
        """The places that the target selects in the old tree."""
        return selected(self.action.target, self.old)

    @cached_property
    def targets(self) -> frozenset[Address]:
        """The recorded places, to look one up among many."""
        return frozenset(self.recorded)

    @cached_property
    def selected(self) -> tuple[Address, ...]:
        """The places that the target selects in the new tree."""
        return selected(self.present_action.target, self.new)

    @cached_property
    def targets_now(self) -> frozenset[Address]:
        """The places selected in the new tree, to look one up among many."""
        return frozenset(self.selected)

    @cached_property
    def action_now(self) -> Action | None:
        """The action with the recorded members named anew; None where these are not known."""
        return action_now(self.locator, self.action)

    @property
    def present_action(self) -> Action:
        """The action as it is to be made on the new tree."""
        return self.action_now or self.action

    @cached_property
    def recorded_now(self) -> tuple[Address, ...]:
        """Where the recorded places stand in the new tree, as far as they are there."""
        matches = map(self.locate, self.recorded)
        return tuple(match.at for match in matches if match.whole)

    @cached_property
    def joined(self) -> tuple[Address, ...]:
        """The places that the target selects in the new tree only."""
        target = self.present_action.target
        if compile_query(target).singular_query() or uses_index(target):
            return ()
        known = set(self.recorded_now)
        return tuple(place for place in self.selected if place not in known)

    @cached_property
    def left(self) -> tuple[Address, ...]:
        """The places that the target selects in the old tree only."""
        selected_now = set(self.selected)
        left = []
        for place in self.recorded:
            match = self.locate(place)
            if not match.whole or match.at not in selected_now:
                left.append(place)
        return tuple(left)

    @property
    def is_rule(self) -> bool:
        """Whether the action is a rule over many places."""
        return len(self.recorded) > 1 or bool(self.joined)

    @property
    def names_each_place(self) -> bool:
        """Whether the target has no wildcards, filters or descendants."""
        query = compile_query(self.action.target)
        return all(map(_has_names_only, query.segments))

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What the new document says at each place that the action changed in the old one."""
        compared = (
            self._proven(comparison)
            for change in intended_changes(self.action, self.result)
            for comparison in comparisons(
                self.locator,
                self.result.tree,
                change,
            )
        )
        return unshared(self.locator, compared)

    def _proven(self, comparison: Comparison) -> Comparison:
        made = as_made(self.locator, self.result.tree, comparison, self.after)
        found = _without_stranger(proven(self.locator, self.ours, made))
        return sent_elsewhere(self.locator, overwritten(self.ours[-1], found))

    def is_under_target(self, comparison: Comparison) -> bool:
        """Whether a place is part of what the target selects, and was not changed in passing.

        An edit that renames a schema, as an example, changes the references to it in passing.
        """
        return self.target_of(comparison) is not None

    def target_of(self, comparison: Comparison) -> Address | None:
        """The recorded place that a compared place is part of; the innermost of several."""
        address = comparison.intended.address
        for length in range(
            len(address),
            -1,
            -1,
        ):
            if address[:length] in self.targets:
                return address[:length]
        return None


def _without_stranger(comparison: Comparison) -> Comparison:
    """A comparison in which a member of a list that may be a stranger is but a candidate.

    What upstream says there counts where it says what is intended, or a third thing.
    """
    depth, at = comparison.match.unsure_depth, comparison.at
    if depth is None or at is None or comparison.state is not ThreeWay.UNCHANGED:
        return comparison
    below = len(comparison.intended.address) - depth - 1
    stranger = at[: len(at) - below]
    match = replace(
        comparison.match,
        whole=False,
        matched_depth=depth,
        candidates=(stranger,),
    )
    return replace(
        comparison,
        state=ThreeWay.MISSING,
        at=None,
        match=match,
    )


def selected(
    query: str,
    tree: Tree,
) -> tuple[Address, ...]:
    """The places that a query selects; none where it is too much work on this document."""
    try:
        return places_of(tree, query)
    except QueryError:
        return ()


def _has_names_only(segment: JSONPathSegment) -> bool:
    if not isinstance(segment, JSONPathChildSegment):
        return False
    return all(isinstance(selector, NameSelector) for selector in segment.selectors)
