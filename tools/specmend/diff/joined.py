"""Differences that one edit made, as one: a property with its being required, a list, a rename."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.checks.schema_bounds import EXCLUSIVE, INCLUSIVE
from specmend.diff.checks.schema_properties import REQUIRED
from specmend.diff.checks.schema_types import REFERENCE, accepted
from specmend.diff.delta import Delta
from specmend.diff.joined_members import joined_members
from specmend.diff.joined_paths import joined_paths
from specmend.diff.joined_places import joined_places
from specmend.diff.joined_prefixes import joined_prefixes
from specmend.diff.joined_values import is_unknown, joined_values
from specmend.diff.joined_whole import joined_whole
from specmend.diff.joining import Groups, delta_of, grouped, together, with_delta, with_texts
from specmend.document.openapi.keywords import ANNOTATIONS, KEYWORDS, UNIONS
from specmend.document.tree.values import MISSING, Tree, same

_PROPERTY: Final = "property"
_SCHEMA: Final = "schema"
_VALUES: Final = "enum"
_BRANCHED: Final = frozenset(key for key, holds in KEYWORDS.items() if holds in ("list", "map")) - {
    "properties"
}
_EXCLUSIVE: Final = "exclusive"


def joined(changes: Iterable[ApiChange], old: Tree, new: Tree) -> list[ApiChange]:
    """The changes, with those as one that one edit makes; in the same order."""
    found = list(changes)
    for key, make in (
        (_by_reference, _one_reference),
        (_by_base, _one_base),
        (_by_property, _with_required),
        (_by_values, _one_list),
        (_by_bound, _one_bound),
        (_by_union, _one_union),
        (_by_branches, _one_branch),
    ):
        found = grouped(found, key, make)
    found = joined_members(joined_values(found, old, new))
    members = joined_whole(_without_parts(found), old, new)
    places = joined_places(members)
    return joined_prefixes(joined_paths(places, old, new), new)


def _by_reference(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    return None if delta.via is None else (change.subject, delta.via)


def _one_reference(group: Groups) -> Groups:
    """What differs because a place refers to another component, which is there before and after."""
    first = delta_of(group[0])
    if len(group) == 1 or first.via is None:
        return group
    was, place, former, later = first.via
    delta = replace(
        first,
        path=first.path[: first.depth],
        text=f"is now {later}, was {former}",
        address=place,
        was=was,
        kind=_SCHEMA,
        key=REFERENCE,
        before=former,
        after=later,
        parts=tuple(delta_of(change) for change in group),
    )
    return [with_delta(group[0], delta)]


def _by_base(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    if delta.base is None or delta.key == REFERENCE:
        return None
    return (change.subject, delta.where, delta.path[: delta.depth], delta.base)


def _one_base(group: Groups) -> Groups:
    """What differs because a schema extends another component now."""
    return together(group, delta_of(group[0]).depth)


def _by_property(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    if delta.kind != _PROPERTY or delta.key not in ("", "required"):
        return None
    return (change.subject, delta.where, delta.path)


def _with_required(group: Groups) -> Groups:
    """A property that came or went, with its being required."""
    if len(group) == 1:
        return group
    whole = next((change for change in group if not delta_of(change).key), None)
    required = next((change for change in group if delta_of(change).key), None)
    if whole is None or required is None:
        return group
    delta, flag = delta_of(whole), delta_of(required)
    is_new = delta.before is MISSING
    if is_new is not (flag.after is True):
        return group
    text = f"{delta.text}, which {'is' if is_new else 'was'} required"
    return [with_delta(whole, replace(delta, key=REQUIRED, text=text))]


def _by_values(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    if delta.kind != _SCHEMA or delta.key != _VALUES or delta.member is MISSING:
        return None
    return (change.subject, delta.where, delta.path)


def _one_list(group: Groups) -> Groups:
    return [with_texts(group)]


def _by_bound(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    bound = delta.key.removeprefix(_EXCLUSIVE).lower()
    if delta.kind != _SCHEMA or bound not in ("minimum", "maximum"):
        return None
    return (change.subject, delta.where, delta.path, bound)


def _one_bound(group: Groups) -> Groups:
    """A bound whose own value was allowed and is not, or the other way round."""
    lost = [change for change in group if delta_of(change).after is MISSING]
    gained = [change for change in group if delta_of(change).before is MISSING]
    if len(group) != 2 or len(lost) != 1 or len(gained) != 1:  # noqa: PLR2004
        return group
    before, after = delta_of(lost[0]), delta_of(gained[0])
    is_one = same(before.before, after.after)
    key = EXCLUSIVE if after.key.startswith(_EXCLUSIVE) else INCLUSIVE
    delta = replace(
        after,
        key=key if is_one else after.key,
        text=f"{before.text}, {after.text}",
        before=before.before,
        was=before.was,
    )
    return [with_delta(gained[0], delta)]


def _by_union(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    if delta.holder != "union":
        return None
    return (change.subject, delta.where, delta.path, delta.key, delta.before is MISSING)


def _one_union(group: Groups) -> Groups:
    return [with_texts(group)]


def _by_branches(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    if delta.kind != _SCHEMA or delta.key not in _BRANCHED or delta.holder == "union":
        return None
    return (change.subject, delta.where, delta.path, delta.key)


def _one_branch(group: Groups) -> Groups:
    """Branches in the place of as many others, or one kind of union in the place of another."""
    lost = [change for change in group if delta_of(change).after is MISSING]
    gained = [change for change in group if delta_of(change).before is MISSING]
    pairs = list(zip(lost, gained, strict=False))
    rest = [one for one in group if all(one is not other for pair in pairs for other in pair)]
    return [_other_branch(*pair) for pair in pairs] + rest


def _other_branch(gone: ApiChange, come: ApiChange) -> ApiChange:
    before = delta_of(gone)
    return with_texts([come, gone], before=before.before, was=before.was)


def _without_parts(changes: Sequence[ApiChange]) -> list[ApiChange]:
    """Without what follows from a schema having become another one altogether."""
    whole: dict[tuple[str, tuple[str, ...]], list[ApiChange]] = {}
    for change in changes:
        if _is_another(delta_of(change)):
            whole.setdefault((change.subject, delta_of(change).where), []).append(change)
    parts: dict[int, list[Delta]] = {}
    kept: list[ApiChange] = []
    for change in changes:
        near = whole.get((change.subject, delta_of(change).where), [])
        holder = next((one for one in near if _follows(change, one)), None)
        if holder is None:
            kept.append(change)
        else:
            parts.setdefault(id(holder), []).append(delta_of(change))
    return [_with_parts(change, parts.get(id(change), [])) for change in kept]


def _with_parts(change: ApiChange, parts: Sequence[Delta]) -> ApiChange:
    """A change that stands for others too, and is as bad as the worst of them."""
    delta = delta_of(change)
    if not parts or not _became_union(delta):
        return change
    return with_delta(change, replace(delta, parts=(delta, *parts)))


def _became_union(delta: Delta) -> bool:
    """Whether a schema is one of several branches, and was not, or the other way round."""
    before, after = (
        any(key in said.get("shape", ()) for key in UNIONS) for said in (delta.before, delta.after)
    )
    return before is not after


def _is_another(delta: Delta) -> bool:
    if delta.kind != _SCHEMA or delta.key != "type":
        return False
    common = accepted(delta.before) & accepted(delta.after)
    return not common - {"null"} or delta.is_whole


def _follows(change: ApiChange, whole: ApiChange) -> bool:
    """Whether a change is about the parts of a schema of its object that became another one."""
    delta, other = delta_of(change), delta_of(whole)
    if change is whole:
        return False
    if delta.kind not in (_SCHEMA, _PROPERTY, "discriminator"):
        return False
    if delta.key in ANNOTATIONS or delta.key.startswith("x-") or is_unknown(delta):
        return False
    return delta.path[: len(other.path)] == other.path
