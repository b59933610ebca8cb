"""A member that went and one that came, as one that has another name, or stands in its place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.checks.paths import MOVED, RENAMED
from specmend.diff.checks.schema_properties import OTHER_REQUIRED, REQUIRED
from specmend.diff.checks.security import SCOPES
from specmend.diff.delta import IS_REQUIRED, NAME, Delta
from specmend.diff.joining import Groups, delta_of, gone_and_come, grouped, together, with_delta
from specmend.diff.media_ranges import in_place_of_ranges
from specmend.document.tree.values import MISSING, Tree, same

_PROPERTY: Final = "property"
_IS_REQUIRED: Final = "required"
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
    if delta.kind == _PROPERTY and delta.key == _IS_REQUIRED:
        return (change.subject, delta.where, _IS_REQUIRED, delta.path[:-1])
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
    """The members, with each that went and came under another name as one."""
    if delta_of(group[0]).key == _IS_REQUIRED:
        return _one_required(group)
    left = in_place_of_ranges(group)
    for gone, come in _pairs(left):
        joined = _joined(gone, come)
        if joined is not None:
            place = next(index for index, one in enumerate(left) if one is come)
            left[place : place + 1] = joined
            left = [one for one in left if one is not gone]
    return left


def _pairs(group: Groups) -> list[tuple[ApiChange, ApiChange]]:
    """Those that went with those that came.

    They are the only ones, or the only ones that say the same, by their names or without them.
    """
    pair = gone_and_come(group)
    if pair is not None:
        return [pair]
    gone = [change for change in group if delta_of(change).after is MISSING]
    come = [change for change in group if delta_of(change).before is MISSING]
    found: list[tuple[ApiChange, ApiChange]] = []
    for is_pair in (_is_one, _has_another_name):
        found += _alike(_left(gone, found), _left(come, found), is_pair)
    if delta_of(group[0]).kind not in _INTERCHANGEABLE:
        return found
    return [*found, *zip(_left(gone, found), _left(come, found), strict=False)]


def _alike(
    gone: Groups, come: Groups, is_pair: Callable[[ApiChange, ApiChange], bool]
) -> list[tuple[ApiChange, ApiChange]]:
    """Those of which each is a pair with no other one."""
    found = []
    for one in gone:
        alike = [other for other in come if is_pair(one, other)]
        if len(alike) == 1 and sum(is_pair(each, alike[0]) for each in gone) == 1:
            found.append((one, alike[0]))
    return found


def _left(side: Groups, pairs: Iterable[tuple[ApiChange, ApiChange]]) -> Groups:
    known = [change for pair in pairs for change in pair]
    return [one for one in side if not any(one is other for other in known)]


def _is_one(gone: ApiChange, come: ApiChange) -> bool:
    """Whether two members say the same, or are requirements of the same schemes.

    So are two references to one component, which has another name now.
    """
    before, after = delta_of(gone), delta_of(come)
    if before.is_reference and after.is_reference:
        return same(before.member, after.member)
    if after.kind == _REQUIREMENT and _names(before.before) == _names(after.after):
        return True
    return same(before.before, after.after)


def _has_another_name(gone: ApiChange, come: ApiChange) -> bool:
    """Whether two parameters differ in their names or their places alone."""
    before, after = delta_of(gone), delta_of(come)
    return after.kind == _PARAMETER and bool(_change_of_parameter(before, after))


def _joined(gone: ApiChange, come: ApiChange) -> Groups | None:
    """Two members as one; none where a component tells it, and None where they are two."""
    before, after = delta_of(gone), delta_of(come)
    is_one = before.is_reference and after.is_reference and same(before.member, after.member)
    if is_one and after.kind == _PARAMETER:
        # Both refer to one component, whose own change is told: its name is in it.
        return []
    key = _change_of(before, after)
    if not key:
        return None
    text = f"{_named(after)} is in place of {_named(before)}"
    if after.kind == _PROPERTY:
        text = f"{NAME} is in place of `{before.path[-1]}`{_with_required(before, after)}"
    delta = replace(after, key=key, text=text, before=before.before, was=before.was)
    return [with_delta(come, delta)]


def _named(delta: Delta) -> str:
    """A member as it is called: what follows the verb."""
    return delta.text.partition(" ")[2].removesuffix(IS_REQUIRED)


def _with_required(before: Delta, after: Delta) -> str:
    """What to say of a property with another name that was required, or is now."""
    if before.key == after.key:
        return ""
    return ", and is required now" if after.key == REQUIRED else ", and is not required any more"


def _one_required(group: Groups) -> Groups:
    """Properties that are required, each in the place of another one."""
    on = [change for change in group if delta_of(change).after is True]
    off = [change for change in group if delta_of(change).after is False]
    pairs = list(zip(on, off, strict=False))
    return [_other_required(*pair) for pair in pairs] + on[len(pairs) :] + off[len(pairs) :]


def _other_required(on: ApiChange, off: ApiChange) -> ApiChange:
    (joined,) = together([on, off], len(delta_of(on).path) - 1)
    return replace(joined, delta=replace(delta_of(joined), key=OTHER_REQUIRED, parts=()))


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
    if before.key != after.key and after.kind != _PROPERTY:
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
