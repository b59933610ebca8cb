"""What became of the properties that an edit renames, in each schema that it selects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.drift.action_context import ActionContext
from specmend.drift.renaming import Renaming
from specmend.drift.three_way import Comparison, ThreeWay
from specmend.matching.heirs import heirs, lost_object
from specmend.matching.sayings import Saying, sayings


def property_renamings(context: ActionContext) -> Iterator[Renaming]:
    """What became of the property in each selected schema."""
    old = str(context.action.parameters["from"])
    for comparison in context.comparisons:
        if comparison.intended.kind == "name":
            checked = _checked(context, comparison, old)
            target = checked.at[:-2] if checked.at else ()
            yield Renaming(comparison=checked, old=old, target=target)


def _checked(context: ActionContext, comparison: Comparison, old: str) -> Comparison:
    """A comparison that a third name contradicts, or a list that still has the old name."""
    if comparison.state is ThreeWay.UNCHANGED and comparison.now != old:
        return replace(comparison, state=ThreeWay.DIVERGED)
    if comparison.state is ThreeWay.ALREADY_APPLIED and comparison.at:
        place = _still_said(context.new, comparison.at[:-2], old)
        if place is not None:
            return replace(comparison, state=ThreeWay.DIVERGED, at=place, now=old)
    if comparison.state is ThreeWay.MISSING and not comparison.match.candidates:
        match = replace(comparison.match, candidates=tuple(_joined(context, comparison)))
        return replace(comparison, match=match)
    return comparison


def _still_said(tree: Tree, schema: Address, name: str) -> Address | None:
    """Where a schema without the property still requires it, or chooses by it."""
    said = sayings(tree, schema)
    if any(_is(one, "properties", name) for one in said):
        return None
    return next((one.at for one in said if _is(one, "required", name)), None)


def _is(saying: Saying, keyword: str, value: str) -> bool:
    return saying.keyword == keyword and saying.value == value


def _joined(context: ActionContext, comparison: Comparison) -> Iterator[Address]:
    """The properties that joined where one is gone, and what the schema may have become."""
    schema = comparison.intended.address[:-2]
    match = context.locate(schema)
    if not match.whole:
        lost = lost_object(context.old, context.new, schema)
        yield from match.candidates or (heirs(context.old, context.new, lost) if lost else ())
        return
    before = {one.value for one in sayings(context.old, schema) if one.keyword == "properties"}
    for one in sayings(context.new, match.at):
        if one.keyword == "properties" and one.value not in before:
            yield one.at
