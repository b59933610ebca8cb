"""Schemas that an edit makes nullable, and that say null upstream in whatever words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from specmend.document.tree.values import get
from specmend.drift.action_context import ActionContext
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.nulls import says_null

_EDIT: Final = "make-nullable"


def null_said(context: ActionContext) -> tuple[Comparison, ...]:
    """The comparisons of an edit that upstream made at every place; none where it did not."""
    if context.action.verb != _EDIT or not context.selected or context.left:
        return ()
    places = context.recorded
    if any(says_null(context.old, place) for place in places):
        return ()
    if not all(says_null(context.new, place) for place in context.selected):
        return ()
    return tuple(settled(context, comparison) for comparison in context.comparisons)


def settled(context: ActionContext, comparison: Comparison) -> Comparison:
    """The comparison as already applied, by what stands at its target now."""
    match = context.locate(context.target_of(comparison) or ())
    return replace(
        comparison,
        state=ThreeWay.ALREADY_APPLIED,
        match=match,
        at=match.at,
        now=get(context.new, match.at),
        alive=(),
        lacking=(),
        surplus=(),
        is_partial=False,
    )
