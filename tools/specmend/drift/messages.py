"""The messages of verdicts: what a person reads beside each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree
from specmend.drift.action_context import ActionContext
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.errors import ActionFailed
from specmend.steps.expectation import describe
from specmend.steps.step import Action, Expectation
from specmend.steps.step_name import digits_of

_LONGEST: Final = 80
_SHOWN: Final = 3

_DOUBTS: Final[Mapping[str, str]] = {
    "shared": "{where} is now {others}, which others share",
    "wrapped": "another schema came around it: {where} may be {others} now",
    "open": "upstream does not limit {others} any more, and so allows what the step takes away",
    "alike": "{where} is gone; {others} looks like it, but that is no proof",
}

_CONFLICTS: Final[Mapping[str, str]] = {
    "version": "{where}: {ours} says nothing in the version of OpenAPI that upstream has now",
    "type": "{where}: {ours} was for another type than the schema has now",
    "sent": "{where}: upstream sends this parameter elsewhere now, for its `in` is another one",
}


def value(tree: Tree) -> str:
    """A value on one line, cut to 80 characters; `absent` for none."""
    return one_line(tree, _LONGEST)


def path(address: Address | None) -> str:
    """An address as a JSONPath; `nowhere` for none."""
    return "nowhere" if address is None else format_path(address)


def already_upstream(
    comparisons: Sequence[Comparison],
    *,
    lists_missing: bool = False,
) -> str:
    """Upstream has the change; with `lists_missing`, the places that are gone are listed too."""
    there = [one for one in comparisons if one.at is not None and one.now is not MISSING]
    if not there:
        return _absent_upstream(comparisons)
    more = ""
    if len(there) > 1:
        more = f" and {len(there) - 1} more"
    if lists_missing:
        missing = [one.intended.address for one in comparisons if one.at is None]
        more += f"; removed: {_listed(missing)}"
    return f"upstream already says this: {path(there[0].at)}{more}"


def applies(
    context: ActionContext,
    comparisons: Sequence[Comparison],
) -> str:
    """The step is still needed; what is different about it, or nothing."""
    parts = []
    # What is nowhere, and as it should be, is no part that upstream has.
    applied = _places(one for one in comparisons if one.has_applied_part)
    if applied:
        parts.append(f"upstream already has a part: {_listed(applied)}")
    if context.joined:
        parts.append(f"joined: {_listed(context.joined)}")
    if context.is_rule and context.left:
        parts.append(f"left: {_listed(context.left)}")
    return "; ".join(parts)


def applied_parts(comparisons: Sequence[Comparison]) -> str:
    """The parts that are there already, to be added to the message of an action that fails."""
    places = _places(one for one in comparisons if one.has_applied_part)
    if not places:
        return ""
    return f"; upstream already has a part: {_listed(places)}"


def applied_names(names: Sequence[str]) -> str:
    """The names that a table of names need not change any more."""
    return f"upstream already has a part: {', '.join(names)}"


def twins(address: Address, others: Sequence[Address]) -> str:
    """Upstream added what a step adds, under another name."""
    return f"upstream added {_listed(others)}, which says the same as {path(address)}"


def unused(address: Address) -> str:
    """What a step adds, and what others referred to."""
    return f"nothing refers to {path(address)} any more"


def removed(addresses: Iterable[Address]) -> str:
    """The places that are gone, so that nothing is to be made there."""
    return f"removed: {_listed(list(addresses))}"


def shared_now(name: str, at: Address) -> str:
    """A parameter of one operation that others share in the new document."""
    return f"upstream moved {name} to {path(at)}, where others share it"


def in_several_places(name: str, places: Iterable[Address]) -> str:
    """A parameter that no single target selects any more."""
    return f"upstream declares {name} in several places now: {_listed(list(places))}"


def taken(old: str, new: str) -> str:
    """Something else has the new name."""
    return f"{old} was to become {new}, which is taken by something else"


def exchanged(action: Action) -> str:
    """Upstream exchanged some of the names, or some of what has them."""
    names = ", ".join(map(str, action.parameters["names"]))
    return f"upstream exchanged some of the names {names} itself; the step would change them back"


def half_renamed(old: str, new: str, at: Address) -> str:
    """Upstream has the new name, and one place that says the old one still."""
    return f"upstream has {new} now, but {path(at)} still says {old}"


def conflict(comparison: Comparison) -> str:
    """The three values: recorded, upstream's and ours."""
    change = comparison.intended
    if change.kind == "name":
        return _conflict_of_names(comparison)
    where = path(comparison.at or change.address)
    if comparison.doubt in _CONFLICTS:
        return _CONFLICTS[comparison.doubt].format(where=where, ours=value(change.after))
    return (
        f"{where}: recorded {value(change.before)}, "
        f"upstream now {value(comparison.now)}, ours {value(change.after)}"
    )


def _conflict_of_names(comparison: Comparison) -> str:
    old, new = comparison.intended.address[-1], comparison.intended.to[-1]
    if isinstance(comparison.now, str) and comparison.now not in {old, new}:
        return f"{old} was to become {new}, and upstream calls it {comparison.now} now"
    if comparison.at and comparison.at[-1] == old:
        return f"{old} was to become {new}, which is taken: upstream has both"
    return taken(str(old), str(new))


