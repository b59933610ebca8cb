"""The record of one check, the levels that checks share, and when a check is the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from specmend.diff.change import Level
from specmend.diff.delta import Delta
from specmend.document.tree.values import MISSING, Tree, same

Levels = tuple[Level, Level]
"""The level of a change in what a client sends, and in what it gets."""

NARROWS: Final[Levels] = ("breaking", "info")
"""Less is allowed: a client that sends what was allowed fails."""

WIDENS: Final[Levels] = ("info", "breaking")
"""More is allowed: a client gets what it did not know."""

BREAKS: Final[Levels] = ("breaking", "breaking")
WARNS: Final[Levels] = ("warning", "warning")
TELLS: Final[Levels] = ("info", "info")
MAY_NARROW: Final[Levels] = ("warning", "info")
"""Less is allowed, if the server did not ask for it before."""

MAY_WIDEN: Final[Levels] = ("info", "warning")
"""More is allowed, which a careful client is prepared for."""

When = Callable[[Delta], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """What can change: in which field of objects of a kind, when, with which levels.

    An empty `field` is the object as a whole, `*` any field that no other check names, and `x-*`
    any extension. `words` say what has happened.
    """

    id: str
    kind: str
    field: str
    when: When
    request: Level
    response: Level
    words: str


Row = tuple[str, str, When, Levels, str]


def checks_of(kind: str, rows: Iterable[Row]) -> tuple[Check, ...]:
    """The checks of a kind of objects: id, field, when, levels, words."""
    return tuple(
        Check(
            id=id_,
            kind=kind,
            field=field,
            when=when,
            request=levels[0],
            response=levels[1],
            words=words,
        )
        for id_, field, when, levels, words in rows
    )


def always(delta: Delta) -> bool:  # noqa: ARG001
    """Whatever happened."""
    return True


def added(delta: Delta) -> bool:
    """Nothing was there."""
    return delta.before is MISSING


def removed(delta: Delta) -> bool:
    """Nothing is there."""
    return delta.after is MISSING


def switched_on(delta: Delta) -> bool:
    """It is true now."""
    return delta.after is True


def switched_off(delta: Delta) -> bool:
    """It was true."""
    return delta.before is True


def increased(delta: Delta) -> bool:
    """The number is higher now."""
    return _is_number(delta.before) and _is_number(delta.after) and delta.after > delta.before


def decreased(delta: Delta) -> bool:
    """The number is lower now."""
    return _is_number(delta.before) and _is_number(delta.after) and delta.after < delta.before


def named(field: str, value: Tree, *, before: bool = False) -> When:
    """A field of the object has a value, after the change or before it."""

    def holds(delta: Delta) -> bool:
        held = delta.before if before else delta.after
        return isinstance(held, dict) and same(held.get(field), value)

    return holds


def both(*conditions: When) -> When:
    """All conditions hold."""
    return lambda delta: all(condition(delta) for condition in conditions)


def _is_number(value: Tree) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
