"""An update without the parts of its value that the new document has already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from specmend.document.jsonpath.select import select
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, remove
from specmend.errors import QueryError
from specmend.steps.step import Action


def pruned(action: Action, already: Iterable[Address], new: Tree) -> Action | None:
    """The action without what is there; None where it cannot be told apart, or where nothing would be left."""
    try:
        targets = select(action.target, new)
    except QueryError:
        return None
    parts = list(already)
    if len(targets) != 1 or not isinstance(action.update, dict) or not parts:
        return None
    target = targets[0]
    inside = [part[len(target) :] for part in parts if part[: len(target)] == target]
    if len(inside) != len(parts) or any(
        not way or get(action.update, way) is MISSING for way in inside
    ):
        return None
    left = _without_empty(remove(action.update, inside), action.update)
    return replace(action, update=left, expect=None) if left else None


def _without_empty(value: Tree, before: Tree) -> Tree:
    """The value without the mappings that became empty."""
    if not isinstance(value, dict) or value is before:
        return value
    made = {key: _without_empty(member, before[key]) for key, member in value.items()}
    return {key: member for key, member in made.items() if member != {} or before[key] == {}}
