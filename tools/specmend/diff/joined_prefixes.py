"""Paths that begin in another way now, or have other names in braces, as one change."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.checks.paths import MOVED, PREFIX
from specmend.diff.delta import Delta
from specmend.diff.joining import Groups, delta_of, grouped, with_delta
from specmend.diff.swapped import SWAPPED
from specmend.document.openapi.parameters import blank, template_names
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

_OPERATION: Final = "operation"
_ITEM: Final = "path item"
_PARAMETER: Final = "parameter"
_PLACE: Final = "place"
_NAMES: Final = "names"


def joined_prefixes(changes: Iterable[ApiChange], new: Tree) -> Groups:
    """The changes, with paths that one edit changes as one."""
    found = grouped(changes, _by_both_places, _crossed)
    found = grouped(found, _by_beginning, _one_prefix)
    return grouped(_without_names(found, new), _by_names, _one_of_names)


def _by_both_places(change: ApiChange) -> Hashable:
    """The two places between which an operation moved, whichever way."""
    delta = delta_of(change)
    if delta.kind != _OPERATION or delta.key != _PLACE:
        return None
    before, after = str(delta.before).partition(" "), str(delta.after).partition(" ")
    is_path = before[0] == after[0]
    return frozenset({before[2], after[2]} if is_path else {delta.before, delta.after})


def _crossed(group: Groups) -> Groups:
    """Operations that stand in the place of each other."""
    first = delta_of(group[0])
    if len(group) == 1 or all(delta_of(change).before == first.before for change in group):
        return group
    befores = {delta_of(change).before for change in group}
    if befores != {delta_of(change).after for change in group}:
        return group
    delta = replace(
        first,
        key=SWAPPED,
        text=f"is swapped with {first.before}",
        also=tuple(delta_of(change).address for change in group[1:]),
        parts=(),
    )
    return [with_delta(group[0], delta)]


def _by_beginning(change: ApiChange) -> Hashable:
    """How a path begins now and before, up to the ending that stayed."""
    delta = delta_of(change)
    if delta.kind != _ITEM or delta.key != MOVED:
        return None
    beginnings = _beginnings(*_paths(delta))
    return beginnings if len(beginnings[0]) < len(_paths(delta)[0]) else None


def _beginnings(before: str, after: str) -> tuple[str, str]:
    one, other = before.split("/"), after.split("/")
    while one and other and blank(one[-1]) == blank(other[-1]):
        one.pop()
        other.pop()
    return "/".join(one), "/".join(other)


def _one_prefix(group: Groups) -> Groups:
    if len(group) == 1:
        return group
    first = delta_of(group[0])
    before, after = _beginnings(*_paths(first))
    was, now = before or "/", after or "/"
    said = "".join(_said(delta_of(change)) for change in group)
    delta = replace(
        first,
        key=PREFIX,
        text=f"{_counted(group)} that began with {was} begin with {now} now{said}",
        also=_others(group),
        before=before,
        after=after,
    )
    return [replace(with_delta(group[0], delta), subject="paths")]


def _said(delta: Delta) -> str:
    """What else is told of a path that moved."""
    return delta.text.partition(" before")[2]


def _without_names(changes: Groups, new: Tree) -> Groups:
    """Without what follows for the parameters of paths that have other names in braces."""
    named = [delta_of(change) for change in changes if _is_of_names(delta_of(change))]
    pairs = {
        pair
        for delta in named
        for pair in zip(*map(template_names, map(str, (delta.before, delta.after))), strict=True)
    }
    return [change for change in changes if not _follows(delta_of(change), pairs, new)]


def _follows(delta: Delta, pairs: set[tuple[str, str]], new: Tree) -> bool:
    if delta.kind != _PARAMETER or delta.key != "name" or (delta.before, delta.after) not in pairs:
        return False
    return bool(get(new, (*delta.address[:-1], "in")) == "path")


def _by_names(change: ApiChange) -> Hashable:
    """The beginnings of a path up to the last of its names that is another one."""
    delta = delta_of(change)
    return _to_the_last_name(delta) if _is_of_names(delta) else None


def _is_of_names(delta: Delta) -> bool:
    return delta.kind == _ITEM and delta.key == _NAMES


def _to_the_last_name(delta: Delta) -> tuple[str, str]:
    pairs = [*zip(str(delta.before).split("/"), str(delta.after).split("/"), strict=True)]
    last = max(index for index, pair in enumerate(pairs) if pair[0] != pair[1])
    before, after = zip(*pairs[: last + 1], strict=True)
    return "/".join(before), "/".join(after)


def _one_of_names(group: Groups) -> Groups:
    if len(group) == 1:
        return group
    first = delta_of(group[0])
    before, after = _to_the_last_name(first)
    text = f"is written {after} now, in {_counted(group)}"
    delta = replace(first, text=text, also=_others(group), before=before, after=after)
    return [replace(with_delta(group[0], delta), subject=f"path {before}")]


def _counted(group: Groups) -> str:
    return f"{len(group)} paths"


def _others(group: Groups) -> tuple[Address, ...]:
    return tuple(delta_of(change).address for change in group[1:])


def _paths(delta: Delta) -> tuple[str, str]:
    was = delta.was or delta.address
    return str(was[-1]), str(delta.address[-1])
