"""What a later step of the series writes over: upstream has what that one makes of it."""

from __future__ import annotations

from dataclasses import replace

from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.locator import Locator


def overwritten(after: Locator, comparison: Comparison) -> Comparison:
    """A comparison; already applied where upstream's value is the one of the whole series.

    `after` finds the places of the old tree in that after the series.
    """
    change = comparison.intended
    is_other = comparison.state is ThreeWay.DIVERGED and not comparison.alive
    if not is_other or change.kind == "members" or comparison.now is MISSING:
        return comparison
    match, is_name = after.locate(change.address), change.kind == "name"
    if not match.whole:
        return comparison
    last: Tree = match.at[-1] if is_name else get(after.new, match.at)
    # Where no other step has the last word, or it is the first one, upstream says a third thing.
    own = (change.address[-1], change.to[-1]) if is_name else (change.before, change.after)
    if not same(last, comparison.now) or any(same(last, one) for one in own):
        return comparison
    return replace(comparison, state=ThreeWay.ALREADY_APPLIED)
