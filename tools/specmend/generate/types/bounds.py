"""The bounds of a value that its type in Python can have."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from math import ceil, floor
from sys import float_info
from typing import Final, TypeGuard

from specmend.document.openapi.keywords import BOUNDS
from specmend.document.openapi.schemas import Node
from specmend.document.tree.values import Tree

_LENGTHS = tuple(BOUNDS[kind][0] for kind in ("string", "array", "object"))
_LONGEST = 2**63 - 1
"""The greatest length that pydantic takes."""

_GREATEST = int(float_info.max)
_UP = ("minimum", "exclusiveMaximum")


def bounds_of(schema: Node) -> tuple[tuple[str, int | float], ...]:
    """Each bound of a canonical schema; lengths and whole numbers have whole ones."""
    kind = str(schema.get("type"))
    found = []
    for word in BOUNDS.get(kind, ()):
        number = schema.get(word)
        if _is_bound(number, _GREATEST if kind in ("integer", "number") else _LONGEST):
            fitting = number if kind == "number" else _whole(word, number)
            if fitting is not None and not _says_nothing(word, fitting):
                found.append((word, fitting))
    return tuple(found)


def is_within(value: Tree, bounds: Iterable[tuple[str, int | float]]) -> bool:
    """Whether a value of JSON has some bounds; those of other kinds of values do not count."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    length = len(value) if isinstance(value, str | list | dict) else 0
    for word, bound in bounds:
        measured = length if word in _OF_LENGTHS else value if is_number else None
        if measured is not None and not _HOLDS[word](measured, bound):
            return False
    return True


def _is_multiple(value: float, step: float) -> bool:
    quotient = value / step
    return abs(quotient - round(quotient)) < _NEARLY


_NEARLY = 1e-9
_OF_LENGTHS = frozenset(word for kind in ("string", "array", "object") for word in BOUNDS[kind])
_HOLDS: Final[Mapping[str, Callable[[float, float], bool]]] = {
    **dict.fromkeys(("minimum", "minLength", "minItems", "minProperties"), operator.ge),
    **dict.fromkeys(("maximum", "maxLength", "maxItems", "maxProperties"), operator.le),
    "exclusiveMinimum": operator.gt,
    "exclusiveMaximum": operator.lt,
    "multipleOf": _is_multiple,
}


def _is_bound(number: Tree, greatest: int) -> TypeGuard[int | float]:
    """Whether pydantic can check this bound; booleans and greater numbers are no bounds."""
    is_number = isinstance(number, (int, float)) and not isinstance(number, bool)
    return is_number and -greatest <= number <= greatest


def _says_nothing(word: str, number: float) -> bool:
    return number <= 0 and (word == "multipleOf" or word in _LENGTHS)


def _whole(word: str, number: float) -> int | None:
    """The whole number that bounds whole numbers as much; None for a fraction of a step."""
    if word == "multipleOf":
        return int(number) if number == int(number) else None
    return ceil(number) if word in _UP else floor(number)
