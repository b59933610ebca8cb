"""What lies in one value that is read as a whole, as one change: data, plain lists, contents."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.checks.parameters import IGNORED
from specmend.diff.checks.table import ANY, check_for
from specmend.diff.delta import Delta
from specmend.diff.joining import Groups, delta_of, grouped, together, with_delta, with_texts
from specmend.document.openapi.keywords import CONDITION, KEYWORDS, VALUES
from specmend.document.openapi.kinds import PARTS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get

_SCHEMA: Final = "schema"
_DATA: Final = frozenset(
    {
        *(key for key, holds in KEYWORDS.items() if holds in ("data", "object")),
        *("dependentRequired", "$vocabulary", "value", "dataValue"),
    }
) - {*VALUES, "discriminator"}
_CONTENT: Final = "content"
_WRITTEN: Final = ("parameter", "header")
_WITH_FIELDS: Final = PARTS.keys() - {"components", "flows"}
"""The kinds of objects whose fields have names that the standard gives."""


def joined_values(changes: Iterable[ApiChange], old: Tree, new: Tree) -> Groups:
    """The changes, with those in one value as one."""
    found = grouped(changes, _by_writing, _one_writing)
    found = grouped(found, _by_stream, together)
    found = grouped(found, _by_condition, lambda group: [with_texts(group)])
    found = grouped(found, _by_data, lambda group: _one_value(group, old, new))
    return grouped(found, _by_members, _one_plain_list)


def _by_writing(change: ApiChange) -> Hashable:
    """The parameter or the header of which it is said how its value is written."""
    delta = delta_of(change)
    if delta.kind not in _WRITTEN or delta.key not in (_SCHEMA, _CONTENT):
        return None
    place = _root(delta, delta.key)
    return None if place is None else (change.subject, place[:-1])


def _one_writing(group: Groups) -> Groups:
    """A media type in the place of a schema, the other way round, or in that of another one."""
    content = [change for change in group if delta_of(change).key == _CONTENT]
    if len(group) == 1 or not content:
        return group
    others = [change for change in group if change is not content[0]]
    return [with_texts([content[0], *others])]


def _by_stream(change: ApiChange) -> Hashable:
    """The media type that has a schema of items in the place of one of all, or the other way."""
    delta = delta_of(change)
    is_whole = MISSING in (delta.before, delta.after)
    if delta.kind != "media type" or delta.key not in (_SCHEMA, "itemSchema") or not is_whole:
        return None
    return (change.subject, delta.address[:-1])


def _by_condition(change: ApiChange) -> Hashable:
    """The schema that a condition came to or left, with what follows of it; or what is ignored."""
    delta = delta_of(change)
    if delta.kind == IGNORED:
        return (change.subject, delta.where, IGNORED)
    is_whole = MISSING in (delta.before, delta.after)
    if delta.kind != _SCHEMA or delta.key not in CONDITION or not is_whole:
        return None
    return (change.subject, delta.where, delta.path, delta.before is MISSING)


def _by_data(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    root = delta.key.partition(".")[0]
    if not (root.startswith("x-") or root in _DATA or is_unknown(delta)):
        return None
    place = _root(delta, root)
    return None if place is None else (change.subject, delta.kind, place)


def is_unknown(delta: Delta) -> bool:
    """Whether a field is one that no check names, so that nobody knows what is in it."""
    return delta.kind in _WITH_FIELDS and check_for(delta).field == ANY


def _root(delta: Delta, key: str) -> Address | None:
    """The place of the whole value that a difference lies in."""
    for length in range(len(delta.address), 0, -1):
        if delta.address[length - 1] == key:
            return delta.address[:length]
    return None


def _one_value(group: Groups, old: Tree, new: Tree) -> Groups:
    """What differs in one value that is read as a whole."""
    first = delta_of(group[0])
    root = first.key.partition(".")[0]
    place = _root(first, root)
    is_whole = len(group) == 1 and first.member is MISSING
    if is_whole or place is None or first.was is None:
        return group
    was = first.was
    while was and was[-1] != root:
        was = was[:-1]
    delta = replace(
        first,
        key=root,
        text=first.text if len(group) == 1 else f"{root} changed",
        address=place,
        was=was,
        before=get(old, was),
        after=get(new, place),
        member=MISSING,
    )
    return [with_delta(group[0], delta)]


def _by_members(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    is_list = delta.kind in ("operation", "server variable") and bool(delta.key)
    is_member = is_list and delta.member is not MISSING
    return (change.subject, delta.where, delta.kind, delta.key) if is_member else None


def _one_plain_list(group: Groups) -> Groups:
    """The members that a plain list gained and lost."""
    gone = [delta_of(one).member for one in group if delta_of(one).after is MISSING]
    come = [delta_of(one).member for one in group if delta_of(one).before is MISSING]
    if len(group) == 1:
        return group
    return [with_texts(group, before=gone or MISSING, after=come or MISSING, member=MISSING)]
