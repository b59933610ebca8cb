"""What changed between two documents: one entry for each edited place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from specmend.diff.api_change import ApiChange
from specmend.diff.api_changes import api_diff
from specmend.diff.cause import cause_of
from specmend.diff.change import LEVELS, SHOWN, Change, Direction, Level, Location, Way, worst
from specmend.diff.checks.check import Check
from specmend.diff.checks.schema_properties import PROPERTIES
from specmend.diff.checks.table import check_for
from specmend.diff.delta import Delta
from specmend.diff.identity import place_by_identity
from specmend.diff.joined import joined
from specmend.diff.joining import delta_of
from specmend.diff.ways import Ways
from specmend.document.text.document import Document
from specmend.document.text.locations import locations
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree

_CALLS: Final = frozenset(
    {
        *("operation", "path item", "callback", "callback path item", "webhook"),
        *("server", "server variable", "security requirement"),
        *("security scheme", "flows", "flow"),
    }
)
"""The kinds that say how to call, and so are part of what is sent."""

_PEOPLE: Final = frozenset({"document", "tag", "component", "paths", "webhooks", "components"})
"""The kinds that no request and no answer shows."""

_DIRECTIONS: Final[Mapping[frozenset[Way], Direction]] = {
    frozenset(): "none",
    frozenset({"request"}): "request",
    frozenset({"response"}): "response",
    frozenset({"request", "response"}): "both",
}
_OF_PROPERTIES: Final = frozenset(one.id for one in PROPERTIES if one.kind == "property")
_CALL: Final[tuple[Way, ...]] = ("request",)
_CALLED: Final[tuple[Way, ...]] = ("response",)
_ONLY: Final[Mapping[str, Way]] = {"request": "request", "answer": "response"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Override:
    """Another level for all entries of an id, with the reason."""

    level: Level
    reason: str


def changes_between(
    old: Document,
    new: Document,
    *,
    overrides: Mapping[str, Override] | None = None,
) -> tuple[Change, ...]:
    """One entry for each edited place, the worst ones first, then in the order of the document.

    There is none where both documents say the same: what is inlined, extracted, renamed, split
    into `allOf`, moved to the path item, or written in another version of OpenAPI.
    """
    entries = _Entries(old, new, overrides or {})
    found = list(_once(entries.all()))
    return tuple(sorted(found, key=lambda change: _ORDER[change.level]))


_ORDER: Final[Mapping[Level, int]] = {"breaking": 0, "warning": 1, "info": 2}


class _Entries:
    """Makes entries of the differences between two documents."""

    def __init__(self, old: Document, new: Document, overrides: Mapping[str, Override]) -> None:
        self._old, self._new = old, new
        self._ways = Ways(old.tree), Ways(new.tree)
        self._overrides = overrides

    def all(self) -> Iterator[Change]:
        """Every entry, in the order of the new document."""
        found = api_diff(self._old.tree, self._new.tree, directed=False)
        seen = [change for change in found.unseen if delta_of(change).kind == "path item"]
        changes = joined([*found.changes, *seen], self._old.tree, self._new.tree)
        deltas = [delta_of(change) for change in changes]
        old = _locations(self._old, [_was(delta) for delta in deltas])
        new = _locations(self._new, [delta.address for delta in deltas])
        for change, delta, before, after in zip(changes, deltas, old, new, strict=True):
            yield replace(self._entry(change, delta), old=before, new=after)

    def _entry(self, change: ApiChange, delta: Delta) -> Change:
        check = check_for(delta)
        levels = self._levels(delta, check)
        override = self._overrides.get(check.id)
        place = self._place(delta)
        affects = self._affects(delta) if levels or delta.kind not in _PEOPLE else ()
        return Change(
            id=check.id,
            level=override.level if override else _level(delta, check, levels),
            levels=levels,
            direction=_DIRECTIONS[frozenset(levels)],
            place=place,
            subject=change.subject,
            words=change.message,
            before=delta.before,
            after=delta.after,
            affects=affects[:SHOWN],
            affected=len(affects),
            was=self._old_place(delta, place),
            name=delta.path[-1] if delta.path else "",
            cause=cause_of(check.id, place, delta.before, delta.after),
            reason=override.reason if override else "",
        )

    def _levels(self, delta: Delta, check: Check) -> dict[Way, Level]:
        """The level in each direction; that of the worst part, where it stands for several."""
        ways = self._directions(delta)
        if delta.parts:
            whole = [replace(part, parts=()) for part in delta.parts]
            below = [self._levels(part, check_for(part)) for part in whole]
            return {way: _worst(one.get(way, "info") for one in below) for way in ways}
        only = _ONLY.get(delta.only)
        levels: dict[Way, Level] = {"request": check.request, "response": check.response}
        return {way: levels[way] if only in (None, way) else "info" for way in ways}

    def _directions(self, delta: Delta) -> tuple[Way, ...]:
        """The directions of a difference, each once, that of requests first."""
        if delta.kind in _PEOPLE:
            return ()
        if delta.kind in _CALLS and delta.key != "requestBody":
            return _CALLED if self._is_called(delta) else _CALL
        before, after = self._ways
        now: frozenset[Way] = frozenset() if delta.after is MISSING else after.of(delta.address)
        found = now or before.of(_was(delta)) or after.of(delta.address)
        found = found.union(*(after.of(place) for place in delta.also))
        return tuple(way for way in (*_CALL, *_CALLED) if way in found)

    def _is_called(self, delta: Delta) -> bool:
        """Whether a place belongs to what the server calls."""
        before, after = self._ways
        if delta.after is MISSING:
            return before.is_called(_was(delta))
        return after.is_called(delta.address)

    def _place(self, delta: Delta) -> str:
        if delta.after is MISSING:
            return place_by_identity(self._old.tree, _was(delta))
        return place_by_identity(self._new.tree, delta.address)

    def _old_place(self, delta: Delta, place: str) -> str:
        """The place in the old document; empty where it is the same, or nothing was there."""
        if delta.was in (None, delta.address) or delta.before is MISSING:
            return ""
        found = place_by_identity(self._old.tree, _was(delta))
        return "" if found == place else found

    def _affects(self, delta: Delta) -> tuple[str, ...]:
        before, after = self._ways
        if delta.after is MISSING:
            return before.operations(_was(delta))
        first = after.operations(delta.address)
        if not delta.also:
            return first
        return after.in_order({*first, *chain(*map(after.operations, delta.also))})


def _level(delta: Delta, check: Check, levels: Mapping[Way, Level]) -> Level:
    """The worst level; what nothing reaches is told for information, unless it is of no call."""
    return check.request if delta.kind in _PEOPLE else worst(levels)


def _worst(levels: Iterable[Level]) -> Level:
    return min(levels, key=LEVELS.index)


def _was(delta: Delta) -> Address:
    return delta.address if delta.was is None else delta.was


def _locations(document: Document, addresses: Iterable[Address]) -> list[Location]:
    """Where addresses stand in the text."""
    found = locations(document, addresses)
    return [Location(file=document.name, line=line, column=column) for line, column in found]


def _once(changes: Iterable[Change]) -> Iterator[Change]:
    """The entries, each once though several subjects lead to its place."""
    seen: set[tuple[Tree, ...]] = set()
    for change in changes:
        # In a definition, several names lead to one place.
        said = change.words.rpartition("`" if "$defs" in change.place else " `")[2]
        name = change.name if change.id in _OF_PROPERTIES else ""
        key = (change.cause, change.old, change.new, said, name)
        if key not in seen:
            seen.add(key)
            yield change
