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
    by_cause = _index(stages, lambda change: change.cause)
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

    `hand_written` are the names in hand-written modules that changed.
    """

    hand_written: Collection[str] = ()
    has_other_tools: bool = False
    has_other_settings: bool = False
    wire: Sequence[str] = ()

    def origin(self, place: str) -> str:
        """Who made a change of the package that comes from no change of the document."""
        if _last_name(place) in self.hand_written:
            return CLIENT_MODULES
        if self.has_other_tools:
            return GENERATOR
        if self.has_other_settings:
            return SETTINGS
        if self.hand_written and not self.wire:
            return CLIENT_MODULES
        return UNKNOWN if self.hand_written else together(self.wire)


_AND: Final = " and "


def _origin(
    change: Change,
    stages: Sequence[Stage],
    by_cause: dict[str, list[str]],
    by_place: dict[str, list[str]],
) -> str:
    if len(stages) == 1:
        return stages[0].by
    found = by_cause.get(change.cause) or by_place.get(change.place) or _around(change, by_place)
    return together(found)


def _around(change: Change, by_place: dict[str, list[str]]) -> list[str]:
    """The stages that changed a place around this one, or inside it."""
    return [
        by
        for place, origins in by_place.items()
        if _is_inside(place, change.place) or _is_inside(change.place, place)
        for by in origins
    ]


def _last_name(place: str) -> str:
    """The name of a member, or of an argument: `b` of `a.b` and of `a.c(b)`."""
    return place.rstrip(")").replace("(", ".").rpartition(".")[2]


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
