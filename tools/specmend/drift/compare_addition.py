"""What the new document says where an action adds something: nothing, the same, a part, or else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from specmend.document.openapi.keywords import ANNOTATIONS, KEYWORDS, PROSE_KEYWORDS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.references import reference_of, target_at
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree, get
from specmend.drift.intended import IntendedChange
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.equivalence import is_equivalent, is_neutral
from specmend.matching.locator import Locator, Match
from specmend.matching.wrapped import (
    describes_members,
    is_null_beside,
    may_be_wrapped,
    says_nothing,
    wrapped_schema,
)

_DEEPEST: Final = 60


def compare_addition(
    locator: Locator,
    applied: Tree,
    change: IntendedChange,
) -> Iterator[Comparison]:
    """The comparison of an addition; one for each part where upstream has some of it.

    `applied` is the old tree after the action.
    """
    parent = locator.locate(change.parent)
    if not parent.whole:
        yield Comparison(
            intended=change,
            state=ThreeWay.MISSING,
            match=parent,
        )
        return
    holder = get(locator.new, parent.at)
    if not isinstance(holder, dict):
        yield Comparison(
            intended=change,
            state=ThreeWay.DIVERGED,
            match=parent,
            now=holder,
        )
        return
    # Upstream may have moved the schema into a component of its own.
    if change.key not in holder and _became_reference(locator, change, holder):
        parent = _followed(locator, parent)
    if change.key not in get(locator.new, parent.at):
        parent = _inside(locator, change, parent)
    if parent.candidates and not parent.whole:
        yield _undecided(change, parent)
        return
    addition = _Addition(
        new=locator.new,
        applied=applied,
        parent=parent,
    )
    at = (*parent.at, change.key)
    if get(locator.new, at) is MISSING:
        # Nothing stood there when the step was recorded, so upstream has done nothing yet: a value
        # that says no more than its absence was wanted all the same.
        yield addition.comparison(change, ThreeWay.UNCHANGED, at)
        return
    yield from addition.compare(change, at)


def _became_reference(
    locator: Locator,
    change: IntendedChange,
    holder: dict[str, Tree],
) -> bool:
    return "$ref" in holder and "$ref" not in get(locator.old, change.parent)


def _followed(locator: Locator, parent: Match) -> Match:
    """The place behind the reference that the parent became; the parent where it leads nowhere."""
    target = target_at(locator.new, parent.at)
    if target is None:
        return parent
    reference = reference_of(get(locator.new, parent.at))
    evidence = f"the place became a reference to {reference}"
    return replace(parent, at=target, evidence=(*parent.evidence, evidence), candidates=())


def _inside(
    locator: Locator,
    change: IntendedChange,
    parent: Match,
) -> Match:
    """The branch, or the items, that the schema went into; the parent where it did not."""
    whole = wrapped_schema(locator.old, locator.new, change.parent, parent.at)
    places = whole
    is_of_place = change.key in ANNOTATIONS or str(change.key).startswith("x-")
    if not whole:
        changed = may_be_wrapped(locator.old, locator.new, change.parent, parent.at)
        if is_of_place and is_null_beside(locator.new, parent.at):
            changed = tuple(
                one for one in changed if describes_members(locator.new, parent.at, one)
            )
        return _unsure(parent, (*changed, parent.at) if changed else ())
    if is_of_place:
        # What is said of the place, and not of its values, stays beside a union with null.
        places = tuple(place for place in whole if describes_members(locator.new, parent.at, place))
        if not places and not is_null_beside(locator.new, parent.at):
            return _unsure(parent, (*whole, parent.at) if whole else ())
    if places and says_nothing(locator.old, change.parent):
        return _unsure(parent, (*places, parent.at))
    if len(places) == 1:
        evidence = f"it went into {format_path(places[0])}"
        return replace(parent, at=places[0], evidence=(*parent.evidence, evidence))
    return _unsure(parent, places)


def _unsure(parent: Match, places: tuple[Address, ...]) -> Match:
    return replace(parent, whole=False, candidates=places) if places else parent


def _undecided(change: IntendedChange, parent: Match) -> Comparison:
    return Comparison(
        intended=change,
        state=ThreeWay.MISSING,
        match=replace(
            parent,
            candidates=tuple((*place, change.key) for place in parent.candidates),
        ),
    )


@dataclass(
    frozen=True,
    kw_only=True,
    slots=True,
)
class _Addition:
    """An addition below `parent` in the new tree; `applied` is the old tree after the action."""

    new: Tree
    applied: Tree
    parent: Match

    def compare(
        self,
        change: IntendedChange,
        at: Address,
    ) -> Iterator[Comparison]:
        """The comparison of what is added at one place of the new tree."""
        now = get(self.new, at)
        if now is MISSING:
            is_neutral_value = is_neutral(at, change.after)
            state = ThreeWay.ALREADY_APPLIED if is_neutral_value else ThreeWay.UNCHANGED
            yield self.comparison(change, state, at)
        elif self._is_there(change, now, at):
            yield self.comparison(change, ThreeWay.ALREADY_APPLIED, at)
        elif isinstance(now, dict) and _can_be_divided(change.after, at):
            yield from self._compare_parts(change, target_at(self.new, at) or at)
        else:
            yield self.comparison(change, ThreeWay.DIVERGED, at)

    def _is_there(self, change: IntendedChange, now: Tree, at: Address) -> bool:
        trees = (self.applied, self.new)
        return is_equivalent(change.after, now, *trees, key=str(at[-1]), spot=spot_at(at))

    def _compare_parts(
        self,
        change: IntendedChange,
        at: Address,
    ) -> Iterator[Comparison]:
        """Compare the members of a mapping one by one with those of the mapping that is there."""
        now = get(self.new, at)
        if not isinstance(now, dict) or len(at) > _DEEPEST:
            yield self.comparison(change, ThreeWay.DIVERGED, at)
            return
        for name, value in change.after.items():
            part = replace(
                change,
                address=(*change.address, name),
                to=(*change.to, name),
                after=value,
            )
            is_prose = name in PROSE_KEYWORDS and not isinstance(value, dict)
            if is_prose and name in now:
                yield self.comparison(
                    part,
                    ThreeWay.ALREADY_APPLIED,
                    (*at, name),
                )
            else:
                yield from self.compare(part, (*at, name))

    def comparison(
        self,
        change: IntendedChange,
        state: ThreeWay,
        at: Address,
    ) -> Comparison:
        """The comparison of what is added, with what stands at the place now."""
        return Comparison(
            intended=change,
            state=state,
            match=self.parent,
            at=at,
            now=get(self.new, at),
        )


def _can_be_divided(value: Tree, at: Address) -> bool:
    """Whether a value has parts of its own; that of a default, or an example, is one as a whole."""
    is_value = KEYWORDS.get(str(at[-1])) == "data" and spot_at(at[:-1]) == ("one", "schema")
    return isinstance(value, dict) and "$ref" not in value and not is_value