def gone(
    comparison: Comparison,
    candidates: Sequence[Address],
) -> str:
    """The place is not there any more."""
    if comparison.alive:
        return _alive(comparison)
    depth = comparison.match.matched_depth + 1
    address = comparison.intended.address[:depth]
    lost = path(address)
    if tuple(candidates) == (address,):
        return f"{lost} says little of what it said: another one may have its place"
    if len(candidates) > 1:
        return f"{lost} is gone; it may be {_listed(candidates)}, which cannot be told apart"
    if candidates:
        return f"{lost} is gone; it may be {path(candidates[0])}, but the evidence is weak"
    return f"{lost} is gone"


def still_there(
    comparison: Comparison,
    candidates: Sequence[Address],
) -> str:
    """What an action mends is gone, but not all of it."""
    if comparison.state is ThreeWay.UNCHANGED:
        return f"a part is gone, but {path(comparison.at)} is as it was"
    return gone(comparison, candidates)


def _alive(comparison: Comparison) -> str:
    """The fault is gone from its place, but may stand at another one."""
    change = comparison.intended
    where, others = path(change.address), _listed(comparison.alive)
    if comparison.doubt in _DOUBTS:
        return _DOUBTS[comparison.doubt].format(where=where, others=others)
    if comparison.alive == (change.address,):
        return f"{where} is something else now, which may be the same thing"
    if change.after is MISSING:
        return f"{where} is gone, but {others} may be the same thing at another place"
    return f"{where} is as the step wants it, but {others} may still say the old thing"


def not_reached(places: Sequence[Address]) -> str:
    """What the step mends is said at another place as well, or in a copy."""
    return f"{_listed(places)} would keep the fault: the step does not reach it"


def unselected(context: ActionContext) -> str:
    """The place is there, but the target does not select it."""
    if not context.recorded_now:
        return f"the target {context.action.target} selects nothing any more"
    return f"{_listed(context.recorded_now)} does not fit the target any more"


def moved(comparison: Comparison) -> str:
    """Where the place is now, and why that is so."""
    return moved_to(comparison.at, "; ".join(comparison.match.evidence))


def moved_to(
    address: Address | None,
    evidence: str,
) -> str:
    """Where a target is now, and why that is so."""
    return f"it is now {path(address)}: {evidence}"


def joined(places: Sequence[Address], kept: Sequence[Address]) -> str:
    """A rule selects places that it was not recorded for, beside those where it is needed."""
    more = f"; with theirs the rule stays at {_listed(kept)} alone" if kept else ""
    return f"the rule would also change what joined it: {_listed(places)}{more}"


def unreached(places: Sequence[Address]) -> str:
    """New places with the same fault, which the path of a rule does not lead to."""
    return f"the same fault, not reached: {_listed(places)}"


def counts_others(context: ActionContext) -> str:
    """The action counts members of lists, and would count others now."""
    places = context.selected or context.recorded_now
    return f"the action counts members of lists, and they are others now: {_listed(places)}"


def blocked(step: int) -> str:
    """An earlier step failed that this one needs."""
    return f"it builds on step {digits_of(step)}, which needs a person"


def refused(error: ActionFailed) -> str:
    """The action cannot be made."""
    return f"{error} at {path(error.address)}" if error.address else str(error)


def never_matched(target: str) -> str:
    """The target selects nothing on either document."""
    return f"the target {target} selects nothing, and did not when the step was recorded"


def nothing_to_do(*, is_allowed: bool) -> str:
    """The action changes nothing."""
    if is_allowed:
        return "it changes nothing, which is allowed"
    return "the document says so already"


def unrecorded() -> str:
    """The action did nothing on the old document, so that there is nothing to compare with."""
    return "it applies here, but did nothing on the old document"


def unexpected(found: Expectation, expected: Expectation) -> str:
    """What is found is not what was recorded."""
    return f"recorded {describe(expected)}, upstream now {describe(found)}"


def optional(reason: str) -> str:
    """The target selects nothing, and the step says why it may."""
    return f"the target selects nothing, which is allowed: {reason.strip()}"


def _absent_upstream(comparisons: Iterable[Comparison]) -> str:
    """Upstream has the change because something is not there, or what held it."""
    comparisons = tuple(comparisons)
    for one in comparisons:
        lost = one.intended.address[: one.match.matched_depth + 1]
        if one.intended.only_removes and lost != one.intended.address and not one.match.whole:
            return f"upstream removed {path(lost)}"
    if any(one.intended.after is not MISSING for one in comparisons):
        return "upstream leaves it out, which means the same"
    return "upstream already removed it"


def _places(comparisons: Iterable[Comparison]) -> list[Address]:
    return [one.at for one in comparisons if one.at is not None]


def _listed(addresses: Sequence[Address]) -> str:
    shown = ", ".join(map(path, addresses[:_SHOWN]))
    more = len(addresses) - _SHOWN
    if more > 0:
        return f"{shown} and {more} more"
    return shown
