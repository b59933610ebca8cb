"""Leave out of an update the parts of its value that the new document has already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from specmend.document.jsonpath.select import select
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, remove
from specmend.errors import QueryError
from specmend.steps.step import Action


def pruned(
    action: Action,
    already: Iterable[Address],
    new: Tree,
) -> Action | None:
    """The action without the parts that are there.

    None where they are not parts of its value, where nothing would be left, or where it has
    several targets.
    """
    target = _only_target(action.target, new)
    if target is None or not isinstance(action.update, dict):
        return None
    parts = []
    for address in already:
        part = _below(address, target)
        if not part or get(action.update, part) is MISSING:
            return None
        parts.append(part)
    if not parts:
        return None
    value = _without_emptied(remove(action.update, parts), action.update)
    return (
        replace(
            action,
            update=value,
            expect=None,
        )
        if value
        else None
    )


def _only_target(
    query: str,
    tree: Tree,
) -> Address | None:
    try:
        targets = select(query, tree)
    except QueryError:
        return None
    if len(targets) != 1:
        return None
    return targets[0]


def _below(address: Address, target: Address) -> Address:
    """The address inside a target; empty for one that is elsewhere."""
    depth = len(target)
    if address[:depth] != target:
        return ()
    return address[depth:]


def _without_emptied(value: Tree, before: Tree) -> Tree:
    """The value without the mappings that are empty now and were not before."""
    if not isinstance(value, dict) or value is before:
        return value
    kept = {}
    for key, member in value.items():
        value_ = _without_emptied(member, before[key])
        is_emptied = value_ == {} and before[key] != {}
        if not is_emptied:
            kept[key] = value_
    return kept
