"""Changes as JSON has them, those of a document and those of a package alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Protocol

from specmend.diff.change import LEVELS, Level, Location
from specmend.document.tree.values import MISSING

Data = dict[str, Any]
"""A mapping as JSON has it."""

_ALWAYS: Final = ("id", "level", "direction", "place", "subject", "words")
_WHERE_SAID: Final = (
    *("levels", "breaks", "was", "before", "after", "instead", "old", "new", "reason"),
)


class Told(Protocol):
    """What a change of a document and one of a package have in common."""

    @property
    def id(self) -> str:
        """The id of the check that tells it."""

    @property
    def level(self) -> Level:
        """How bad it is."""

    @property
    def affects(self) -> tuple[str, ...]:
        """The operations or the places that it reaches."""

    @property
    def cause(self) -> str:
        """The digest by which runs know it again."""

    @property
    def by(self) -> str:
        """Who made it."""


def changes_data(old: str, new: str, changes: Iterable[Told], *, ok: bool) -> Data:
    """An object with the names of both sides, how many changes there are, and each of them."""
    listed = list(changes)
    levels = [change.level for change in listed]
    return {
        "ok": ok,
        "old": old,
        "new": new,
        "counts": {level: levels.count(level) for level in LEVELS},
        "changes": [change_data(change) for change in listed],
    }


def change_data(change: Told) -> Data:
    """One change; what has no value is left out, but for what every change has."""
    values = {name: getattr(change, name, None) for name in _ALWAYS}
    values["direction"] = values["direction"] or "none"
    for name in _WHERE_SAID:
        value = getattr(change, name, MISSING)
        if value is not MISSING and _is_said(name, value):
            values[name] = _plain(value)
    affected = getattr(change, "affected", len(change.affects))
    return {
        **values,
        "affects": list(change.affects),
        "affected": affected,
        "cause": change.cause,
        "by": change.by,
    }


def _is_said(name: str, value: Any) -> bool:
    """Whether a value says something; before and after may be anything, null too."""
    return name in ("before", "after") or bool(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Location):
        return {"file": value.file, "line": value.line, "column": value.column}
    return dict(value) if isinstance(value, Mapping) else value
