"""The verdict of an edit that selects operations, where some entries select none any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.drift import messages
from specmend.drift.action_context import ActionContext
from specmend.drift.judgment import Judgment, unmade
from specmend.drift.remaining import apply_all
from specmend.drift.three_way import Comparison
from specmend.errors import ActionFailed
from specmend.matching.heirs import is_surely_gone
from specmend.steps.edits.edit import OPERATIONS
from specmend.steps.edits.selection import selected_operations
from specmend.steps.step import Verdict

_DROP: Final = "drop-operations"
_SELECTING: Final = frozenset({_DROP, "keep-operations"})

_HOLDERS: Final = ("paths", "webhooks")

_Entry = tuple[str, str]
"""A parameter of the edit, and one of its values."""


def judge_selecting(context: ActionContext) -> Judgment | None:
    """The verdict of such an edit that cannot be made; None where a person must look at it.

    Entries of what is surely gone are left out. An operation that may have another name, path or
    tag now is not surely gone.
    """
    if context.action.verb not in _SELECTING:
        return None
    entries = list(_entries(context))
    lost = [entry for entry in entries if not _selects(context.new, entry)]
    places = [place for entry in lost for place in _selected(context.old, entry)]
    if not places or not all(is_surely_gone(context.old, context.new, one) for one in places):
        return None
    left = [entry for entry in entries if entry not in lost]
    if left:
        return _reduced(context, left, places)
    if context.action.verb != _DROP:
        return None
    message = messages.removed(places)
    return unmade(context, Verdict.ALREADY_UPSTREAM, message, _of_operations(context))


def _of_operations(context: ActionContext) -> tuple[Comparison, ...]:
    """What the edit does to operations; a tag or a component that they left behind harms nobody."""
    return tuple(one for one in context.comparisons if one.intended.address[0] in _HOLDERS)


def _entries(context: ActionContext) -> Iterator[_Entry]:
    for by in OPERATIONS["properties"]:
        yield from ((by, value) for value in context.action.parameters.get(by, ()))


def _selects(tree: Tree, entry: _Entry) -> bool:
    return bool(_selected(tree, entry))


def _selected(tree: Tree, entry: _Entry) -> list[Address]:
    by, value = entry
    try:
        return selected_operations(tree, {by: [value]})
    except ActionFailed:
        return []


def _reduced(context: ActionContext, left: list[_Entry], gone: list[Address]) -> Judgment | None:
    """The edit without the entries of what is gone; None where that cannot be made either."""
    parameters: dict[str, Any] = {
        key: value
        for key, value in context.action.parameters.items()
        if key not in OPERATIONS["properties"]
    }
    for by, value in left:
        parameters.setdefault(by, []).append(value)
    action = replace(context.action, parameters=parameters, expect=None)
    try:
        tree, found = apply_all(context.new, [action])
    except ActionFailed:
        return None
    return Judgment(
        verdict=Verdict.APPLIES,
        message=messages.removed(gone),
        tree=tree,
        comparisons=context.comparisons,
        remaining=(action,),
        found=found,
    )
