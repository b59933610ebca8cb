"""What a list of the new document decides by itself, whatever is said elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.described import in_place


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


def inside_of_list(tree: Tree, comparison: Comparison) -> tuple[Address, ...]:
    """Where recorded branches of a `oneOf` are now, if they went into one of its branches.

    That may refer to what has them. A branch beside that one is not a branch beside them: of
    `oneOf`, exactly one must fit (JSON Schema core section 10.2.1.3).
    """
    change, now, at = comparison.intended, comparison.now, comparison.at
    if change.kind != "members" or change.key != "oneOf" or at is None:
        return ()
    branches = now if isinstance(now, list) else []
    lost = [one for one in change.before if not _has_one(branches, [one])]
    return tuple(
        (*place, change.key)
        for index, member in enumerate(branches if lost else ())
        if isinstance(member, dict) and not _has_one(change.before, [member])
        for place in in_place(tree, (*at, index))
        if _has_one(get(tree, (*place, change.key)), lost)
    )


def _has_one(members: Tree, others: Iterable[Tree]) -> bool:
    """Whether a list has a member of another one."""
    listed = members if isinstance(members, list) else []
    return any(same(one, other) for one in listed for other in others)


def _has_more(comparison: Comparison) -> bool:
    change, now = comparison.intended, comparison.now
    if comparison.at is None or now is MISSING or change.kind != "value":
        return False
    # One type may be written without a list.
    members = now if isinstance(now, list) else [now]
    return not all(any(same(one, other) for other in change.after) for one in members)
