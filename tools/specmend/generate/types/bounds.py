"""The bounds of a value that its type in Python can have."""

from __future__ import annotations

from math import ceil, floor, isfinite

from specmend.document.openapi.keywords import BOUNDS
from specmend.document.openapi.schemas import Node

_LENGTHS = tuple(BOUNDS[kind][0] for kind in ("string", "array", "object"))
_UP = ("minimum", "exclusiveMaximum")


def bounds_of(schema: Node) -> tuple[tuple[str, int | float], ...]:
    """Each bound of a canonical schema; lengths and whole numbers have whole ones."""
    kind = str(schema.get("type"))
    found = []
    for word in BOUNDS.get(kind, ()):
        number = schema.get(word)
        if isinstance(number, (int, float)) and isfinite(number):
            fitting = number if kind == "number" else _whole(word, number)
            if fitting is not None and not _says_nothing(word, fitting):
                found.append((word, fitting))
    return tuple(found)


def _says_nothing(word: str, number: float) -> bool:
    return number <= 0 and (word == "multipleOf" or word in _LENGTHS)


def _whole(word: str, number: float) -> int | None:
    """The whole number that bounds whole numbers as much; None for a fraction of a step."""
    if word == "multipleOf":
        return int(number) if number == int(number) else None
    return ceil(number) if word in _UP else floor(number)
