"""Whether what a failed step was to take away keeps alive what an action mends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from specmend.document.openapi.references import references
from specmend.document.tree.values import MISSING, Tree, get, replace
from specmend.drift.action_context import ActionContext, Failed
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.heirs import is_surely_gone, lost_object
from specmend.matching.locator import Locator
from specmend.steps.step import Touch

_DECIDED: Final = frozenset({ThreeWay.ALREADY_APPLIED, ThreeWay.UNCHANGED})


def standing_blocker(context: ActionContext, comparisons: Iterable[Comparison]) -> int | None:
    """The number of the failed step because of which a lost place is judged gone, or followed.

    Upstream may have written a schema out where the old document referred to it. What a failed step
    would have changed there stands as it was.
    """
    failed = [one for one in context.failed if any(map(_refers, one.touches))]
    lost = [
        one
        for one in comparisons
        if one.state in _DECIDED and lost_object(context.old, context.new, one.intended.address)
    ]
    if not failed or not lost:
        return None
    locator = Locator(_undone(context.old, failed), context.new)
    is_other = any(_is_other(locator, one) for one in lost)
    return failed[-1].number if is_other else None


def _is_other(locator: Locator, comparison: Comparison) -> bool:
    """Whether more may be left of a place than was seen without what failed steps changed."""
    address = comparison.intended.address
    if comparison.state is ThreeWay.UNCHANGED:
        return comparison.match.whole and not locator.locate(address).whole
    return not is_surely_gone(locator.old, locator.new, address)


def _refers(touch: Touch) -> bool:
    """Whether a step would have changed what refers to something."""
    is_kept = touch.address == touch.to and touch.before is not MISSING
    if is_kept and touch.address[-1:] == ("$ref",):
        return True
    return is_kept and next(references(touch.before), None) is not None


def _undone(tree: Tree, failed: Iterable[Failed]) -> Tree:
    """The old tree with what failed steps changed as it was; their additions may stay."""
    touches = [touch for one in failed for touch in one.touches if _refers(touch)]
    for touch in reversed(touches):
        place, parent = touch.address, get(tree, touch.address[:-1])
        if isinstance(parent, list) and touch.after is MISSING:
            # The others keep their places.
            tree = replace(tree, place[:-1], [*parent, touch.before])
        elif isinstance(parent, dict) or get(tree, place) is not MISSING:
            tree = replace(tree, place, touch.before)
    return tree
