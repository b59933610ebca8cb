"""Whether the fault of an action that upstream seems to have made may still be there."""

from __future__ import annotations

from dataclasses import replace

from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.intended import REMOVALS
from specmend.drift.judgment import Judgment, candidates_of
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.drift.value_actions import VALUE_ACTIONS
from specmend.steps.step import Verdict


def confirmed(context: ActionContext, judgment: Judgment) -> Judgment:
    """The judgment; `gone` in place of `already-upstream` where the fault may still be there.

    A place that may have another name counts too: a person looks at its candidates.
    """
    if judgment.verdict is not Verdict.ALREADY_UPSTREAM:
        return judgment
    # What is judged name by name has comparisons of its own.
    compared = judgment.comparisons or context.comparisons
    if context.action.verb in REMOVALS:
        # What names a removed thing goes with it.
        compared = context.comparisons
    open_ = tuple(one for one in compared if _may_be_there(context, one))
    if not open_:
        return judgment
    candidates = candidates_of(open_)
    return replace(
        judgment,
        verdict=Verdict.GONE,
        message=messages.still_there(open_[0], candidates),
        candidates=candidates,
    )


def _may_be_there(context: ActionContext, comparison: Comparison) -> bool:
    """Whether what an action mends may still be there: it, a candidate, or what names it."""
    if comparison.alive:
        return True
    if comparison.state is ThreeWay.UNCHANGED:
        verb = context.action.verb
        return verb in REMOVALS or verb not in VALUE_ACTIONS
    return comparison.state is ThreeWay.MISSING and bool(comparison.match.candidates)
