"""Which places of a rule its target reaches on the new document, and which it passes over."""

from __future__ import annotations

from specmend.document.tree.pointer import Address
from specmend.drift.action_context import ActionContext
from specmend.drift.intended import REMOVALS
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.locator import Match

_Comparisons = tuple[Comparison, ...]


def passed_over(context: ActionContext, comparisons: _Comparisons) -> _Comparisons:
    """Those whose fault may still be where the rule does not reach it any more."""
    passed = [one for one in comparisons if _may_be_passed_over(context, one)]
    return (*passed, *(_beside(one) for one in comparisons if _is_written_beside(context, one)))


def selected(context: ActionContext, comparisons: _Comparisons) -> _Comparisons:
    """Those whose target the action selects in the new document too."""
    return tuple(one for one in comparisons if target_now(context, one) in context.targets_now)


def target_now(
    context: ActionContext,
    comparison: Comparison,
) -> Address | None:
    """Where the target of a place stands in the new document, if it is there as a whole."""
    match = target_match(context, comparison)
    return match.at if match.whole else None


def target_match(context: ActionContext, comparison: Comparison) -> Match:
    """Where the target that a place is part of stands in the new document."""
    target = context.target_of(comparison)
    return context.locate(target or ())


def _may_be_passed_over(context: ActionContext, comparison: Comparison) -> bool:
    doubts = comparison.alive
    if comparison.state is ThreeWay.MISSING and not doubts:
        # A candidate is what holds the place: by the same keys it is inside of it.
        keys = comparison.intended.address[comparison.match.matched_depth + 1 :]
        doubts = tuple((*candidate, *keys) for candidate in comparison.match.candidates)
    return any(not _is_reached(context, comparison, place) for place in doubts)


def _is_reached(
    context: ActionContext,
    comparison: Comparison,
    place: Address,
) -> bool:
    """Whether the target selects a place, as it selected the recorded one; or what is removed."""
    targets = context.targets_now
    if context.action.verb in REMOVALS and _is_in(targets, place):
        return True
    target = context.target_of(comparison) or ()
    below = len(comparison.intended.address) - len(target)
    return place[: len(place) - below] in targets


def _is_in(targets: frozenset[Address], place: Address) -> bool:
    return any(place[:length] in targets for length in range(len(place) + 1))


def _is_written_beside(context: ActionContext, comparison: Comparison) -> bool:
    """Whether a rule still selects its target, but would write beside the place that moved."""
    now = target_now(context, comparison)
    if not comparison.is_relocated or now is None or now not in context.targets_now:
        return False
    target = context.target_of(comparison) or ()
    return comparison.at != (*now, *comparison.intended.address[len(target) :])


def _beside(comparison: Comparison) -> Comparison:
    return comparison.doubted(() if comparison.at is None else (comparison.at,))
