"""Operations that came, went or moved together, as one change of their path."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.checks.paths import MOVED
from specmend.diff.delta import Delta
from specmend.diff.joining import Groups, delta_of, gone_and_come, grouped, with_delta, with_texts
from specmend.document.openapi.operations import METHODS
from specmend.document.tree.values import MISSING, Tree, get, same

_OPERATION: Final = "operation"
_ITEM: Final = "path item"
_WEBHOOK: Final = "webhook"
_PREFIX: Final = "webhook "
_PLACE: Final = "place"
_ID: Final = "operationId"


def joined_paths(changes: Iterable[ApiChange], old: Tree, new: Tree) -> Groups:
    """The changes, with a path as one that came, went, or has another name."""
    told = [_told_of_callback(change) for change in changes]
    found = grouped(told, _by_operation, _with_id)
    by_path = grouped(
        found,
        lambda change: _by_path(change, old, new),
        lambda group: [_of_path(group, old, new)],
    )
    return grouped(by_path, _by_whole_path, _renamed)


def _told_of_callback(change: ApiChange) -> ApiChange:
    """A method that came to a path item or left it: only those of callbacks are told so."""
    delta = delta_of(change)
    if delta.kind == _ITEM and delta.key in METHODS and delta.where:
        return replace(change, delta=replace(delta, kind="callback path item"))
    return change


def _by_operation(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    is_known = delta.kind == _OPERATION and delta.key in (_PLACE, _ID)
    return change.subject if is_known else None


def _with_id(group: Groups) -> Groups:
    """An operation that has another path or method, and another id with it."""
    place = next((change for change in group if delta_of(change).key == _PLACE), None)
    if place is None or len(group) == 1:
        return group
    others = [change for change in group if change is not place]
    made = with_texts([place, *others])
    parts = tuple(delta_of(change) for change in group)
    return [with_delta(made, replace(delta_of(made), parts=parts))]


def _by_path(change: ApiChange, old: Tree, new: Tree) -> Hashable:
    delta = delta_of(change)
    if delta.kind != _OPERATION or delta.key not in ("", _PLACE):
        return None
    if delta.key == _PLACE:
        before, after = _path_in(str(delta.before)), _path_in(str(delta.after))
        is_whole = not _has(new, before) and not _has(old, after)
        return ("moved", before, after) if is_whole else None
    path = _path_in(change.subject)
    if delta.before is MISSING:
        return None if _has(old, path) else ("new", path)
    return None if _has(new, path) else ("gone", path)


def _of_path(group: Groups, old: Tree, new: Tree) -> ApiChange:
    first = delta_of(group[0])
    if first.key == _PLACE:
        ids = [part.text for change in group for part in delta_of(change).parts if part.key == _ID]
        return _moved(first, ", ".join(ids), old, new)
    path = _path_in(group[0].subject)
    is_new = first.before is MISSING
    place = _place_of(path)
    kind = _WEBHOOK if path.startswith(_PREFIX) else _ITEM
    delta = Delta(
        text="is new" if is_new else "is gone",
        address=place,
        kind=kind,
        before=MISSING if is_new else get(old, place),
        after=get(new, place) if is_new else MISSING,
        was=place,
    )
    return _told(delta, path)


def _moved(first: Delta, ids: str, old: Tree, new: Tree) -> ApiChange:
    before, after = _path_in(str(first.before)), _path_in(str(first.after))
    delta = Delta(
        text=f"was {before} before{ids and f', {ids}'}",
        address=_place_of(after),
        kind=_WEBHOOK if after.startswith(_PREFIX) else _ITEM,
        key=MOVED,
        before=get(old, _place_of(before)),
        after=get(new, _place_of(after)),
        was=_place_of(before),
    )
    return _told(delta, after)


def _by_whole_path(change: ApiChange) -> Hashable:
    delta = delta_of(change)
    return delta.kind if delta.kind in (_ITEM, _WEBHOOK) and not delta.key else None


def _renamed(group: Groups) -> Groups:
    pair = gone_and_come(group)
    if pair is None:
        return group
    before, after = delta_of(pair[0]), delta_of(pair[1])
    if not same(before.before, after.after) or before.was is None:
        return group
    name = str(before.was[-1])
    text = f"was {name} before"
    delta = replace(after, key=MOVED, text=text, before=before.before, was=before.was)
    return [replace(pair[1], delta=delta, message=text)]


def _told(delta: Delta, path: str) -> ApiChange:
    subject = path if path.startswith(_PREFIX) else f"path {path}"
    return ApiChange(subject=subject, message=delta.message, address=delta.address, delta=delta)


def _path_in(name: str) -> str:
    """The path in the name of an operation."""
    return name.partition(" ")[2]


def _place_of(path: str) -> tuple[str, str]:
    if path.startswith(_PREFIX):
        return ("webhooks", path.removeprefix(_PREFIX))
    return ("paths", path)


def _has(tree: Tree, path: str) -> bool:
    return get(tree, _place_of(path)) is not MISSING
