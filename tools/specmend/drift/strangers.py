"""The last word on a judgment: no action mends what it was not recorded for, unless it may."""

from __future__ import annotations

from dataclasses import replace

from specmend.document.tree.pointer import Address, format_path
from specmend.drift import messages
from specmend.drift.action_context import ActionContext, selected
from specmend.drift.judgment import Judgment, asked
from specmend.drift.newcomers import newcomers_to_ask_about
from specmend.drift.reach import target_now
from specmend.drift.three_way import ThreeWay
from specmend.steps.place_query import place_query
from specmend.steps.step import Verdict


def without_strangers(
    context: ActionContext,
    judgment: Judgment,
) -> Judgment:
    """The judgment; where an action would mend strangers, one by which a person is asked."""
    if judgment.verdict not in {Verdict.APPLIES, Verdict.MOVED}:
        return judgment
    if context.action_now is None:
        return asked(context, judgment, messages.counts_others(context))
    newcomers = newcomers_to_ask_about(context)
    if newcomers:
        # What was recorded is as it was: only what joined needs a person.
        kept = _needed(context, judgment)
        conflict = asked(context, judgment, messages.joined(newcomers, kept))
        targets = tuple(place_query(context.new, place) for place in kept)
        return replace(conflict, comparisons=(), kept=targets)
    is_as_recorded = context.action_now == context.action
    if is_as_recorded or judgment.remaining or judgment.tree is context.new:
        return judgment
    moved_to, evidence = _other_number(context)
    return replace(
        judgment,
        verdict=Verdict.MOVED,
        message=messages.moved_to(moved_to, evidence),
        moved_to=moved_to,
        evidence=evidence,
        remaining=(context.action_now,),
    )


def _needed(context: ActionContext, judgment: Judgment) -> tuple[Address, ...]:
    """The targets of the rule that still say what it was recorded on."""
    open_ = (one for one in judgment.comparisons if one.state is ThreeWay.UNCHANGED)
    targets = dict.fromkeys(target_now(context, one) for one in open_)
    return tuple(at for at in targets if at is not None)


def _other_number(context: ActionContext) -> tuple[Address | None, str]:
    """Where the recorded place stands now, and why the action must name it otherwise."""
    action = context.action
    for query in filter(None, (action.target, action.copy)):
        for place in selected(query, context.old):
            match = context.locate(place)
            for depth, (before, now) in enumerate(zip(place, match.at, strict=False)):
                if match.whole and before != now:
                    members = format_path(match.at[:depth])
                    return match.at, f"member {before} of {members} is member {now} now"
    match = context.locate(context.recorded[0])
    is_selected = match.at in selected(action.target, context.new)
    others = "selects others beside it" if is_selected else "does not select it any more"
    return match.at, f"the target {others}"
