"""Checks of deprecation, sunset and stability, for all that can be announced to go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.diff.checks.check import (
    TELLS,
    WARNS,
    Check,
    Row,
    added,
    always,
    checks_of,
    removed,
)
from specmend.diff.delta import Delta

_KINDS: Final = {
    "operation": "operation",
    "path item": "path",
    "parameter": "request-parameter",
    "header": "response-header",
    "schema": "schema",
}
_STABILITY: Final = ("draft", "alpha", "beta", "stable")
_SUNSET: Final = "x-sunset"
_STABLE: Final = "x-stability-level"


def _is_earlier(delta: Delta) -> bool:
    """Whether a date comes before another one; dates of RFC 3339 are ordered as texts are."""
    return str(delta.after) < str(delta.before)


def _is_less_stable(delta: Delta) -> bool:
    if delta.before not in _STABILITY or delta.after not in _STABILITY:
        return delta.before in _STABILITY
    return _STABILITY.index(delta.after) < _STABILITY.index(delta.before)


def _rows(name: str) -> Iterator[Row]:
    yield f"{name}-sunset-added", _SUNSET, added, WARNS, "The date of its end is given."
    yield f"{name}-sunset-removed", _SUNSET, removed, WARNS, "The date of its end is not given."
    yield f"{name}-sunset-earlier", _SUNSET, _is_earlier, WARNS, "Its end comes earlier."
    yield f"{name}-sunset-later", _SUNSET, always, TELLS, "Its end comes later."
    yield f"{name}-stability-decreased", _STABLE, _is_less_stable, WARNS, "It is less stable."
    yield f"{name}-stability-changed", _STABLE, always, TELLS, "It is of another stability."
    if name != "path":
        yield f"{name}-extension-changed", "x-*", always, TELLS, "An extension changed."


LIFECYCLE: Final[tuple[Check, ...]] = tuple(
    check for kind, name in _KINDS.items() for check in checks_of(kind, _rows(name))
)
