"""Members that came or went with all that held them, as one change."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.checks.schema_structure import WHOLE_UNION
from specmend.diff.delta import Delta
from specmend.diff.joining import Groups, delta_of, grouped, together, with_delta
from specmend.document.openapi.keywords import UNIONS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get

_APART: Final = ("operation", "path item", "webhook", "component", "callback path item")
"""The kinds that are counted one by one, or put together by their paths."""

_REQUIRED: Final = "required"
_PROPERTY: Final = "property"


def joined_whole(changes: Iterable[ApiChange], old: Tree, new: Tree) -> Groups:
    """The changes, with the members of a list or a map that came or went as a whole as one."""
    return grouped(changes, lambda change: _by_holder(change, old, new), _one)


def _by_holder(change: ApiChange, old: Tree, new: Tree) -> Hashable:
    delta = delta_of(change)
    holders = _holders(delta)
    if holders is None:
        return None
    before, after = (get(tree, place) for tree, place in zip((old, new), holders, strict=True))
    if (before is MISSING) is (after is MISSING):
        return None
    path = delta.path[:-1] if delta.kind == _PROPERTY else delta.path
    return (change.subject, delta.where, path, delta.kind, holders, before is MISSING)


def _one(group: Groups) -> Groups:
    made = together(group)
    delta = delta_of(made[0])
    if delta.kind != "schema" or delta.key not in UNIONS or delta.holder == "union":
        return made
    # Where there is no union any more, any value is allowed.
    if delta.before is MISSING:
        text = "must be one of several schemas now"
    else:
        text = "need not be one of several schemas any more"
    return [with_delta(made[0], replace(delta, key=WHOLE_UNION, text=text, parts=()))]


def _holders(delta: Delta) -> tuple[Address, Address] | None:
    """What holds a member that came or went, in the old document and in the new one."""
    if delta.kind in _APART:
        return None
    if delta.kind == _PROPERTY and delta.key == _REQUIRED:
        return (delta.was or delta.address, delta.address)
    if (delta.before is MISSING) is (delta.after is MISSING):
        return None
    if delta.before is MISSING:
        was = delta.address if delta.was is None else delta.was
        return (was[:-1], delta.address[:-1])
    if delta.was is None:
        return None
    is_named = delta.address[-1:] == delta.was[-1:]
    return (delta.was[:-1], delta.address[:-1] if is_named else delta.address)
