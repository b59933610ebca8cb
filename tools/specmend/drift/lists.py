"""What a list of the new document decides by itself, whatever is said elsewhere."""

from __future__ import annotations

from specmend.document.tree.values import MISSING, same
from specmend.drift.three_way import Comparison, ThreeWay


def is_decided_by_list(comparison: Comparison) -> bool:
    """Whether a member to remove is still there in part, or a list that was set has more members.

    A list that is set as a whole lets nothing through that upstream adds.
    """
    change = comparison.intended
    if comparison.state is ThreeWay.DIVERGED and isinstance(change.after, list):
        return _has_more(comparison)
    is_removed = change.after is MISSING and isinstance(change.key, int)
    if comparison.state is ThreeWay.MISSING:
        return is_removed and bool(comparison.match.candidates)
    return is_removed and comparison.state is ThreeWay.DIVERGED


def _has_more(comparison: Comparison) -> bool:
    change, now = comparison.intended, comparison.now
    if comparison.at is None or now is MISSING or change.kind != "value":
        return False
    # One type may be written without a list.
    members = now if isinstance(now, list) else [now]
    return not all(any(same(one, other) for other in change.after) for one in members)
