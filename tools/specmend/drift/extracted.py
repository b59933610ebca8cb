"""Schemas that an edit makes a component of, and that upstream made the same component of."""

from __future__ import annotations

from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.references import target_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get
from specmend.drift.action_context import ActionContext
from specmend.drift.makes_null import settled
from specmend.drift.three_way import Comparison
from specmend.matching.equivalence import is_equivalent

_EDIT: Final = "extract-schema"


def component_made(context: ActionContext) -> tuple[Comparison, ...]:
    """The comparisons of an edit that upstream made at every place; none where it did not."""
    if context.action.verb != _EDIT:
        return ()
    made, new = context.result.tree, context.new
    component = (*SCHEMAS, str(context.action.parameters["as"]))
    there = get(new, component)
    if there is MISSING or get(context.old, component) is not MISSING:
        return ()
    if not is_equivalent(get(made, component), there, made, new):
        return ()
    if not all(_refers(context, place, component) for place in context.recorded):
        return ()
    return tuple(settled(context, comparison) for comparison in context.comparisons)


def _refers(context: ActionContext, place: Address, component: Address) -> bool:
    """Whether a recorded place is a reference to the component by now."""
    match = context.locate(place)
    return match.whole and component in (match.at, target_at(context.new, match.at))
