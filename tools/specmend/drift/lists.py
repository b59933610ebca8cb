"""What a list of the new document decides by itself, whatever is said elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.openapi.kinds import spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, same
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.described import in_place
from specmend.matching.locator import Locator


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


def inside_of_list(locator: Locator, comparison: Comparison) -> tuple[Address, ...]:
    """Where recorded branches are now, if they went into a branch that joined beside them.

    That may refer to what has them. A branch of `oneOf` beside it is not a branch beside them:
    exactly one must fit (JSON Schema core section 10.2.1.3). And one that is to be removed is what
    is there, and not what looks like it in the outer list.
    """
    change, at = comparison.intended, comparison.at
    if at is None:
        return ()
    if change.kind == "members" and change.key == "oneOf":
        before, now, key = change.before, comparison.now, change.key
        lost = [one for one in change.before if not _has_one(_listed(now), [one])]
    elif change.after is MISSING and isinstance(change.key, int) and _is_branch(change.address):
        before, now = get(locator.old, change.parent), get(locator.new, at[:-1])
        lost, at, key = [change.before], at[:-1], str(change.parent[-1])
    else:
        return ()
    return tuple(
        (*place, key)
        for index, member in enumerate(_listed(now) if lost else ())
        if isinstance(member, dict) and not _has_one(before, [member])
        for place in in_place(locator.new, (*at, index))
        if _has_one(get(locator.new, (*place, key)), lost)
    )


def _is_branch(address: Address) -> bool:
    return address[-2] in COMPOSITIONS and spot_at(address[:-2]) == ("one", "schema")


def _listed(value: Tree) -> list[Tree]:
    return value if isinstance(value, list) else []


def _has_one(members: Tree, others: Iterable[Tree]) -> bool:
    """Whether a list has a member of another one."""
    return any(same(one, other) for one in _listed(members) for other in others)


def _has_more(comparison: Comparison) -> bool:
    change, now = comparison.intended, comparison.now
    if comparison.at is None or now is MISSING or change.kind != "value":
        return False
    # One type may be written without a list.
    members = now if isinstance(now, list) else [now]
    return not all(any(same(one, other) for other in change.after) for one in members)
