"""New places with the fault that a filter mends elsewhere, and that its rule does not reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from jsonpath_rfc9535.segments import JSONPathChildSegment
from jsonpath_rfc9535.selectors import FilterSelector, NameSelector

from specmend.document.jsonpath.select import compile_query
from specmend.document.openapi.kinds import Spot, spot_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, same
from specmend.drift import messages
from specmend.drift.action_context import ActionContext, selected
from specmend.drift.judgment import Judgment
from specmend.steps.step import Verdict

_TOLD: Final = frozenset({Verdict.APPLIES, Verdict.MOVED, Verdict.ALREADY_UPSTREAM})


def with_unreached(context: ActionContext, judgment: Judgment) -> Judgment:
    """The judgment of an action that is made or retired, with the places that it does not reach."""
    if judgment.verdict not in _TOLD:
        return judgment
    places = unreached(context)
    if not places:
        return judgment
    told = filter(None, [judgment.message, messages.unreached(places)])
    return replace(judgment, message="; ".join(told), unreached=places)


def unreached(context: ActionContext) -> tuple[Address, ...]:
    """The places of the new document alone that the filter of a rule fits, but not its path.

    They are of the same kind as those of the rule, and say what the rule was recorded on.
    """
    everywhere, depth = _anywhere(context.present_action.target)
    if not everywhere or not context.is_rule:
        return ()
    kinds = {_kind(place, depth) for place in context.recorded}
    befores = _befores(context)
    places = [
        place
        for place in selected(everywhere, context.new)
        if place not in context.targets_now
        and _kind(place, depth) in kinds
        and not _is_as_before(context, place[: len(place) - depth])
        and _says(context, place, befores)
    ]
    return tuple(_without_moved(context, everywhere, places)) if places else ()


def _is_as_before(context: ActionContext, member: Address) -> bool:
    return same(get(context.old, member), get(context.new, member))


def _without_moved(
    context: ActionContext,
    everywhere: str,
    places: Iterable[Address],
) -> Iterator[Address]:
    """The places that are new; what was left out when the step was recorded may have moved."""
    matches = map(context.locate, selected(everywhere, context.old))
    known = {match.at for match in matches if match.whole}
    return (place for place in places if place not in known)


def _anywhere(target: str) -> tuple[str, int]:
    """The last filter of a query at any place, and how many keys follow it; empty without one."""
    segments = compile_query(target).segments
    for depth, segment in enumerate(reversed(segments)):
        is_plain = isinstance(segment, JSONPathChildSegment) and len(segment.selectors) == 1
        selector = segment.selectors[0]
        if is_plain and isinstance(selector, FilterSelector):
            rest = map(str, segments[len(segments) - depth :])
            return f"$..{segment}{''.join(rest)}", depth
        if not is_plain or not isinstance(selector, NameSelector):
            break
    return "", 0


def _kind(place: Address, depth: int) -> tuple[Spot, str | int]:
    """What the filter selects: the kind of object, and of a member the key of its list."""
    member = place[: len(place) - depth]
    is_listed = len(member) > 1 and isinstance(member[-1], int)
    return spot_at(member), member[-2] if is_listed else ""


_Befores = dict[Address, list[Tree]]
"""What stood where the rule changes something, by its place as seen from the target."""


def _befores(context: ActionContext) -> _Befores:
    befores: _Befores = {}
    for comparison in filter(context.is_under_target, context.comparisons):
        change = comparison.intended
        target = context.target_of(comparison) or ()
        befores.setdefault(change.address[len(target) :], []).append(change.before)
    return befores


def _says(context: ActionContext, place: Address, befores: _Befores) -> bool:
    """Whether a place says everywhere what one of the recorded places said there."""
    for below, values in befores.items():
        now = get(context.new, (*place, *below))
        if not any(same(now, value) for value in values):
            return False
    return bool(befores)
