"""Copies that upstream made of what a step mends: there the fault would stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from specmend.document.openapi.keywords import SETS
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard
from specmend.document.tree.values import get
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.judgment import Judgment, asked
from specmend.drift.subjects import subjects
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.copies import Copies
from specmend.matching.described import whole
from specmend.matching.guesses import is_telling
from specmend.matching.index import leaves_in
from specmend.matching.sayings import Saying, own_sayings, sayings, without
from specmend.matching.spelling import BRANCH, EXAMPLE
from specmend.steps.step import Verdict

_DECIDED: Final = frozenset({Verdict.APPLIES, Verdict.MOVED, Verdict.ALREADY_UPSTREAM})

_SEVERAL: Final = SETS | {BRANCH, EXAMPLE}
"""Keywords that say several things beside each other: another one is another thing."""


def without_copies(context: ActionContext, judgment: Judgment) -> Judgment:
    """The judgment; a conflict where copies of what the action mends keep the fault.

    Upstream may have written a component out at some places that referred to it, or may have made
    another one of it for them.
    """
    if judgment.verdict not in _DECIDED:
        return judgment
    # What a failed step would have made or named, nobody refers to in the new document.
    ours = frozenset(touch.to for failed in context.failed for touch in failed.touches)
    copies = Copies(context.locator, ours)
    places = [
        place
        for one in judgment.comparisons
        if one.state in (ThreeWay.UNCHANGED, ThreeWay.ALREADY_APPLIED)
        for place in _unmended(context, copies, judgment, one)
    ]
    if not places:
        return judgment
    conflict = asked(context, judgment, messages.not_reached(tuple(dict.fromkeys(places))))
    if len(judgment.remaining) != 1:
        return conflict
    # Who keeps the action has it where its target is now.
    return replace(conflict, remaining=judgment.remaining, found=judgment.found)


def _unmended(
    context: ActionContext, copies: Copies, judgment: Judgment, comparison: Comparison
) -> Iterator[Address]:
    """The places in copies that do not say what a change wants, after the action was made.

    Where the component itself has another name, any copy of it may be what it became.
    """
    made, is_moved = judgment.tree, judgment.verdict is Verdict.MOVED
    subject = next(subjects(comparison.intended.address), ())
    places = tuple(copies.around(subject))
    if not places:
        return
    wish, home = _wish(context, subject), context.locate(subject)
    for shared, copy in places:
        at = (*copy, *subject[len(shared) :])
        if at == home.at or not isinstance(get(made, at), dict):
            continue
        said = get(context.old, shared)
        was, now = leaves_in(said), leaves_in(get(context.new, copy))
        is_alike = jaccard(was, now) >= ENOUGH
        is_of_it = is_alike or len(was & now) >= ENOUGH * len(was)
        outer = whole(copy)
        around = own_sayings(made, outer) if outer != copy else ()
        is_decided = any(one.keyword in wish.added for one in around)
        is_whole = is_telling(said) and was <= now
        may_lack = (is_alike or is_moved or is_whole) and not is_decided
        if is_of_it and wish.is_open(sayings(made, at), may_lack=may_lack):
            yield at


def _wish(context: ActionContext, subject: Address) -> _Wish:
    was, shall = own_sayings(context.old, subject), own_sayings(context.result.tree, subject)
    kept = {one.key for one in sayings(context.result.tree, subject)}
    fault = [one for one in without(was, shall) if one.key not in kept]
    return _Wish(fault=fault, wanted=without(shall, was))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wish:
    """What an action takes away from an object, and what it adds."""

    fault: Sequence[Saying]
    wanted: Sequence[Saying]

    @property
    def added(self) -> set[str]:
        """The keywords of what is added, and stands in the place of nothing."""
        return {one.keyword for one in self.wanted} - {one.keyword for one in self.fault}

    def is_open(self, said: Sequence[Saying], *, may_lack: bool) -> bool:
        """Whether a copy says the fault, or another value in its place, or lacks what is added.

        Only what is much like the component may lack something, where nothing around says it.
        """
        keys = {one.key for one in said if one.reach != "inside"}
        if any(one.key in keys for one in self.fault):
            return True
        replaced = {one.keyword for one in self.fault} - _SEVERAL
        lacking = [one for one in self.wanted if one.key not in keys]
        values = {keyword for keyword, _ in keys}
        if any(one.keyword in replaced and one.keyword in values for one in lacking):
            return True
        return may_lack and any(one.keyword not in replaced for one in lacking)
