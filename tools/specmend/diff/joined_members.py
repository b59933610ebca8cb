"""A member that went and one that came, as one that has another name, or stands in its place."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.checks.paths import MOVED, RENAMED
from specmend.diff.checks.schema_properties import REQUIRED
from specmend.diff.checks.security import SCOPES
from specmend.diff.delta import NAME, Delta
from specmend.diff.joining import Groups, delta_of, gone_and_come, grouped, with_delta
from specmend.document.tree.values import Tree, same

_PROPERTY: Final = "property"
_PARAMETER: Final = "parameter"
_REQUIREMENT: Final = "security requirement"
_CALLBACK: Final = "callback"
_INTERCHANGEABLE: Final = ("server", "tag", _REQUIREMENT)
"""Of these, one that went and one that came are one that changed, whatever they hold."""

_IDENTITY: Final = ("name", "in")


def joined_members(changes: Iterable[ApiChange]) -> Groups:
    """The changes, with members that have another name as one."""
    return grouped(changes, _by_holder, _one_member)


def _by_holder(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    if delta.kind == _PROPERTY and delta.key in ("", REQUIRED):
        return (change.subject, delta.where, delta.kind, delta.path[:-1])
    if delta.key in ("", "only") and delta.kind in _KINDS:
        return (change.subject, delta.where, delta.kind, ())
    if delta.kind == _CALLBACK and not delta.key.startswith("x-"):
        return (change.subject, delta.where, delta.kind, ("address",))
    return None


_KINDS: Final = (
    *_INTERCHANGEABLE,
    *(_PARAMETER, "header", "media type", "response", "link", "callback", "encoding", "example"),
    "server variable",
)


def _one_member(group: Groups) -> Groups:
    pair = gone_and_come(group)
    if pair is None:
        return group
    gone, come = pair
    before, after = delta_of(gone), delta_of(come)
    if before.is_reference and after.is_reference and same(before.member, after.member):
        # Both refer to one component, whose own change is told.
        return []
    key = _change_of(before, after)
    if not key:
        return group
    text = f"{before.text}, {after.text}"
    if after.kind == _PROPERTY:
        text = f"{NAME} was {before.path[-1]} before"
    delta = replace(after, key=key, text=text, before=before.before, was=before.was)
    return [with_delta(come, delta)]


def _change_of(before: Delta, after: Delta) -> str:
    """What became of a member that went, if it is the one that came; empty if it is not."""
    if after.kind == _REQUIREMENT:
        is_one = _names(before.before) == _names(after.after)
        return SCOPES if is_one else RENAMED
    if after.kind in _INTERCHANGEABLE:
        return RENAMED
    if after.kind == _PARAMETER:
        return _change_of_parameter(before, after)
    if after.kind == _CALLBACK and after.key:
        return MOVED if same(before.before, after.after) else ""
    if before.key != after.key:
        return ""
    return RENAMED if same(before.before, after.after) else ""


def _change_of_parameter(before: Delta, after: Delta) -> str:
    one, other = before.before, after.after
    if not isinstance(one, dict) or not isinstance(other, dict):
        return ""
    is_in_place = before.is_reference and after.is_reference and before.was == after.address
    if not is_in_place and not same(_without_identity(one), _without_identity(other)):
        return ""
    if one.get("name") == other.get("name"):
        return MOVED
    return RENAMED if one.get("in") == other.get("in") or is_in_place else ""


def _without_identity(parameter: dict[str, Tree]) -> dict[str, Tree]:
    """What a parameter says beside its name, its place, and what these bring along."""
    return {key: value for key, value in parameter.items() if key not in (*_IDENTITY, "required")}


def _names(requirement: Tree) -> set[str]:
    return set(requirement) if isinstance(requirement, dict) else set()
