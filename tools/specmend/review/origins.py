"""Who made each change of a sanitized document: upstream, a step, or what else differs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from specmend.diff.change import Change

UPSTREAM: Final = "upstream"
GENERATOR: Final = "generator"
SETTINGS: Final = "settings"
CLIENT_MODULES: Final = "client modules"
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """A part of the way from one document to another: who made it, and what changed there."""

    by: str
    changes: Sequence[Change]


def with_origins(changes: Iterable[Change], stages: Sequence[Stage]) -> tuple[Change, ...]:
    """The changes of the whole way, each with who made it.

    That is the stage that has the same change. A change that several stages made together is told
    by its place. What no stage shows has an unknown origin, unless there is only one stage.
    """
    by_cause = _index(stages, _fact)
    by_place = _index(stages, lambda change: change.place)
    return tuple(replace(one, by=_origin(one, stages, by_cause, by_place)) for one in changes)


def together(origins: Iterable[str]) -> str:
    """Several origins in words, each once; unknown where there is none."""
    parts = [part for origin in origins for part in origin.split(_AND)]
    known = dict.fromkeys(part for part in parts if part != UNKNOWN)
    return _AND.join(known) or UNKNOWN


@dataclass(frozen=True, kw_only=True, slots=True)
class Others:
    """What else may have changed a package: everything that its document does not show.

    `hand_written` are the names of what hand-written modules define, where they changed.
    """

    hand_written: Collection[str] = ()
    has_other_tools: bool = False
    has_other_settings: bool = False
    wire: Sequence[str] = ()

    def origin(self, place: str) -> str:
        """Who made a change of the package that comes from no change of the document."""
        if any(name in self.hand_written for name in _names(place)):
            return CLIENT_MODULES
        if self.has_other_tools:
            return GENERATOR
        if self.has_other_settings:
            return SETTINGS
        if self.hand_written and not self.wire:
            return CLIENT_MODULES
        return UNKNOWN if self.hand_written else together(self.wire)


_AND: Final = " and "
_INSIDE: Final = 4
"""So many parts has the place of a component or an operation, with the empty one before it."""


def _origin(
    change: Change,
    stages: Sequence[Stage],
    by_cause: dict[str, list[str]],
    by_place: dict[str, list[str]],
) -> str:
    if len(stages) == 1:
        return stages[0].by
    found = by_cause.get(_fact(change)) or [
        *_before(change, by_place),
        *by_place.get(change.place, ()),
    ]
    return together(found or _around(change.place, by_place))


def _fact(change: Change) -> str:
    """A change with its words: those of an entry that stands for several places tell them all."""
    return f"{change.cause} {change.words}"


def _before(change: Change, by_place: dict[str, list[str]]) -> list[str]:
    """The stages that changed what is in another component now, while it was in its old one."""
    holder = change.was.rpartition("/")[0]
    has_moved = _component(change.was) != _component(change.place)
    is_inside = len(holder.split("/")) >= _INSIDE
    return _around(holder, by_place) if is_inside and has_moved else []


def _component(place: str) -> list[str]:
    """The tokens of a place that name the component or the operation that it is in."""
    return place.split("/")[:4]


def _around(place: str, by_place: dict[str, list[str]]) -> list[str]:
    """The stages that changed a place around this one, or inside it, or the place itself."""
    return [
        by
        for other, origins in by_place.items()
        if other == place or _is_inside(other, place) or _is_inside(place, other)
        for by in origins
    ]


def _names(place: str) -> list[str]:
    """The modules, classes and functions on the way to a member or an argument, and the member."""
    return place.partition("(")[0].split(".")


def _is_inside(place: str, other: str) -> bool:
    return place.startswith(f"{other}/")


def _index(stages: Collection[Stage], key: Callable[[Change], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for stage in stages:
        for change in stage.changes:
            listed = found.setdefault(key(change), [])
            if stage.by not in listed:
                listed.append(stage.by)
    return found
