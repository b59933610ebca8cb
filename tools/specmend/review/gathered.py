"""Says once what a cause does to several methods, and to several arguments of one method."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from specmend.surface.change import SurfaceChange

_MOST: Final = 20
"""So many further places of a change are named, as in the comparison of packages."""

_GONE: Final = "argument-gone"
_CAME: Final = ("argument-new-required", "argument-new")


def gathered(changes: Sequence[SurfaceChange]) -> Iterator[SurfaceChange]:
    """The changes of one cause, each fact once.

    The same argument of several methods is one change with several places. Arguments of a method
    that went, and those that came for them, are one change, as where a body has another media type.
    """
    facts = map(_with_places, _grouped(changes, _fact))
    for group in _grouped(facts, _call):
        yield from _exchanged(group)


def _grouped(
    changes: Iterable[SurfaceChange], sign: Callable[[SurfaceChange], object]
) -> list[list[SurfaceChange]]:
    groups: dict[object, list[SurfaceChange]] = {}
    for change in changes:
        groups.setdefault(sign(change), []).append(change)
    return list(groups.values())


def _fact(change: SurfaceChange) -> object:
    """What is the same for the same argument of several methods; else the change itself."""
    if not change.id.startswith("argument-"):
        return change
    return change.id, change.level, _argument(change), change.before, change.after


def _with_places(group: Sequence[SurfaceChange]) -> SurfaceChange:
    """The first change of a group, with the places of all."""
    first, *others = group
    if not others:
        return first
    named = [first.affects, *((one.subject, *one.affects) for one in others)]
    places = dict.fromkeys(place for places in named for place in places)
    return replace(
        first,
        affects=tuple(places)[:_MOST],
        affected=sum(one.affected for one in group) + len(others),
    )


def _call(change: SurfaceChange) -> object:
    """What is the same for the arguments of the same methods that went or came."""
    if change.id != _GONE and change.id not in _CAME:
        return change
    return frozenset({change.subject, *change.affects}), change.affected


def _exchanged(group: Sequence[SurfaceChange]) -> Iterator[SurfaceChange]:
    gone = [change for change in group if change.id == _GONE]
    came = [change for change in group if change.id in _CAME]
    if len(gone) < 2 - bool(came):
        yield from group
        return
    came.sort(key=lambda change: _CAME.index(change.id))
    needed = [change for change in came if change.instead]
    words = f"no longer takes {_listed(gone)}"
    if came:
        words = f"takes {_listed(came)} in place of {_listed(gone)}"
    instead = "; ".join(change.instead for change in needed) or f"leave {_listed(gone)} out"
    first = needed[0] if needed else gone[0]
    yield replace(first, words=f"`{first.subject}` {words}", instead=instead)


def _listed(changes: Sequence[SurfaceChange]) -> str:
    names = [f"`{_argument(change)}`" for change in changes]
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _argument(change: SurfaceChange) -> str:
    """The name of an argument, by its place: `Client.feed(food)`."""
    return change.place.rpartition("(")[2].rstrip(")")
