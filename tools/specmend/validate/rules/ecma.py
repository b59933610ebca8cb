"""Regular expressions of ECMA-262, which OpenAPI has, for a library that writes some otherwise."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

import regex  # type: ignore[import-untyped]

_POINT: Final = re.compile(r"\\(\\|u\{([0-9A-Fa-f]+)\}|c([A-Za-z])|u([0-9A-Fa-f]{4}))")
_ANYTHING: Final = {"[^]": r"[\s\S]", "[]": "(?!)"}
_NAMED: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\k<(\w+)>")
_LAST: Final = 0x10FFFF


def is_expression(pattern: str) -> bool:
    """Whether a text is a regular expression of ECMA-262, as far as the library can tell."""
    try:
        compiled(pattern)
    except (regex.error, ValueError, OverflowError):
        return False
    return True


@cache
def compiled(pattern: str) -> Any:
    """A pattern of ECMA-262, ready to be tried; raises regex.error for what is none."""
    for theirs, ours in _ANYTHING.items():
        pattern = pattern.replace(theirs, ours)
    pattern = _NAMED.sub(r"\1(?P=\2)", pattern)
    return regex.compile(_POINT.sub(_point, pattern), regex.VERSION0)


def _point(found: re.Match[str]) -> str:
    """A code point by its number, or a control character by its letter."""
    if found[1] == "\\":
        return found[0]
    if found[3]:
        return f"\\x{ord(found[3].upper()) - 64:02x}"
    number = int(found[2] or found[4], 16)
    return f"\\U{number:08x}" if number <= _LAST else "("
