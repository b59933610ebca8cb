"""The same edit at several places, as one change: a name that is another one everywhere."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.checks.paths import MOVED, RENAMED
from specmend.diff.delta import Delta
from specmend.diff.joining import Groups, delta_of, grouped, with_delta
from specmend.diff.labels import label
from specmend.document.tree.pointer import Address, parse_pointer
from specmend.document.tree.values import MISSING, Tree, canonical

_EVERYWHERE: Final = ("header", "media type", "parameter")
"""The kinds of members of which one name may be another one at many places."""

_LINK: Final = "link"
_OPERATION: Final = "operation"
_ID: Final = "operationId"
_REFERENCE: Final = "operationRef"


def joined_places(changes: Iterable[ApiChange]) -> Groups:
    """The changes, with a name that is another one at several places as one."""
    found = _without_links([*changes])
    found = grouped(found, _by_tags, _one_tag)
    return grouped(found, _by_names, _one_name)


def _by_names(change: ApiChange) -> Hashable:
    """What has another name or place now, with both."""
    delta = delta_of(change)
    if delta.kind not in _EVERYWHERE or delta.key not in (RENAMED, MOVED):
        return None
    if delta.was is None or delta.parts:
        return None
    return (delta.kind, delta.key, delta.text)


def _one_name(group: Groups) -> Groups:
    if len(group) == 1:
        return group
    first = delta_of(group[0])
    names = [_name(first, before=True), _name(first, before=False)]
    delta = replace(
        first,
        where=(),
        text=f"is {names[1]} now, at {len(group)} places",
        also=_others(group),
    )
    return [replace(with_delta(group[0], delta), subject=names[0])]


def _name(delta: Delta, *, before: bool) -> str:
    """A member in words, by what it is called."""
    place = delta.was if before and delta.was else delta.address
    value = delta.before if before else delta.after
    called: object = place[-1]
    if delta.kind == "parameter" and isinstance(value, dict):
        called = (str(value.get("name", "")), str(value.get("in", "")))
    return label(delta.kind, called)[0]


def _by_tags(change: ApiChange) -> Hashable:
    """The tag that went and the one that came, of an operation or of the document."""
    delta = delta_of(change)
    if delta.kind == "tag" and delta.key == RENAMED:
        return canonical([[_tag(delta.before)], [_tag(delta.after)]])
    lists = [delta.before, delta.after]
    is_of_operation = delta.kind == _OPERATION and delta.key == "tags"
    return canonical(lists) if is_of_operation and MISSING not in lists else None


def _tag(value: Tree) -> Tree:
    return value.get("name") if isinstance(value, dict) else value


def _one_tag(group: Groups) -> Groups:
    """A tag that has another name, with the operations that have it."""
    if len(group) == 1:
        return group
    whole = next((change for change in group if delta_of(change).kind == "tag"), group[0])
    others = tuple(delta_of(change).address for change in group if change is not whole)
    count = f"in {len(group) - (delta_of(whole).kind == 'tag')} operations"
    delta = delta_of(whole)
    return [with_delta(whole, replace(delta, text=f"{delta.text}, {count}", also=others))]


def _without_links(changes: Groups) -> Groups:
    """Without links that lead to the operation that they led to, which is called otherwise now."""
    moved = {pair for change in changes for pair in _moved(delta_of(change))}
    return [change for change in changes if _target(delta_of(change)) not in moved]


def _moved(delta: Delta) -> Iterable[tuple[str, str, str]]:
    """What links name an operation by: before and now."""
    if delta.kind != _OPERATION:
        return
    for part in (delta, *delta.parts):
        if part.key in (_ID, "place"):
            yield (part.key, str(part.before), str(part.after))


def _target(delta: Delta) -> tuple[str, str, str] | None:
    if delta.kind != _LINK or MISSING in (delta.before, delta.after):
        return None
    if delta.key == _ID:
        return (_ID, str(delta.before), str(delta.after))
    if delta.key == _REFERENCE:
        return ("place", _operation(str(delta.before)), _operation(str(delta.after)))
    return None


def _operation(reference: str) -> str:
    """The operation that a reference names; the reference itself where it leads elsewhere."""
    if not reference.startswith("#/paths/"):
        return reference
    _, path, *method = parse_pointer(reference[1:])
    return f"{''.join(method).upper()} {path}"


def _others(group: Groups) -> tuple[Address, ...]:
    return tuple(delta_of(change).address for change in group[1:])
